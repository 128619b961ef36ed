"""Feeds: valid, stable, escaped, dated by their content."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import feedparser
import pytest
from markupsafe import Markup

from digest.build import Site, build
from digest.feeds import Publisher, atom, feeds
from tests.test_digest_build import actor, entry, event

BY = Publisher("Вісті & Ко", "https://example.org/n", "https://example.org/n", "uk", longest=2)
RECORDS = (
    [entry("2024-06-01-a", "events:\n  - e\nactors:\n  - x\n"), entry("2024-06-02-b"), entry("2024-06-03-c")],
    [actor("x", "Ікс")],
    [event("e")],
)


def made(by: Publisher = BY) -> dict[str, str]:
    digest = build(*RECORDS, Site())
    return {feed.address: atom(feed, by) for feed in feeds(digest, by)}


def test_one_for_all_for_each_language_actor_and_event() -> None:
    assert sorted(made()) == [
        "feeds/actors/x.atom.xml", "feeds/all.atom.xml", "feeds/events/e.atom.xml", "feeds/uk.atom.xml"
    ]  # fmt: skip


def test_the_newest_up_to_the_limit() -> None:
    feed = feedparser.parse(made()["feeds/all.atom.xml"])
    assert [e.link for e in feed.entries] == [
        "https://example.org/n/entries/2024-06-03-c/", "https://example.org/n/entries/2024-06-02-b/"
    ]  # fmt: skip
    assert feed.feed.title == "Вісті & Ко"
    assert feed.feed.updated == "2024-06-03T00:00:00Z"


def test_ids_stay_when_the_site_moves_and_its_former_address_is_kept() -> None:
    moved = Publisher("Інша назва", "https://new.example", "https://example.org/n", "uk", 2)
    ids = [[e.id for e in feedparser.parse(made(by)["feeds/all.atom.xml"]).entries] for by in (BY, moved)]
    assert ids[0] == ids[1]


def test_without_an_address_links_lead_from_the_feed() -> None:
    root = ET.fromstring(made(Publisher("Вісті", "", "", "uk"))["feeds/actors/x.atom.xml"])
    links = [str(link.get("href")) for link in root.iter("{http://www.w3.org/2005/Atom}link")]
    assert "../../entries/2024-06-01-a/" in links


@pytest.mark.parametrize("words", ["\x0b", "\ufffe", "\ud800"])
def test_what_xml_cannot_carry_is_left_out(words: str) -> None:
    digest = build(*RECORDS, Site())
    digest.entries[0].title += words
    digest.entries[0].body = Markup(f"<p>{words}</p>")
    ET.fromstring(atom(feeds(digest, BY)[0], BY).encode())
