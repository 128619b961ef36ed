"""What every page of a built site says to machines: it parses, its names lead somewhere, all is true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from tests.building import NEWSROOM, PUBLISHED, Built, kinds

# The type that each kind of page must speak of.
TYPES = {
    "home": "CollectionPage",
    "entry": "Article",
    "quotation": "Quotation",
    "actor": "Person",
    "event": "Event",
    "edition": "CollectionPage",
    "editions": "CollectionPage",
    "quotations": "CollectionPage",
    "quotations_month": "CollectionPage",
    "entries": "CollectionPage",
    "month": "CollectionPage",
    "actors": "CollectionPage",
    "events": "CollectionPage",
    "outlets": "CollectionPage",
    "languages": "CollectionPage",
    "corrections": "CollectionPage",
    "data": "Dataset",
    "subscribe": "WebPage",
    "about": "AboutPage",
    "explained": "WebPage",
    "search": "SearchResultsPage",
}
PARTS_OF_EVENTS = {f"event_{part}" for part in ("reports", "outlets", "languages", "said", "others")}
SILENT = {"404", "mail"}


@cache
def graph(path: Path) -> tuple[str, list[dict[str, Any]]]:
    """The words of a page without its scripts, and the nodes of its graph."""
    soup = BeautifulSoup(path.read_bytes(), "lxml")
    scripts = [found.extract() for found in soup.select('script[type="application/ld+json"]')]
    assert len(scripts) == 1, path
    said = json.loads(scripts[0].string or "")
    assert said["@context"] == "https://schema.org"
    return str(soup), said["@graph"]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a graph, however deep."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inner)


def of_kind(built: Built) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    for kind, files in kinds(built).items():
        for file in files if kind not in SILENT else ():
            yield kind, file, graph(built.output / file)[1]


def test_every_kind_of_page_says_what_it_is(published: Built) -> None:
    found = dict[str, set[str]]()
    for kind, _, said in of_kind(published):
        found.setdefault(kind, set()).update(node.get("@type", "") for node in nodes(said))

    assert {kind for kind, wanted in TYPES.items() if wanted not in found.pop(kind, ())} == set()
    assert (
        found.keys() <= {"page", "actor_year", "actor_event", "actor_events", "actor_with"} | PARTS_OF_EVENTS
    ), "a kind that nobody thought of"


def test_actors_are_what_they_are(published: Built) -> None:
    said = {file: types(said) for kind, file, said in of_kind(published) if kind == "actor"}

    assert said["actors/helen-marsh/index.html"] >= {"Person"}
    assert said["actors/ozeriia/index.html"] >= {"Country"}
    assert said["actors/rada-synoi-zatoky/index.html"] >= {"Organization"}
    assert said["actors/verbove/index.html"] >= {"Place"}


def types(said: list[dict[str, Any]]) -> set[str]:
    return {node["@type"] for node in said}


def test_every_page_but_the_front_has_its_way_and_it_leads_somewhere(published: Built) -> None:
    for kind, file, said in of_kind(published):
        trails = [node["itemListElement"] for node in said if node["@type"] == "BreadcrumbList"]
        assert len(trails) == (kind != "home"), file
        for steps in trails:
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert all(step["name"] for step in steps)
            here = f"{PUBLISHED}/{file.removesuffix('index.html')}"
            assert steps[-1]["item"] == here, file


@pytest.mark.parametrize("key", ["@id", "url", "item", "contentUrl", "mainEntityOfPage"])
def test_what_is_named_is_there(published: Built, key: str) -> None:
    lost = set()
    for _, file, said in of_kind(published):
        here = f"{PUBLISHED}/{file.removesuffix('index.html')}"
        for named in (node[key] for node in nodes(said) if isinstance(node.get(key), str)):
            address = urljoin(here, named) if named.startswith("#") else named  # of the page itself
            if address.startswith(PUBLISHED) and not leads(published, address.removeprefix(PUBLISHED)):
                lost.add((file, address))
            elif key == "@id":
                assert address.startswith(PUBLISHED), file

    assert lost == set()


def leads(built: Built, address: str) -> bool:
    """True where a file of the site and a place in it answer; `#site` is the site itself."""
    path, _, fragment = address.removeprefix("/").partition("#")
    file = built.output / (path + "index.html" if path.endswith("/") or not path else path)
    named = not fragment or address == "/#site" or f'id="{fragment}"' in file.read_text(encoding="utf-8")
    return file.is_file() and named


def test_the_site_says_how_it_is_searched(published: Built) -> None:
    _, said = graph(published.output / "index.html")
    (action,) = [node["potentialAction"] for node in said if node["@type"] == "WebSite"]
    address, _, query = action["target"].partition("?")
    field = BeautifulSoup(published.text("search/index.html"), "lxml").select_one("main input[type=search]")

    assert leads(published, address.removeprefix(PUBLISHED))
    assert field is not None
    assert query == f"{field['name']}={{words}}"
    assert action["query-input"] == "required name=words"


def test_one_name_is_one_thing_on_a_page(published: Built) -> None:
    for _, file, said in of_kind(published):
        kept = dict[str, set[str]]()
        for node in nodes(said):
            if "@id" in node and "@type" in node:
                kept.setdefault(node["@id"], set()).add(node["@type"])
        assert {name: many for name, many in kept.items() if len(many) > 1} == {}, file


def test_nothing_is_made_up(published: Built) -> None:
    """Every word stands in what editors keep, on the page itself, or on the page that it names."""
    written = [path.read_text(encoding="utf-8") for path in sorted(NEWSROOM.rglob("content/**/*.md"))]
    kept = flat("".join(written))
    for _, file, said in of_kind(published):
        for node in nodes(said):
            named = node["item"] if isinstance(node.get("item"), str) else f"{PUBLISHED}/"
            there = published.output / named.removeprefix(f"{PUBLISHED}/") / "index.html"
            shown = text(published.output / file) + text(there)
            for key in ("name", "headline", "text", "alternateName", "jobTitle"):
                told = node.get(key, [])
                for words in map(flat, [told] if isinstance(told, str) else told):
                    assert words in kept or words in shown, (file, key, words)


@cache
def text(path: Path) -> str:
    return flat(BeautifulSoup(graph(path)[0], "lxml").get_text())


def flat(words: str) -> str:
    """Letters and digits alone: no marks, which are set per language, and no spaces."""
    return re.sub(r"\W+", "", words)


def test_the_corpus_speaks_too(invented_corpus: Built) -> None:
    for kind, file, said in of_kind(invented_corpus):
        assert {"WebSite"} <= types(said), file
        if kind == "actor_year":
            assert {"CollectionPage", "BreadcrumbList"} <= types(said), file
