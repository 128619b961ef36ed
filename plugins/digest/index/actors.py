"""People, organisations, countries and places."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from digest.index.entries import EMPTY

if TYPE_CHECKING:
    from digest.index.entries import Entry
    from digest.index.events import Event
    from digest.index.outlets import Outlet
    from digest.index.quotes import Quote


@dataclass(eq=False)
class Role:
    """What an actor was, and when ("міністр закордонних справ КНР", from, to).

    Each end is the first and the last day on which it may have been: a day, a month, a year.
    """

    title: str
    starts: tuple[date, date] | None = None
    ends: tuple[date, date] | None = None

    def surely_on(self, day: date) -> bool:
        """True where the post was held on a day, on whichever days of its ends it began and ended."""
        begun = self.starts is None or self.starts[1] <= day
        return begun and (self.ends is None or day <= self.ends[0])


@dataclass(frozen=True, slots=True)
class Identity:
    """A decision of an editor: whether `slug` and `other` are one; who decided, and why, if they said so."""

    day: date
    slug: str
    other: str
    verdict: str  # "same as", "different from", "unsure about"
    who: str = ""
    why: str = ""


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
    merged: list[tuple[str, str]] = field(default_factory=list)  # slug and name of files that became this one
    decisions: list[Identity] = field(default_factory=list)
    apart: list[Actor] = field(default_factory=list)  # others of a like name, by an editor's decision
    note: Markup = EMPTY
    path: str = ""
    entries: list[Entry] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    quotations: list[Quote] = field(default_factory=list)
    companions: list[tuple[Actor, int]] = field(default_factory=list)  # most shared entries first
    outlets: list[tuple[Outlet, int]] = field(default_factory=list)
    months: list[tuple[date, int]] = field(default_factory=list)  # first of month, entries; oldest first
    feed: str = ""  # address of the actor's feed, relative to the site's root

    def role_on(self, day: date) -> Role | None:
        """The post surely held on a day, of several the one taken up last; None where none is known."""
        held = [r for r in self.roles if r.surely_on(day)]
        return max(held, key=lambda r: r.starts[0] if r.starts else date.min, default=None)
