"""The way from the front page to every other page: labels and addresses, the page last. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from digest import addresses
from digest.index import Actor
from digest.presentation.days import day, month
from digest.presentation.links import PLACES
from digest.presentation.voice import Voice

Step = tuple[str, str]  # label, address
# What the pages that are there once are called; their kinds are the names of `PLACES`.
_TITLES = {
    "actors": "Actors",
    "events": "Events",
    "entries": "Archive",
    "about": "How this is made",
    "data": "Open data",
    "outlets": "Outlets",
    "languages": "Languages",
    "corrections": "Corrections",
    "subscribe": "Subscribe",
    "search": "Search",
}
_THINGS = {"entry": "entries", "actor": "actors", "event": "events"}


def trail(page: Mapping[str, Any], name: str, voice: Voice) -> list[Step]:
    """The way to `page`; nothing for the front page and for what stands nowhere. `name` is the site's."""
    steps = list(_below(page, voice))
    return [(name, ""), *steps] if steps else []


def _below(page: Mapping[str, Any], voice: Voice) -> Iterator[Step]:
    kind = page["page_kind"]
    if quote := page["quotation"]:
        yield quote.entry.title, quote.entry.url
        yield quote.content, quote.page
    elif thing := "event" if kind == "actor_event" else next((name for name in _THINGS if page[name]), None):
        yield _section(_THINGS[thing], voice)
        yield from _thing(page, page[thing], voice)
    elif page["page"]:
        yield page["page"].title, page["place"]
    elif kind in ("month", "edition"):
        yield _section("entries", voice)
        yield from _day(page, voice)
    elif kind in _TITLES:
        yield _section(kind, voice)
        if page["leaf"] and page["leaf"].number > 1:
            yield str(page["leaf"].number), page["leaf"].url


def _section(kind: str, voice: Voice) -> Step:
    return voice.gettext(_TITLES[kind]), PLACES[kind]


def _thing(page: Mapping[str, Any], one: Any, voice: Voice) -> Iterator[Step]:
    """An entry, actor or event, and the further page about it that this may be."""
    yield one.name if isinstance(one, Actor) else one.title, one.url
    if page["page_kind"] == "explained":
        yield voice.gettext("How this was read"), one.explained
    elif page["year"]:
        yield str(page["year"].number), page["leaf"].url
        return
    if page["page_kind"] == "event_said":
        yield voice.gettext("Who said what"), page["leaf"].address
    if page["page_kind"] == "actor_event":
        yield page["actor"].name, page["leaf"].address
    if page["leaf"] and page["leaf"].number > 1:
        yield str(page["leaf"].number), page["leaf"].url


def _day(page: Mapping[str, Any], voice: Voice) -> Iterator[Step]:
    first = page["edition"].day if page["edition"] else page["first"]
    yield month(voice, first), addresses.month(first)
    if edition := page["edition"]:
        yield day(voice, edition.day), edition.url
