"""What leads on from an entry: before and after in its event and for its main actor, and earlier kin.

Pure but for filling the given values, and linear: an actor's entries are walked once, and kin are sought
among each actor's latest entries only. Kin are always told earlier, weighed by what was known that
day, so that a new entry changes no older page but its neighbours'.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from itertools import pairwise

from digest.index import Actor, Digest, Entry, Event, Way

# How many of an actor's latest entries are looked at, and how many kin are shown.
_LATEST, _SHOWN = 24, 4
# A shared event weighs as much as an actor who was met in no other entry.
_EVENT, _LEAST = 1.0, 0.3


def fill(digest: Digest) -> None:
    """Give every entry its `ways` and its `related` entries."""
    for event in digest.events:
        _walk(event, event.entries)
    mains = {entry: main_actor(entry) for entry in digest.entries}
    for actor in digest.actors:
        _walk(actor, actor.entries[::-1], {e for e in actor.entries if mains[e] is actor})
    _kin(digest.entries[::-1])


def main_actor(entry: Entry) -> Actor | None:
    """The actor with most quotations in the entry, else the first one named."""
    said = Counter(q.speaker for q in entry.quotations if q.speaker)
    return max(entry.actors, key=lambda actor: said[actor], default=None)


def _walk(along: Event | Actor, entries: Sequence[Entry], only: set[Entry] | None = None) -> None:
    ways = {entry: Way(along) for entry in entries}
    for earlier, later in pairwise(entries):
        ways[earlier].after, ways[later].before = later, earlier
    for entry, way in ways.items():
        if (way.before or way.after) and (only is None or entry in only):
            entry.ways.append(way)


def _kin(entries: Iterable[Entry]) -> None:
    """Fill `related`, going from the oldest entry to the newest."""
    latest: defaultdict[Actor | Event, deque[Entry]] = defaultdict(lambda: deque(maxlen=_LATEST))
    met: Counter[Actor] = Counter()
    for entry in entries:
        shared: defaultdict[Entry, float] = defaultdict(float)
        for actor in entry.actors:
            for other in latest[actor]:
                shared[other] += 1 / (1 + met[actor]) ** 0.5
        for event in entry.events:
            for other in latest[event]:
                shared[other] += _EVENT
        beside = {near for way in entry.ways for near in (way.before, way.after)}
        kin = [
            (weight, other) for other, weight in shared.items() if weight >= _LEAST and other not in beside
        ]
        kin.sort(key=lambda pair: (-pair[0], -pair[1].date.toordinal(), pair[1].slug))
        entry.related = [other for _, other in kin[:_SHOWN]]
        several: list[Actor | Event] = [*entry.actors, *entry.events]
        for one in several:
            latest[one].append(entry)
        met.update(entry.actors)
