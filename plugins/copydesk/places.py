"""Stretches of a text that are asked very often whether one of them is met."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from copydesk.model import Span


class Places:
    """Spans in any order, overlapping or not. A text of thousands of names asks this of each of them."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        # How far the spans that begin no later than each reach, at most.
        self._reach = list(accumulate((span.stop for span in ordered), max))

    def meet(self, span: Span) -> bool:
        """True where `span` overlaps any of them."""
        before = bisect_left(self._starts, span.stop)
        return before > 0 and self._reach[before - 1] > span.start
