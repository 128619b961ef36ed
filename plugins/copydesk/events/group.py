"""A stream of texts kept apart into events: each text joins the event it fits best, or opens one.

Only the likest texts of the days around are compared (`blocks`), so the work for one text does not grow
with the length of the stream.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from copydesk.events.blocks import Blocks, Cabinet, blocks, likest
from copydesk.events.trace import Trace
from copydesk.events.verdict import Verdict, verdict

# One like text opens the door; the event's others may doubt, but not deny (log odds, on the average):
# else a chain of likenesses makes one event of a whole story.
_AGREED = -0.5


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a text went: the event's key, the text that drew it there (None: it opened the event)."""

    event: str
    beside: str | None
    verdict: Verdict | None


class Grouper:
    """Holds the traces seen so far. An event's key is that of the text that opened it, unless given."""

    def __init__(self) -> None:
        self._traces: dict[str, Trace] = {}
        self._event: dict[str, str] = {}
        self._cabinet = Cabinet()

    def add(self, trace: Trace, event: str | None = None) -> Placed:
        """Place a text; with `event` given (an editor's decision, an earlier run) it goes there."""
        filed = blocks(trace)
        placed = Placed(event, None, None) if event is not None else self._best(trace, filed)
        self._traces[trace.key] = trace
        self._event[trace.key] = placed.event
        self._cabinet.add(trace.key, filed)
        return placed

    def _best(self, trace: Trace, filed: Blocks) -> Placed:
        judged = [(verdict(self._traces[key], trace), key) for key in likest(filed, self._cabinet)]
        # Equal scores: the smaller key, so that the order of arrival does not decide.
        judged.sort(key=lambda pair: (-pair[0].score, pair[1]))
        beside: defaultdict[str, list[tuple[Verdict, str]]] = defaultdict(list)
        for found, key in judged:
            beside[self._event[key]].append((found, key))
        fits = [(_agreement(found), event, found[0]) for event, found in beside.items() if found[0][0].same]
        fits = [fit for fit in fits if fit[0] >= _AGREED]
        if not fits:
            return Placed(trace.key, None, None)
        _, event, (best, key) = max(fits, key=lambda fit: (fit[0], fit[2][0].score))
        return Placed(event, key, best)


def _agreement(found: Sequence[tuple[Verdict, str]]) -> float:
    """The average of what the texts of one event say of a new one, in log odds."""
    scores = [min(max(judged.score, 1e-6), 1 - 1e-6) for judged, _ in found]
    return sum(log(score / (1 - score)) for score in scores) / len(scores)
