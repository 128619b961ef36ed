"""Dated happenings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from digest.index.entries import EMPTY

if TYPE_CHECKING:
    from digest.index.actors import Actor
    from digest.index.entries import Entry
    from digest.index.quotes import Quote


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
    merged: list[tuple[str, str]] = field(default_factory=list)  # slug and address of what became this one
    note: Markup = EMPTY
    path: str = ""
    entries: list[Entry] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    quotations: list[Quote] = field(default_factory=list)  # in the order they were told
    voices: list[tuple[Actor, int]] = field(default_factory=list)  # speakers, the most quoted first
    part_of: Event | None = None
    parts: list[Event] = field(default_factory=list)
    feed: str = ""  # address of the event's feed, relative to the site's root
