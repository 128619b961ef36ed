"""Feeds: valid, stable, escaped, dated by their content, the same in both forms."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from markupsafe import Markup

from digest.build import Site, build
from digest.feeds import Publisher, atom, feeds, json_feed, written
from tests.test_digest_build import actor, entry, event

BY = Publisher("Вісті & Ко", "https://example.org/n", "https://example.org/n", "uk", longest=2)
CORRECTED = "corrections:\n  - date: 2024-06-09\n    text: Було «п’ять», є «шість»\n"
RECORDS = (
    [
        entry("2024-06-01-a", "events:\n  - e\nactors:\n  - x\n"),
        entry("2024-06-02-b", CORRECTED),
        entry("2024-06-03-c"),
    ],
    [actor("x", "Ікс")],
    [event("e")],
)


def made(by: Publisher = BY) -> dict[str, str]:
    digest = build(*RECORDS, Site())
    return dict(pair for _, feed in feeds(digest, by) for pair in written(feed(), by))


def parsed(address: str, by: Publisher = BY) -> dict[str, Any]:
    found = json.loads(made(by)[address])
    assert isinstance(found, dict)
    return found


def test_one_for_all_for_each_language_actor_and_event_and_for_corrections() -> None:
    names = ["actors/x", "all", "corrections", "events/e", "uk"]
    assert sorted(made()) == [f"feeds/{n}.{form}" for n in names for form in ("atom.xml", "json")]


def test_the_newest_up_to_the_limit() -> None:
    feed = feedparser.parse(made()["feeds/all.atom.xml"])
    assert [e.link for e in feed.entries] == [
        "https://example.org/n/entries/2024-06-03-c/", "https://example.org/n/entries/2024-06-02-b/"
    ]  # fmt: skip
    assert feed.feed.title == "Вісті & Ко"
    assert feed.feed.updated == "2024-06-09T00:00:00Z"


def test_both_forms_tell_of_the_same() -> None:
    feed = feedparser.parse(made()["feeds/all.atom.xml"])
    items = parsed("feeds/all.json")["items"]
    assert [(e.id, e.link, e.title) for e in feed.entries] == [(i["id"], i["url"], i["title"]) for i in items]


def test_json_feed_has_what_its_version_asks_for() -> None:
    feed = parsed("feeds/actors/x.json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://example.org/n/feeds/actors/x.json"
    assert feed["home_page_url"] == "https://example.org/n/actors/x/"
    assert all(i["id"] and (i.get("content_html") or i.get("content_text")) for i in feed["items"])


def test_a_correction_is_a_post_of_its_own() -> None:
    feed = feedparser.parse(made()["feeds/corrections.atom.xml"])
    assert [(e.link, e.summary, e.published) for e in feed.entries] == [
        ("https://example.org/n/entries/2024-06-02-b/#corrections", "Було «п’ять», є «шість»",
         "2024-06-09T00:00:00Z")
    ]  # fmt: skip
    everything = feedparser.parse(made()["feeds/all.atom.xml"])
    assert feed.entries[0].id not in {e.id for e in everything.entries}


def test_ids_stay_when_the_site_moves_and_its_former_address_is_kept() -> None:
    moved = Publisher("Інша назва", "https://new.example", "https://example.org/n", "uk", 2)
    ids = [[e.id for e in feedparser.parse(made(by)["feeds/all.atom.xml"]).entries] for by in (BY, moved)]
    assert ids[0] == ids[1]


def test_without_an_address_links_lead_from_the_feed() -> None:
    nowhere = Publisher("Вісті", "", "", "uk")
    root = ET.fromstring(made(nowhere)["feeds/actors/x.atom.xml"])
    links = [str(link.get("href")) for link in root.iter("{http://www.w3.org/2005/Atom}link")]
    assert "../../entries/2024-06-01-a/" in links
    assert parsed("feeds/actors/x.json", nowhere)["items"][0]["url"] == "../../entries/2024-06-01-a/"


@pytest.mark.parametrize("words", ["\x0b", "\ufffe", "\ud800"])
def test_what_a_form_cannot_carry_is_left_out(words: str) -> None:
    digest = build(*RECORDS, Site())
    digest.entries[0].title += words
    digest.entries[0].body = Markup(f"<p>{words}</p>")
    ET.fromstring(atom(next(feeds(digest, BY))[1](), BY).encode())
    json.loads(json_feed(next(feeds(digest, BY))[1](), BY).encode())
