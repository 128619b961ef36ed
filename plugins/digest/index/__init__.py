"""What templates see: the digest as plain values, each knowing its neighbours.

One pure function (`build`) makes it from the entries, actors and events that were read;
generators and templates only read it. Dates are `datetime.date`; `html` values are sanitised Markup.
Lists of entries and quotations are newest first unless said otherwise; ties break by slug.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from digest.index.actors import Actor, Identity, Role
from digest.index.editions import Edition
from digest.index.entries import EMPTY, Correction, Entry, Evidence, Seed, Way
from digest.index.events import Event
from digest.index.outlets import Outlet
from digest.index.quotes import Quote

__all__ = [
    "EMPTY",
    "Actor",
    "Correction",
    "Digest",
    "Edition",
    "Entry",
    "Event",
    "Evidence",
    "Identity",
    "Outlet",
    "Quote",
    "Role",
    "Seed",
    "Way",
]


@dataclass(eq=False)
class Digest:
    """The whole site: what `digest` is in every template."""

    entries: list[Entry] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)  # by name, in the site language's order
    events: list[Event] = field(default_factory=list)  # newest first
    outlets: list[Outlet] = field(default_factory=list)
    quotations: list[Quote] = field(default_factory=list)
    editions: list[Edition] = field(default_factory=list)  # newest first
    feed: str = ""  # address of the feed of all entries
    feeds: dict[str, str] = field(default_factory=dict)  # language -> address of its feed
