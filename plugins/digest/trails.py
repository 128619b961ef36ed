"""The way from the front page to every other page: labels and addresses, the page last. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
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
    "editions": "Editions",
    "quotations": "Quotations",
    "about": "How this is made",
    "data": "Open data",
    "outlets": "Outlets",
    "languages": "Languages",
    "corrections": "Corrections",
    "subscribe": "Subscribe",
    "search": "Search",
}
# Pages of a part of an event or an actor.
_PARTS = {
    "actor_events": "Events",
    "actor_with": "Appears with",
    "event_said": "Who said what",
    "event_others": "Others and unattributed",
    "event_outlets": "Two clocks",
    "event_languages": "Side by side",
}
_THINGS = {"entry": "entries", "actor": "actors", "event": "events"}


def trail(page: Mapping[str, Any], name: str, voice: Voice) -> list[Step]:
    """The way to `page`; nothing for the front page and for what stands nowhere. `name` is the site's."""
    steps = list(_below(page, voice))
    return [(name, ""), *steps] if steps else []


def _below(page: Mapping[str, Any], voice: Voice) -> Iterator[Step]:
    kind = page["page_kind"]
    if quote := page["quotation"]:
        yield _section("quotations", voice)
        yield _month(quote.entry.date, addresses.said_during, voice)
        yield quote.content, quote.page
    elif thing := "event" if kind == "actor_event" else next((name for name in _THINGS if page[name]), None):
        yield _section(_THINGS[thing], voice)
        yield from _thing(page, page[thing], voice)
    elif page["page"]:
        yield page["page"].title, page["place"]
    elif edition := page["edition"]:
        yield _section("editions", voice)
        yield day(voice, edition.day), edition.url
    elif kind == "month":
        yield _section("entries", voice)
        yield _month(page["first"], addresses.month, voice)
    elif kind in _TITLES or kind == "quotations_month":
        yield _section(kind.removesuffix("_month"), voice)
        if page["first"]:
            yield _month(page["first"], addresses.said_during, voice)
        yield from _further(page)


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
    if label := _PARTS.get(page["page_kind"]):
        yield voice.gettext(label), page["leaf"].address
    if page["page_kind"] == "actor_event":
        yield page["actor"].name, page["leaf"].address
    yield from _further(page)


def _further(page: Mapping[str, Any]) -> Iterator[Step]:
    """The number of a list's page, but for the first."""
    if page["leaf"] and page["leaf"].number > 1:
        yield str(page["leaf"].number), page["leaf"].url


def _month(first: date, at: Callable[[date], str], voice: Voice) -> Step:
    return month(voice, first), at(first)
