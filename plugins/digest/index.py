"""What templates see: the digest as plain values, each knowing its neighbours.

One pure function (`build`) makes it from the entries, actors and events that were read;
generators and templates only read it. Dates are `datetime.date`; `html` values are sanitised Markup.
Lists of entries and quotations are newest first unless said otherwise; ties break by slug.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

Day = date  # inside a class that has a field `date`, the type needs another name
EMPTY = Markup()


@dataclass(eq=False)
class Outlet:
    """A publisher of seeds."""

    name: str
    slug: str
    url: str | None = None
    lang: str | None = None
    entries: list[Entry] = field(default_factory=list)


@dataclass(eq=False)
class Role:
    """What an actor was, and when ("міністр закордонних справ КНР", from, to)."""

    title: str
    starts: date | None = None
    ends: date | None = None


@dataclass(eq=False)
class Quote:
    """A printed quotation. `fragment` is `q-<8 hex>`; `url` is the entry's with that fragment."""

    id: str
    fragment: str
    content: str
    lang: str
    entry: Entry
    speaker: Actor | None = None
    speaker_name: str | None = None  # as the entry gives it; None: unattributed
    cue: str | None = None
    kind: str = "direct"
    note: str | None = None
    by: str = "machine"  # or "editor"
    verified: bool = False  # found word for word in the seed (False only where the entry has no seed)

    @property
    def url(self) -> str:
        """The address of the quotation inside its entry, relative to the site's root."""
        return f"{self.entry.url}#{self.fragment}"


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
    text: str = "full"  # how much of the text `body` is: full, excerpt or none
    modified: Day = Day.min  # the last day something was published or corrected here


@dataclass(eq=False)
class Actor:
    """A person, organisation, country or place with a page."""

    slug: str
    url: str
    name: str  # in the site's language, or as attested
    kind: str
    lang: str  # language of `name`
    names: dict[str, str] = field(default_factory=dict)  # language -> name
    aliases: dict[str, list[str]] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    wikidata: str | None = None
    status: str = "suggested"
    note: Markup = EMPTY
    path: str = ""
    entries: list[Entry] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    quotations: list[Quote] = field(default_factory=list)
    companions: list[tuple[Actor, int]] = field(default_factory=list)  # most shared entries first
    outlets: list[tuple[Outlet, int]] = field(default_factory=list)
    months: list[tuple[date, int]] = field(default_factory=list)  # first of month, entries; oldest first
    feed: str = ""  # address of the actor's feed, relative to the site's root


@dataclass(eq=False)
class Event:
    """A dated happening. `entries` oldest report first."""

    slug: str
    url: str
    title: str
    lang: str  # language of `title`
    titles: dict[str, str] = field(default_factory=dict)
    starts: date | None = None
    ends: date | None = None
    place: str | None = None
    status: str = "suggested"
    note: Markup = EMPTY
    path: str = ""
    entries: list[Entry] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    quotations: list[Quote] = field(default_factory=list)  # in the order they were told
    part_of: Event | None = None
    parts: list[Event] = field(default_factory=list)
    feed: str = ""  # address of the event's feed, relative to the site's root


@dataclass(eq=False)
class Digest:
    """The whole site: what `digest` is in every template."""

    entries: list[Entry] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)  # by name, in the site language's order
    events: list[Event] = field(default_factory=list)  # newest first
    outlets: list[Outlet] = field(default_factory=list)
    quotations: list[Quote] = field(default_factory=list)
    feed: str = ""  # address of the feed of all entries
    feeds: dict[str, str] = field(default_factory=dict)  # language -> address of its feed
