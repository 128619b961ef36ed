"""What was read from `content/`, one file each, before anything is joined. Bodies are sanitised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from copydesk.check.waiting import State
from copydesk.frontmatter import Actor, Document, Entry, Event, Page, Publisher
from digest.index import EMPTY


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page of the site itself: its address is its slug, in other languages with the language after it."""

    slug: str
    lang: str
    file: Document[Page]


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """An entry: `slug` is its file's name, `verified` the ids of the quotations that stand in its seed."""

    slug: str
    file: Document[Entry]
    date: date
    body: Markup = EMPTY
    verified: frozenset[str] = frozenset()
    edited: frozenset[str] = frozenset()  # fields an editor wrote or changed
    rewritten: frozenset[str] = frozenset()  # ids of quotations an editor wrote or changed
    state: State = "published"

    @property
    def meta(self) -> Entry:
        """The typed front matter."""
        return self.file.meta


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An actor: `slug` is its file's name."""

    slug: str
    file: Document[Actor]
    note: Markup = EMPTY

    @property
    def meta(self) -> Actor:
        """The typed front matter."""
        return self.file.meta


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event: `slug` is its file's name."""

    slug: str
    file: Document[Event]
    note: Markup = EMPTY

    @property
    def meta(self) -> Event:
        """The typed front matter."""
        return self.file.meta


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """What an editor knows of an outlet: `slug` is its file's name."""

    slug: str
    file: Document[Publisher]
    note: Markup = EMPTY

    @property
    def meta(self) -> Publisher:
        """The typed front matter."""
        return self.file.meta
