"""Every feed of a built site is valid, leads to pages that are there, and is named by the page it follows."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup

from tests import feedlint
from tests.building import PUBLISHED, Built, kinds
from tests.test_digest_feeds import made


def both(built: Built) -> list[tuple[Path, Path]]:
    """Every feed in its two forms."""
    found = sorted((built.output / "feeds").rglob("*.atom.xml"))
    return [(path, path.with_name(path.name.removesuffix(".atom.xml") + ".json")) for path in found]


# The newsroom's actor whose feeds live on under the other's name.
MERGED = {"o-melnychenko": "oksana-melnychenko"}


def address(built: Built, path: Path) -> str:
    """Where a feed says that it lives: what was merged names the feed that goes on."""
    name, dot, form = path.name.partition(".")
    here = path.with_name(MERGED.get(name, name) + dot + form)
    return f"{PUBLISHED}/{here.relative_to(built.output).as_posix()}"


def test_every_feed_keeps_the_rules_of_its_form(published: Built) -> None:
    wrong = {}
    for atom, other in both(published):
        wrong[atom.name] = feedlint.atom(atom.read_text(encoding="utf-8"), address(published, atom))
        wrong[other.name] = feedlint.json_feed(other.read_text(encoding="utf-8"), address(published, other))

    assert {name: said for name, said in wrong.items() if said} == {}
    assert len(wrong) > 20


def test_feeds_of_a_site_without_address_keep_them_too(invented_corpus: Built) -> None:
    for atom, other in both(invented_corpus):
        assert feedlint.atom(atom.read_text(encoding="utf-8")) == []
        assert feedlint.json_feed(other.read_text(encoding="utf-8")) == []


def test_programs_read_them_and_both_forms_tell_the_same(published: Built) -> None:
    for atom, other in both(published):
        feed, told = feedparser.parse(atom.read_bytes()), json.loads(other.read_text(encoding="utf-8"))
        assert not feed.bozo, atom
        assert [(e.id, e.link, e.title) for e in feed.entries] == [
            (item["id"], item["url"], item["title"]) for item in told["items"]
        ]


def test_what_they_name_is_there(published: Built) -> None:
    for _, other in both(published):
        feed = json.loads(other.read_text(encoding="utf-8"))
        for where in (feed["home_page_url"], *(item["url"] for item in feed["items"])):
            page, _, place = where.removeprefix(f"{PUBLISHED}/").partition("#")
            html = published.text(f"{page}index.html")
            assert not place or f'id="{place}"' in html, where


@pytest.mark.parametrize(("kind", "least"), [("home", 1), ("actor", 2), ("event", 2)])
def test_pages_name_their_feeds(published: Built, kind: str, least: int) -> None:
    for file in kinds(published)[kind]:
        soup = BeautifulSoup(published.text(file), "lxml")
        named = soup.select('link[rel="alternate"][type="application/atom+xml"]')
        assert len(named) >= least
        assert all(((published.output / file).parent / str(link["href"])).is_file() for link in named), file


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("<title>", "<title/><title>", "feed has 2 of title"),
        ("T00:00:00Z", "", "updated is '2024-06-09'"),
        ('rel="self"', 'rel="alternate"', "self is None"),
        ('xml:lang="uk"', 'xml:lang="українська"', "xml:lang is 'українська'"),
    ],
)
def test_a_broken_rule_of_atom_is_seen(right: str, wrong: str, said: str) -> None:
    text = made()["feeds/all.atom.xml"]

    assert feedlint.atom(text, "https://example.org/n/feeds/all.atom.xml") == []
    assert said in feedlint.atom(text.replace(right, wrong, 1))


def test_a_broken_rule_of_json_feed_is_seen() -> None:
    text = made()["feeds/all.json"]
    feed = json.loads(text)

    assert feedlint.json_feed(text, feed["feed_url"]) == []
    feed["items"][0]["date_published"] = feed["items"][0]["date_published"][:10]
    feed["authors"] = [{"mail": "x"}]
    said = feedlint.json_feed(json.dumps(feed))
    assert said == ["an author is {'mail': 'x'}", "date_published is '2024-06-03'"]
