"""Entries that are written and not yet published: drafts, and those of a later day. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from copydesk.frontmatter import Document, Entry
from copydesk.messages import Said, say

State = Literal["published", "draft", "scheduled"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that no reader sees yet, why, and the day it is dated for (None in a draft without one)."""

    path: str
    title: str
    state: State
    day: date | None

    @property
    def told(self) -> Said:
        """A line for the editor: where, what, and what publishes it."""
        if self.state == "scheduled":
            return say("{path}: scheduled; the build of {day} publishes it", path=self.path, day=self.day)
        return say("{path}: a draft; `status: published` publishes it", path=self.path)


def state(meta: Entry, today: date) -> State:
    """Whether readers see the entry on a day: a draft never is, a dated one from its day on."""
    if meta.status == "draft" or meta.date is None:
        return "draft"
    return "scheduled" if meta.date > today else "published"


def waiting(entries: Mapping[str, Document[Entry]], today: date) -> Iterator[Waiting]:
    """Every entry that `today` is not published: the scheduled by day, then drafts, each by path."""
    found = [Waiting(path, one.meta.title, state(one.meta, today), one.meta.date)
             for path, one in sorted(entries.items())]  # fmt: skip
    late = [one for one in found if one.state == "scheduled"]
    yield from sorted(late, key=lambda one: (one.day or today, one.path))
    yield from (one for one in found if one.state == "draft")
