"""Every page that a template makes and that is not one file of `content/`: kind, file, what it shows. Pure.

The kind is also the template's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from digest import addresses, opendata
from digest.index import Actor, Digest, Event
from digest.paging import Leaf, leaves
from digest.presentation.calendars import months
from digest.presentation.grouping import (
    BESIDE,
    FEW,
    SAYINGS,
    by_letter,
    corrections,
    is_wide,
    outlets_of,
    sides,
    unattributed,
)
from digest.presentation.heard import by_month, newest
from digest.presentation.lives import COMPANY, HAPPENINGS, ROWS, Year, is_long, lifetime, spoken_by

Planned = tuple[str, str, dict[str, Any]]

# Kinds that stand at the root alone: hosts and mail programs look for them there.
ONCE = frozenset({"404", "mail"})
# Kinds that no search engine should list.
UNLISTED = frozenset({"404", "mail", "search", "explained"})
# How many things one page of a list holds, so that it stays below 40 kB.
ACTORS, EVENTS, CORRECTIONS = 90, 13, 60
YEAR, REPORTS, OCCASIONS, ATTENDED, MET = 16, 6, 20, 80, 90
EDITIONS, WORDS, OUTLETS, SIDES = 50, 16, 40, 10


def plan(digest: Digest, save_as: Mapping[str, str]) -> Iterator[Planned]:
    """The pages in no order that matters. `save_as` has the settings of actors' and events' files."""
    yield from _lists(digest)
    yield from _days(digest)
    yield from _words(digest)
    for actor in digest.actors:
        yield "actor", save_as["ACTOR_SAVE_AS"].format(slug=actor.slug), {"actor": actor}
        for kind, leaf, year in actor_pages(actor, actor.url):
            shown = {"actor": actor, "leaf": leaf, **({"year": year} if year else {})}
            yield kind, addresses.file_of(leaf.url), shown
    for event in digest.events:
        yield from _event(event, save_as["EVENT_SAVE_AS"].format(slug=event.slug))
    for quote in digest.quotations:
        yield "quotation", addresses.file_of(quote.page), {"quotation": quote}


def actor_pages(actor: Actor, at: str) -> Iterator[tuple[str, Leaf[Any], Year | None]]:
    """The further pages of an actor that stands at an address: kind, part of a list that it shows, the year.

    The years of one of whom much is told; all events and all companions where its own page shows the first.
    """
    for year in lifetime(actor) if is_long(actor) else ():
        for leaf in leaves(year.entries, addresses.year_of(at, year.number), YEAR):
            yield "actor_year", leaf, year
    parts: list[tuple[str, int, Sequence[Any], str, int]] = [
        ("actor_events", HAPPENINGS, actor.events, addresses.events_of(at), ATTENDED),
        ("actor_with", COMPANY, actor.companions, addresses.company_of(at), MET),
    ]
    for kind, few, things, address, size in parts:
        if len(things) > few:
            yield from ((kind, part, None) for part in leaves(things, address, size))


def _event(event: Event, file: str) -> Iterator[Planned]:
    for kind, leaf, actor in event_pages(event, event.url):
        shown = {"event": event, "leaf": leaf, **({"actor": actor} if actor else {})}
        yield kind, file if kind == "event" else addresses.file_of(leaf.url), shown


def event_pages(event: Event, at: str) -> Iterator[tuple[str, Leaf[Any], Actor | None]]:
    """The pages of an event that stands at an address: kind, part of a list that it shows, whose words.

    Its first reports and the later ones, each outlet's day and the languages side by side where its own
    page shows the beginning of them, who said what where that is much, and the words of who says much.
    """
    for leaf in leaves(event.entries, at, REPORTS):
        yield "event" if leaf.number == 1 else "event_reports", leaf, None
    outlets, rows = outlets_of(event), sides(event)
    parts: list[tuple[str, bool, Sequence[Any], str, int]] = [
        ("event_outlets", len(outlets) > FEW, outlets, addresses.told_in(at), OUTLETS),
        ("event_languages", len(rows) > BESIDE, rows, addresses.sides_of(at), SIDES),
        ("event_said", is_wide(event), [actor for actor, _ in event.voices], addresses.said_in(at), ROWS),
        ("event_others", is_wide(event), unattributed(event), addresses.others_in(at), WORDS),
    ]
    for kind, wanted, things, address, size in parts:
        if wanted and things:
            yield from ((kind, part, None) for part in leaves(things, address, size))
    for actor, count in event.voices:
        if count > SAYINGS:
            for told in leaves(spoken_by(event.entries, actor), addresses.said_by(at, actor.slug), OCCASIONS):
                yield "actor_event", told, actor


def _lists(digest: Digest) -> Iterator[Planned]:
    alone = [("outlets", addresses.OUTLETS), ("languages", addresses.LANGUAGES), ("404", "404.html")]
    for kind, address in [*alone, ("subscribe", addresses.SUBSCRIBE), ("search", addresses.SEARCH)]:
        yield kind, addresses.file_of(address), {}
    yield "data", addresses.file_of(addresses.DATA), {"tables": opendata.TABLES}
    letters = _letters(digest)
    for leaf in leaves(digest.actors, addresses.ACTORS, ACTORS):
        yield "actors", addresses.file_of(leaf.url), {"leaf": leaf, "letters": letters}
    for listed in leaves(digest.events, addresses.EVENTS, EVENTS):
        yield "events", addresses.file_of(listed.url), {"leaf": listed}
    for mended in leaves(corrections(digest.entries), addresses.CORRECTIONS, CORRECTIONS):
        yield "corrections", addresses.file_of(mended.url), {"leaf": mended}


def _letters(digest: Digest) -> list[tuple[str, str]]:
    """Each letter of the actors' names and the address where it begins."""
    found: dict[str, str] = {}
    for leaf in leaves(digest.actors, addresses.ACTORS, ACTORS):
        for number, (letter, _) in enumerate(by_letter(leaf.things), 1):
            found.setdefault(letter, f"{leaf.url}#l-{number}")
    return list(found.items())


def _days(digest: Digest) -> Iterator[Planned]:
    yield "entries", addresses.file_of(addresses.ENTRIES), {}
    for first, editions in months(digest.editions):
        yield "month", addresses.file_of(addresses.month(first)), {"first": first, "editions": editions}
    for edition in digest.editions:
        yield "edition", addresses.file_of(edition.url), {"edition": edition}
        yield "mail", f"{edition.url}mail.html", {"edition": edition}
    for leaf in leaves(digest.editions, addresses.EDITIONS, EDITIONS):
        yield "editions", addresses.file_of(leaf.url), {"leaf": leaf}


def _words(digest: Digest) -> Iterator[Planned]:
    """The latest quotations, and all of a month in the order of telling: a new one moves no older page."""
    said = by_month(digest.quotations)
    counts = [(first, len(quotes)) for first, quotes in said]
    shown = {"latest": newest(digest.quotations), "counts": counts}
    yield "quotations", addresses.file_of(addresses.QUOTATIONS), shown
    for first, quotes in said:
        for leaf in leaves(quotes, addresses.said_during(first), WORDS):
            yield "quotations_month", addresses.file_of(leaf.url), {"first": first, "leaf": leaf}
