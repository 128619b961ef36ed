"""Groups for pages: by letter, year, day; an edition; who said what. All pure, all in the given order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, zip_longest
from typing import TypeVar

from digest.index import Actor, Correction, Digest, Entry, Event, Outlet, Quote

# An event of so many quotations has its table of who said what on its page; of more, the table has pages.
_ONE_PAGE = 12
SAYINGS = 5  # of one speaker in one column; the others are on a page of the speaker's words in the event
FEW = 5  # outlets at the clocks of an event's own page
BESIDE = 2  # entries of a language side by side on it
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


def by_language(event: Event) -> list[tuple[str, list[Entry]]]:
    """The event's entries by language, the language with most entries first."""
    langs = Counter(e.lang for e in event.entries)
    order = sorted(langs, key=lambda lang: (-langs[lang], lang))
    return [(lang, [e for e in event.entries if e.lang == lang]) for lang in order]


def outlets_of(event: Event) -> list[tuple[Outlet | None, list[Entry]]]:
    """The event's entries by outlet, in the order in which each outlet first told it."""
    found: dict[Outlet | None, list[Entry]] = {}
    for entry in event.entries:
        found.setdefault(entry.outlet, []).append(entry)
    return list(found.items())


def sides(event: Event) -> list[list[Entry]]:
    """The event's entries over its languages: rows of one entry a language, as long as there are any."""
    columns = [entries for _, entries in by_language(event)]
    rows = zip_longest(*columns) if len(columns) > 1 else ()
    return [[entry for entry in row if entry] for row in rows]


def columns(event: Event, rows: Iterable[Iterable[Entry]]) -> list[tuple[str, int, list[Entry]]]:
    """Rows of the event's `sides` as columns: language, how many entries it has in all, those of the rows."""
    shown = {entry for row in rows for entry in row}
    sides = [(lang, len(all_of), [e for e in all_of if e in shown]) for lang, all_of in by_language(event)]
    return [side for side in sides if side[2]]


def unattributed(event: Event) -> list[Quote]:
    """What nobody with a page said in the event."""
    return [quote for quote in event.quotations if not quote.speaker]


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


def is_wide(event: Event) -> bool:
    """True for an event whose table of who said what has a page of its own: its page shows the beginning."""
    return len(event.quotations) > _ONE_PAGE


def matrix(event: Event, speakers: Sequence[Actor] | None = None) -> Matrix:
    """The event's quotations by speaker and outlet (or language), the most quoted speaker first.

    With `speakers` the rows are theirs alone.
    """
    outlets = list(dict.fromkeys(q.entry.outlet for q in event.quotations))
    langs = list(dict.fromkeys(q.lang for q in event.quotations))
    few = len(outlets) <= 3
    columns = [Column(o, None) for o in outlets] if few else [Column(None, x) for x in langs]
    rows: dict[Actor, list[list[Quote]]] = {
        one: [[] for _ in columns] for one, _ in event.voices if speakers is None or one in speakers
    }
    for quote in event.quotations:
        if quote.speaker in rows:
            at = outlets.index(quote.entry.outlet) if few else langs.index(quote.lang)
            rows[quote.speaker][at].append(quote)
    return Matrix(columns, list(rows.items()))


def by_words(quotations: Iterable[Quote]) -> list[tuple[Quote, list[Quote]]]:
    """Each saying once, the first told, with all quotations that print it in the very same words."""
    found: dict[str, list[Quote]] = {}
    for quote in quotations:
        found.setdefault(quote.content, []).append(quote)
    return [(prints[0], prints) for prints in found.values()]


def corrections(entries: Iterable[Entry]) -> list[tuple[Entry, Correction]]:
    """All that was set right, the latest first."""
    found = [(entry, one) for entry in entries for one in entry.corrections]
    return sorted(found, key=lambda pair: (-pair[1].date.toordinal(), pair[0].slug))


def spoken(digest: Digest) -> list[tuple[str, list[Entry]]]:
    """The languages of the digest with their entries, that with most entries first."""
    found: dict[str, list[Entry]] = {}
    for entry in digest.entries:
        found.setdefault(entry.lang, []).append(entry)
    return sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def busiest(digest: Digest) -> list[Outlet]:
    """The outlets, that with most entries first."""
    return sorted(digest.outlets, key=lambda outlet: (-len(outlet.entries), outlet.name))
