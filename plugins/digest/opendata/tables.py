"""The tables of the open data: each column is named, typed and described once. Pure.

The JSON files, the CSV files, the schema and the page about them are all made from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from copydesk.model import LANGS
from digest.index import Actor, Digest, Entry, Event, Quote

Type = Literal["text", "address", "day", "language", "number", "truth", "texts"]
Value = str | int | bool | list[str] | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its values (any may be empty), what it holds, how it is read."""

    name: str
    type: Type
    holds: str
    of: Callable[[Any], Value]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what a row is, its columns, and where its rows come from in the digest."""

    name: str
    row: str
    columns: tuple[Column, ...]
    things: Callable[[Digest], Iterable[Any]]

    def record(self, thing: Any) -> dict[str, Value]:
        """The row of one thing, by the names of the columns."""
        return {column.name: column.of(thing) for column in self.columns}


_STATUS = "“suggested” by the machine or “confirmed” by an editor"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _quote_id(quote: Quote) -> str:
    return f"{quote.entry.slug}#{quote.fragment}"


def _names(form: Callable[[Any], dict[str, str]], what: str) -> tuple[Column, ...]:
    return tuple(
        Column(f"{what}_{lang}", "text", f"{what} in the language “{lang}”",
               lambda thing, lang=lang: form(thing).get(lang))  # type: ignore[misc]
        for lang in LANGS
    )  # fmt: skip


def _happened(entry: Entry, place: int) -> str | None:
    return _day(entry.happened[place]) if entry.happened else None


ENTRIES = Table(
    "entries", "one report, as the digest has it",
    (
        Column("id", "text", "name of the entry, part of its address", lambda e: e.slug),
        Column("url", "address", "address of its page, below the site's root", lambda e: e.url),
        Column("title", "text", "headline, in the language of the report", lambda e: e.title),
        Column("lang", "language", "language of the report", lambda e: e.lang),
        Column("date", "day", "day of publication", lambda e: _day(e.date)),
        Column("happened_first", "day", "first day of the event told", lambda e: _happened(e, 0)),
        Column("happened_last", "day", "last day of the event told", lambda e: _happened(e, 1)),
        Column("outlet", "text", "who published the report", lambda e: e.outlet.name if e.outlet else None),
        Column("outlet_url", "address", "address of the report at the outlet", lambda e: e.outlet_url),
        Column("archive_url", "address", "address of an archived copy", lambda e: e.archive_url),
        Column("byline", "text", "who wrote the report", lambda e: e.byline),
        Column("summary", "text", "the lead in a few sentences", lambda e: "\n".join(e.summary) or None),
        Column("actors", "texts", "ids of the actors in it", lambda e: [a.slug for a in e.actors]),
        Column("events", "texts", "ids of the events it tells of", lambda e: [v.slug for v in e.events]),
        Column("seed_sha256", "text", "checksum of the text it was made from",
               lambda e: e.seed.sha256 if e.seed else None),
        Column("modified", "day", "last day of publication or correction", lambda e: _day(e.modified)),
    ),
    lambda digest: digest.entries,
)  # fmt: skip

QUOTATIONS = Table(
    "quotations", "words somebody said, verbatim",
    (
        Column("id", "text", "entry and place of the words in it", _quote_id),
        Column("url", "address", "address of the words, below the site's root", lambda q: q.url),
        Column("content", "text", "the words, in their original language", lambda q: q.content),
        Column("lang", "language", "language of the words", lambda q: q.lang),
        Column("speaker", "text", "id of the actor who said them",
               lambda q: q.speaker.slug if q.speaker else None),
        Column("speaker_name", "text", "who said them, as the entry names them; empty: unattributed",
               lambda q: q.speaker_name),
        Column("cue", "text", "the words of saying", lambda q: q.cue),
        Column("kind", "text", "“direct”: a sentence; “partial”: a few words of one", lambda q: q.kind),
        Column("entry", "text", "id of the entry they stand in", lambda q: q.entry.slug),
        Column("date", "day", "day of publication", lambda q: _day(q.entry.date)),
        Column("outlet", "text", "who published them",
               lambda q: q.entry.outlet.name if q.entry.outlet else None),
        Column("verified", "truth", "found word for word in the seed", lambda q: q.verified),
        *_names(lambda q: q.translations, "translation"),
        Column("by", "text", "who attributed them: “machine” or “editor”", lambda q: q.by),
    ),
    lambda digest: digest.quotations,
)  # fmt: skip

ACTORS = Table(
    "actors", "a person, organisation, country or place",
    (
        Column("id", "text", "name of the actor's page, part of its address", lambda a: a.slug),
        Column("url", "address", "address of its page, below the site's root", lambda a: a.url),
        Column("name", "text", "name on the site", lambda a: a.name),
        *_names(lambda a: a.names, "name"),
        Column("aliases", "texts", "other forms of the name, of all languages",
               lambda a: sorted({form for forms in a.aliases.values() for form in forms})),
        Column("kind", "text", "“person”, “organisation”, “country” or “place”", lambda a: a.kind),
        Column("roles", "texts", "posts held", lambda a: [r.title for r in a.roles]),
        Column("wikidata", "text", "Wikidata id", lambda a: a.wikidata),
        Column("status", "text", _STATUS, lambda a: a.status),
        Column("entries", "number", "how many entries name the actor", lambda a: len(a.entries)),
        Column("quotations", "number", "how many quotations are theirs", lambda a: len(a.quotations)),
    ),
    lambda digest: digest.actors,
)  # fmt: skip

EVENTS = Table(
    "events", "a dated happening",
    (
        Column("id", "text", "name of the event's page, part of its address", lambda v: v.slug),
        Column("url", "address", "address of its page, below the site's root", lambda v: v.url),
        Column("title", "text", "title on the site", lambda v: v.title),
        *_names(lambda v: v.titles, "title"),
        Column("starts", "day", "first day", lambda v: _day(v.starts)),
        Column("ends", "day", "last day", lambda v: _day(v.ends)),
        Column("place", "text", "where it happened", lambda v: v.place),
        Column("part_of", "text", "id of the larger event", lambda v: v.part_of.slug if v.part_of else None),
        Column("actors", "texts", "ids of who took part", lambda v: [a.slug for a in v.actors]),
        Column("entries", "texts", "ids of the entries about it", lambda v: [e.slug for e in v.entries]),
        Column("status", "text", _STATUS, lambda v: v.status),
    ),
    lambda digest: digest.events,
)  # fmt: skip

TABLES = (ENTRIES, QUOTATIONS, ACTORS, EVENTS)


def about(thing: Actor | Event) -> dict[Table, list[Any]]:
    """The rows that belong to one actor or event, table by table."""
    own = ACTORS if isinstance(thing, Actor) else EVENTS
    return {own: [thing], ENTRIES: thing.entries, QUOTATIONS: thing.quotations}
