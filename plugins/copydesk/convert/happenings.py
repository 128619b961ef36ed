"""Which entries tell of one event, by the values that entries hold. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from copydesk.events import Grouper, Trace, trace
from copydesk.events.blocks import Blocks, blocks_of, lead_of


@dataclass(frozen=True)
class Told:
    """An entry as the event stage compares it. `event` is the event it already has; `key` tells it apart."""

    key: str
    plain: Mapping[str, Any]
    body: str
    event: str | None = None

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day of what it tells of."""
        return days(self.plain)

    @property
    def blocks(self) -> Blocks:
        """What it is filed under."""
        lead = lead_of(str(self.plain["title"]), self.body)
        return blocks_of(lead, self.plain.get("actors") or (), (published(self.plain), *(self.days or ())))

    @cached_property
    def trace(self) -> Trace:
        """The entry reduced to what is compared."""
        plain = self.plain
        weights: Counter[str] = Counter()
        for place, slug in enumerate(plain.get("actors") or ()):
            weights[slug] += 3 if place < 3 else 1
        weights.update(q["speaker"] for q in plain.get("quotations") or () if q.get("speaker") in weights)
        return trace(
            key=self.key,
            lang=plain["lang"],
            title=str(plain["title"]),
            text=self.body,
            actors={slug: float(weight) for slug, weight in weights.items()},
            published=published(plain),
            happened=self.days,
        )


def published(plain: Mapping[str, Any]) -> date | None:
    """The day on which an entry came out, as its front matter has it."""
    day = plain.get("date")
    if isinstance(day, str):  # in quotation marks, as some editors write it
        day = date.fromisoformat(day)
    return day if isinstance(day, date) else None


def days(plain: Mapping[str, Any]) -> tuple[date, date] | None:
    """First and last day of what an entry tells of, as its front matter has them."""
    happened = plain.get("happened")
    if isinstance(happened, date):
        return happened, happened
    if isinstance(happened, str):
        first, _, last = happened.partition("/")
        return date.fromisoformat(first), date.fromisoformat(last or first)
    return None


def grouped(told: Iterable[Told]) -> dict[str, list[Told]]:
    """Entries by event: the slug of an event that has one, else the key of the entry that opened it.

    Entries that already have an event come first, so that a new one joins it.
    """
    grouper, groups = Grouper(), defaultdict(list)
    for entry in sorted(told, key=lambda t: (t.event is None, t.key)):
        groups[grouper.add(entry.trace, entry.event).event].append(entry)
    return dict(groups)
