"""Seeds that are one text: the same words, or nearly (a reprint, a second download)."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator

from copydesk.text import words_of

_GRAM = 5
_SKETCH = 200
LIKENESS = 0.8
# So many of a sketch's smallest hashes lead to the texts worth comparing.
_MARKS = 50

Sketch = frozenset[int]


class Twins:
    """The texts seen so far; `find` names one that a text repeats.

    A text is kept as its smallest hashes of five words in a row (bottom-k MinHash): what two
    texts share of them estimates what they share of all (Jaccard), in bounded memory.
    `marked` names the texts known from elsewhere that have a mark, `sketched` gives the sketch of one.
    """

    def __init__(
        self,
        marked: Callable[[int], Collection[str]] = lambda mark: (),
        sketched: Callable[[str], Sketch] = lambda name: frozenset(),
    ) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._index: defaultdict[int, list[str]] = defaultdict(list)
        self._marked, self._sketched = marked, sketched

    def add(self, name: str, text: str) -> None:
        """Remember a text."""
        self._sketches[name] = sketch(text)
        for mark in marks(self._sketches[name]):
            self._index[mark].append(name)

    def find(self, text: str) -> str | None:
        """The name of a text that shares at least `LIKENESS` of all five-word runs, None if there is none."""
        mine = sketch(text)
        shared: Counter[str] = Counter()
        for mark in marks(mine):
            shared.update(self._index.get(mark, ()))
            shared.update(self._marked(mark))
        enough = _least_shared(mine)
        alike = [(-_likeness(mine, self._of(name)), name) for name, n in shared.items() if n >= enough]
        best = min(alike, default=None)
        return best[1] if best and -best[0] >= LIKENESS else None

    def _of(self, name: str) -> Sketch:
        if name not in self._sketches:
            self._sketches[name] = self._sketched(name)
        return self._sketches[name]


def sketch(text: str) -> Sketch:
    """The smallest hashes of a text's five-word runs."""
    return frozenset(sorted(set(_grams(text)))[:_SKETCH])


def marks(sketch: Sketch) -> tuple[int, ...]:
    """The smallest hashes of all: what a text is looked up by."""
    return tuple(sorted(sketch)[:_MARKS])


def _least_shared(sketch: Sketch) -> int:
    """How many marks a twin has in common with this text at the least.

    Of the smallest hashes of both texts together a fifth may be one text's own: a quarter of this text's,
    and 40 of 200. All of them may be among the marks; the other marks are shared.
    """
    strange = min((1 - LIKENESS) * _SKETCH, len(sketch) * (1 / LIKENESS - 1))
    return max(1, min(_MARKS, len(sketch)) - round(strange))


def _grams(text: str) -> Iterator[int]:
    words = words_of(text)
    for at in range(max(1, len(words) - _GRAM + 1)):
        yield zlib.crc32(" ".join(words[at : at + _GRAM]).encode("utf-8", "surrogatepass"))


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """The estimated Jaccard likeness of two texts, 0 to 1."""
    smallest = set(sorted(one | other)[:_SKETCH])
    return len(smallest & one & other) / len(smallest) if smallest else 0.0
