"""An actor's page over the years: what the first page shows and what moves to pages of their own. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from digest import addresses
from digest.index import Actor, Entry, Event, Quote
from digest.paging import leaf_of
from digest.presentation.grouping import SAYINGS, is_wide

# An actor of so many entries, with so many quotations of anybody in them, is read on one page; of more, the
# page shows the latest and leads to the years.
_ONE_PAGE, _SAID = 16, 30
_LATEST = 8
# So many of an actor's events stand on its page.
HAPPENINGS = 10
# So many of those it appears with stand on its page.
COMPANY = 10
# So many speakers a page, where the table of who said what in an event has pages.
ROWS = 8


@dataclass(frozen=True, slots=True)
class Year:
    """What is told of an actor in one year: entries in time order, and how many quotations."""

    number: int
    address: str  # of its page; of its place on the actor's page where there is no other
    entries: list[Entry]
    quotations: int


def is_long(actor: Actor) -> bool:
    """True for an actor whose years have pages of their own."""
    return len(actor.entries) > _ONE_PAGE or sum(len(e.quotations) for e in actor.entries) > _SAID


def lifetime(actor: Actor) -> list[Year]:
    """The years of an actor, the latest first as one looks for them."""
    said = Counter(q.entry.date.year for q in actor.quotations)
    found = []
    for year, entries in groupby(actor.entries, key=lambda e: e.date.year):
        here = addresses.year_of(actor.url, year) if is_long(actor) else f"{actor.url}#y-{year}"
        found.append(Year(year, here, sorted(entries, key=lambda e: e.date), said[year]))
    return found


def latest(actor: Actor) -> list[Quote]:
    """The quotations that the actor's first page shows: all of them in time order.

    Of an actor with many the latest, those first, each saying once.
    """
    if not is_long(actor):
        return sorted(actor.quotations, key=lambda quote: quote.entry.date)
    sayings: dict[object, Quote] = {}
    for quote in actor.quotations:
        sayings.setdefault((quote.wording[0], quote.lang) if quote.wording else quote, quote)
    return list(sayings.values())[:_LATEST]


def latest_about(actor: Actor) -> list[Entry]:
    """The entries that name the actor but quote others, as far as the actor's first page shows them."""
    about = not_spoken_by(actor.entries, actor)
    return about[: _LATEST // 2] if is_long(actor) else about


def voice_in(actor: Actor, events: Sequence[Event]) -> list[tuple[Event, int, str]]:
    """Those of the actor's events, as given: how often the actor speaks there, and where."""
    said = Counter(event for quote in actor.quotations for event in quote.entry.events)
    return [(event, said[event], words_in(event, actor)) for event in events]


def words_in(event: Event, actor: Actor) -> str:
    """The address of the actor's words in an event: a page of their own where they are many, else their row.

    The event's page where the actor says nothing.
    """
    speakers = [one for one, _ in event.voices]
    if actor not in speakers:
        return event.url
    row = speakers.index(actor)
    if event.voices[row][1] > SAYINGS:
        return addresses.said_by(event.url, actor.slug)
    if not is_wide(event):
        return f"{event.url}#by-{actor.slug}"
    return f"{leaf_of(row, addresses.said_in(event.url), ROWS)}#by-{actor.slug}"


def spoken_by(entries: Sequence[Entry], actor: Actor) -> list[tuple[Entry, list[Quote]]]:
    """Those of the entries that quote the actor, each with the actor's words."""
    told = [(e, [q for q in e.quotations if q.speaker is actor]) for e in entries]
    return [(entry, quotes) for entry, quotes in told if quotes]


def not_spoken_by(entries: Sequence[Entry], actor: Actor) -> list[Entry]:
    """Those of the entries in which the actor does not speak."""
    return [e for e in entries if not any(q.speaker is actor for q in e.quotations)]
