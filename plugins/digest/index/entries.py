"""Entries and where they come from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from digest.index.actors import Actor
    from digest.index.events import Event
    from digest.index.outlets import Outlet
    from digest.index.quotes import Quote

Day = date  # inside a class that has a field `date`, the type needs another name
EMPTY = Markup()


@dataclass(eq=False)
class Correction:
    """What an editor set right, and when."""

    date: date
    text: str


@dataclass(eq=False)
class Evidence:
    """How a date was found: the words of the seed and the rule that read them."""

    words: str | None
    rule: str
    precision: str


@dataclass(eq=False)
class Seed:
    """Where an entry's words come from."""

    file: str
    sha256: str
    published: Evidence | None = None
    happened: Evidence | None = None


@dataclass(eq=False)
class Way:
    """The entries before and after one, among those of an event or of an actor, in the order of telling."""

    along: Event | Actor
    before: Entry | None = None
    after: Entry | None = None


@dataclass(eq=False)
class Entry:
    """One item of the digest. `happened` is (first day, last day) of the event told."""

    slug: str
    url: str
    title: str
    lang: str
    date: date
    body: Markup = EMPTY
    summary: list[str] = field(default_factory=list)
    happened: tuple[Day, Day] | None = None
    outlet: Outlet | None = None
    outlet_url: str | None = None  # the address of the report itself
    archive_url: str | None = None
    byline: str | None = None
    actors: list[Actor] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    quotations: list[Quote] = field(default_factory=list)  # in text order
    corrections: list[Correction] = field(default_factory=list)
    seed: Seed | None = None
    edited: frozenset[str] = frozenset()  # fields an editor wrote or changed
    path: str = ""  # below the project, for "edit this page"
    reading_minutes: int = 1
    state: str = "published"  # or "draft", "scheduled": shown in the preview alone
    featured: bool = False  # leads its edition
    order: int | None = None  # place in its edition, from 1
    pinned: bool = False  # stays on the front page
    text: str = "full"  # how much of the text `body` is: full, excerpt or none
    explained: str = ""  # address of the page that says how its seed was read; empty: there is none
    first_url: str = ""  # where it was first published; empty: at `url`
    modified: Day = Day.min  # the last day something was published or corrected here
    ways: list[Way] = field(default_factory=list)  # along its events, then along its main actor
    related: list[Entry] = field(default_factory=list)  # told earlier, the nearest kin first
