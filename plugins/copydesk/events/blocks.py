"""Which texts are worth comparing with another: those that share words or actors with it, in the days around.

Texts are filed under what they may be found again by, apart for each stretch of days. So the work for one
text grows with what is told in its days, not with all that was ever told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from copydesk.events.stems import stems
from copydesk.events.trace import LEAD, Trace
from copydesk.events.weight import weight

# Texts of one happening are told within days; a stretch is so long that its neighbours hold all of them.
STRETCH = 16
UNDATED = 0
# A key in more texts than this says nothing ("президент"); texts compared with one text.
COMMON = 400
COMPARED = 12
# An actor in both tells as much as a word of middling weight.
_ACTOR = 5.0


@dataclass(frozen=True, slots=True)
class Blocks:
    """What a text is filed under: keys with how much each tells, and stretches of days."""

    keys: tuple[tuple[str, float], ...]
    stretches: frozenset[int]

    @property
    def around(self) -> frozenset[int] | None:
        """The stretches in which a like text may be filed; None: in any, for no day is known."""
        if self.stretches == {UNDATED}:
            return None
        return frozenset(s + step for s in self.stretches for step in (-1, 0, 1)) | {UNDATED}


class Filed(Protocol):
    """Texts by what they are filed under."""

    def texts(self, key: str, around: frozenset[int] | None) -> Collection[str]:
        """The texts under a key in these stretches (None: in any), each once."""


class Cabinet:
    """Texts filed in memory."""

    def __init__(self) -> None:
        self._drawers: defaultdict[str, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))

    def add(self, text: str, blocks: Blocks) -> None:
        """File a text."""
        for key, _ in blocks.keys:
            for stretch in blocks.stretches:
                self._drawers[key][stretch].append(text)

    def texts(self, key: str, around: frozenset[int] | None) -> Collection[str]:
        """The texts under a key in these stretches (None: in any), each once."""
        drawers: Mapping[int, list[str]] = self._drawers.get(key, {})
        asked = drawers if around is None else around & drawers.keys()
        return dict.fromkeys(text for stretch in asked for text in drawers[stretch])


def blocks(trace: Trace) -> Blocks:
    """What a trace is filed under."""
    return blocks_of(trace.lead, trace.actors, (trace.published, *(trace.happened or ())))


def blocks_of(lead: Iterable[str], actors: Iterable[str], days: Iterable[date | None]) -> Blocks:
    """The same from the parts of a trace."""
    words = [(f"w:{stem}", weight(stem)) for stem in lead]
    known = {day.toordinal() // STRETCH for day in days if day}
    return Blocks((*words, *((f"a:{slug}", _ACTOR) for slug in actors)), frozenset(known or {UNDATED}))


def lead_of(title: str, text: str) -> frozenset[str]:
    """The stems of headline and first lines, as `Trace.lead` has them."""
    return stems(f"{title}\n{text[:LEAD]}")


def likest(asked: Blocks, filed: Filed) -> list[str]:
    """The texts that share most, at most `COMPARED`; of equals the first in the alphabet."""
    shared: defaultdict[str, float] = defaultdict(float)
    around = asked.around
    for key, tells in asked.keys:
        texts = filed.texts(key, around)
        if len(texts) <= COMMON:
            for text in texts:
                shared[text] += tells
    ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
    return [text for text, _ in ranked[:COMPARED]]
