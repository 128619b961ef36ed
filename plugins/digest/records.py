"""What was read from `content/`, one file each, before anything is joined. Bodies are sanitised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup
from pydantic import Field

from copydesk.frontmatter import Actor, Document, Entry, Event, Part
from copydesk.frontmatter.fields import Line
from copydesk.model import Lang
from digest.index import EMPTY


class Page(Part):
    """A page of the site itself: `content/pages/slug.md` or, in another language, `slug.en.md`."""

    title: Line = Field(description="heading of the page")
    lang: Lang | None = Field(None, description="language of the text; left out: the site's")


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
