"""Groups for pages: by letter, year, day; an edition; who said what. All pure, all in the given order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeVar

from digest.index import Actor, Digest, Entry, Event, Outlet, Quote

T = TypeVar("T")
Key = TypeVar("Key")


def _grouped(values: Iterable[T], key: Callable[[T], Key]) -> list[tuple[Key, list[T]]]:
    return [(k, list(group)) for k, group in groupby(values, key=key)]


def by_letter(actors: Iterable[Actor]) -> list[tuple[str, list[Actor]]]:
    """Neighbours under their first letter (Ї is not І); names that begin with no letter under "#"."""
    return _grouped(actors, lambda a: a.name[:1].upper() if a.name[:1].isalpha() else "#")


def by_year(quotations: Iterable[Quote]) -> list[tuple[int, list[tuple[Entry, list[Quote]]]]]:
    """Quotations by year, then by entry, in the order given."""
    years = _grouped(quotations, lambda q: q.entry.date.year)
    return [(year, _grouped(quotes, lambda q: q.entry)) for year, quotes in years]


def by_month(entries: Iterable[Entry]) -> list[tuple[date, list[tuple[date, list[Entry]]]]]:
    """Entries by month, then by day, in the order given."""
    months = _grouped(entries, lambda e: e.date.replace(day=1))
    return [(month, _grouped(some, lambda e: e.date)) for month, some in months]


def events_by_year(events: Iterable[Event]) -> list[tuple[int | None, list[Event]]]:
    """Events by the year they began (or were first told), in the order given."""
    return _grouped(events, lambda e: began.year if (began := event_day(e)) else None)


def event_day(event: Event) -> date | None:
    """The day an event began, else the day it was first told."""
    return event.starts or min((e.date for e in event.entries), default=None)


def other_names(actor: Actor) -> list[tuple[str, list[str]]]:
    """The names that differ from the page's own, each with the languages it was met in."""
    found: dict[str, list[str]] = {}
    for lang, name in sorted(actor.names.items()):
        if name != actor.name:
            found.setdefault(name, []).append(lang)
    return list(found.items())


def name_langs(actor: Actor) -> list[str]:
    """The languages in which the actor bears the page's own name, that of the page first."""
    others = [lang for lang, name in sorted(actor.names.items()) if name == actor.name and lang != actor.lang]
    return [actor.lang, *others]


def said_about(actor: Actor) -> list[Entry]:
    """Entries that name the actor but quote others."""
    return [e for e in actor.entries if not any(q.speaker is actor for q in e.quotations)]


def outlets_of(event: Event) -> list[tuple[Outlet | None, list[Entry]]]:
    """The event's entries by outlet, in the order in which each outlet first told it."""
    found: dict[Outlet | None, list[Entry]] = {}
    for entry in event.entries:
        found.setdefault(entry.outlet, []).append(entry)
    return list(found.items())


@dataclass(frozen=True, slots=True)
class Column:
    """A column of who said what: an outlet, or a language where there are more than three outlets."""

    outlet: Outlet | None
    lang: str | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who said what: `rows` are (speaker, the quotations of each column)."""

    columns: list[Column]
    rows: list[tuple[Actor, list[list[Quote]]]]
    others: list[Quote]  # whose speaker has no page


def matrix(event: Event) -> Matrix:
    """The event's quotations by speaker and outlet (or language), the most quoted speaker first."""
    outlets = list(dict.fromkeys(q.entry.outlet for q in event.quotations))
    langs = list(dict.fromkeys(q.lang for q in event.quotations))
    few = len(outlets) <= 3
    columns = [Column(o, None) for o in outlets] if few else [Column(None, x) for x in langs]
    said: dict[Actor, list[list[Quote]]] = {}
    for quote in event.quotations:
        if quote.speaker:
            at = outlets.index(quote.entry.outlet) if few else langs.index(quote.lang)
            said.setdefault(quote.speaker, [[] for _ in columns])[at].append(quote)
    rows = sorted(said.items(), key=lambda row: -sum(map(len, row[1])))
    return Matrix(columns, rows, [q for q in event.quotations if not q.speaker])


@dataclass(frozen=True, slots=True)
class Edition:
    """The latest day of the digest: a finite page."""

    number: int  # of days told so far
    day: date
    lead: Entry
    others: list[Entry]
    more: int  # entries of the day that are left to the archive
    earlier: list[Entry]
    events: list[Event]
    voices: list[Quote]


def edition(digest: Digest, length: int = 12) -> Edition | None:
    """The newest day's edition: a lead (the entry with most voices), the rest, what came before.

    At most `length` others are shown; `earlier` fills a thin edition up to `length` entries; `voices`
    are at most six, one a speaker, none of them printed with the lead. None where the digest is empty.
    """
    if not digest.entries:
        return None
    today = digest.entries[0].date
    days = {e.date for e in digest.entries}
    told = [e for e in digest.entries if e.date == today]
    lead = max(told, key=lambda e: (len({q.speaker for q in e.quotations}), len(e.quotations)))
    others = [e for e in told if e is not lead]
    earlier = [e for e in digest.entries if e.date < today][: max(0, length - len(told))]
    shown = [lead, *others[:length], *earlier]
    events = list(dict.fromkeys(event for e in shown for event in e.events))[:4]
    voices = _voices(shown, telling(lead))
    return Edition(len(days), today, lead, others[:length], len(others[length:]), earlier, events, voices)


def _voices(entries: list[Entry], printed: Quote | None) -> list[Quote]:
    """At most six attributed quotations of readable length, a speaker once, in the order of entries."""
    heard: dict[Actor, Quote] = {}
    for quote in (q for e in entries for q in e.quotations if q is not printed):
        if quote.speaker and 40 <= len(quote.content) <= 240:
            heard.setdefault(quote.speaker, quote)
    return list(heard.values())[:6]


def telling(entry: Entry) -> Quote | None:
    """The one quotation to print with a lead: attributed, whole rather than partial, long yet readable."""
    fit = [q for q in entry.quotations if q.speaker and len(q.content) <= 280]
    return max(fit, key=lambda q: (q.kind == "direct", len(q.content)), default=None)
