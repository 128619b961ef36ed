"""Whom and what entries tell of: the values of pages that outlive one text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ActorKind = Literal["person", "organisation", "country", "place"]
Status = Literal["suggested", "confirmed", "hidden"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, country or place that has, or may get, a page."""

    slug: str
    name: str
    kind: ActorKind
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wikidata: str | None = None
    same_as: str | None = None
    not_same_as: tuple[str, ...] = ()
    status: Status = "suggested"


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening that entries tell of."""

    slug: str
    title: str
    titles: Mapping[str, str] = field(default_factory=dict)
    starts: dt.date | None = None
    ends: dt.date | None = None
    place: str | None = None
    actors: tuple[str, ...] = ()
    same_as: str | None = None
    status: Status = "suggested"
