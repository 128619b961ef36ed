"""A stream of texts kept apart into events: each text joins the event it fits best, or opens one.

Candidates come from an index of headline stems and actors, so the work grows with what a
text shares with others, not with the size of the stream.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from copydesk.events.trace import Trace
from copydesk.events.verdict import Verdict, verdict

# A key in more texts than this says nothing ("президент"); texts compared for one new text.
_COMMON = 400
_COMPARED = 30


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
        self._index: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, trace: Trace, event: str | None = None) -> Placed:
        """Place a text; with `event` given (an editor's decision, an earlier run) it goes there."""
        placed = Placed(event, None, None) if event is not None else self._best(trace)
        self._traces[trace.key] = trace
        self._event[trace.key] = placed.event
        for key in _keys(trace):
            self._index[key].append(trace.key)
        return placed

    def _best(self, trace: Trace) -> Placed:
        judged = [(verdict(self._traces[key], trace), key) for key in self._candidates(trace)]
        # Equal scores: the smaller key, so that the order of arrival does not decide.
        judged.sort(key=lambda pair: (-pair[0].score, pair[1]))
        if judged and judged[0][0].same:
            best, key = judged[0]
            return Placed(self._event[key], key, best)
        return Placed(trace.key, None, None)

    def _candidates(self, trace: Trace) -> list[str]:
        shared: Counter[str] = Counter()
        for key in _keys(trace):
            texts = self._index.get(key, ())
            if len(texts) <= _COMMON:
                shared.update(texts)
        ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
        return [key for key, _ in ranked[:_COMPARED]]


def _keys(trace: Trace) -> set[str]:
    return {f"w:{stem}" for stem in trace.lead} | {f"a:{slug}" for slug in trace.actors}
