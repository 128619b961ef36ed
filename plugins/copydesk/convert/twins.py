"""Seeds that are one text: the same words, or nearly (a reprint, a second download)."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator

from copydesk.text import words_of

_GRAM = 5
_SKETCH = 200
LIKENESS = 0.8


class Twins:
    """The texts seen so far; `find` names one that a text repeats.

    A text is kept as its smallest hashes of five words in a row (bottom-k MinHash): what two
    texts share of them estimates what they share of all (Jaccard), in bounded memory.
    """

    def __init__(self) -> None:
        self._sketches: dict[str, frozenset[int]] = {}
        self._index: defaultdict[int, list[str]] = defaultdict(list)

    def add(self, name: str, text: str) -> None:
        """Remember a text."""
        sketch = frozenset(sorted(set(_grams(text)))[:_SKETCH])
        self._sketches[name] = sketch
        for mark in sketch:
            self._index[mark].append(name)

    def find(self, text: str) -> str | None:
        """The name of a text that shares at least `LIKENESS` of all five-word runs, None if there is none."""
        sketch = frozenset(sorted(set(_grams(text)))[:_SKETCH])
        shared: Counter[str] = Counter()
        for mark in sketch:
            shared.update(self._index.get(mark, ()))
        alike = [(-_likeness(sketch, self._sketches[name]), name) for name in shared]
        best = min(alike, default=None)
        return best[1] if best and -best[0] >= LIKENESS else None


def _grams(text: str) -> Iterator[int]:
    words = words_of(text)
    for at in range(max(1, len(words) - _GRAM + 1)):
        yield zlib.crc32(" ".join(words[at : at + _GRAM]).encode("utf-8", "surrogatepass"))


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """The estimated Jaccard likeness of two texts, 0 to 1."""
    smallest = set(sorted(one | other)[:_SKETCH])
    return len(smallest & one & other) / len(smallest) if smallest else 0.0
