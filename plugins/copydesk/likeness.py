"""How much a sentence is like a whole text, by the words that tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from copydesk.text import words_of

_STEM = 6  # letters that stand for a word in all its cases


def stems(text: str) -> Counter[str]:
    """The telling words of a text, each by its first letters, with their counts."""
    return Counter(word[:_STEM] for word in words_of(text) if len(word) > 3)


def weights_of(sentences: Sequence[Counter[str]]) -> dict[str, float]:
    """How telling each stem is: the rarer over the sentences, the more."""
    seen = Counter(stem for told in sentences for stem in told)
    return {stem: log((1 + len(sentences)) / count) for stem, count in seen.items()}


def together(sentences: Sequence[Counter[str]]) -> Counter[str]:
    """The stems of all sentences, counted."""
    whole: Counter[str] = Counter()
    for told in sentences:
        whole.update(told)
    return whole


def likeness(told: Counter[str], whole: Counter[str], weights: dict[str, float]) -> float:
    """Cosine between a sentence and all of them together, 0..1."""
    dot = sum(n * whole[stem] * weights[stem] ** 2 for stem, n in told.items())
    return dot / (_length(told, weights) * _length(whole, weights) or 1.0)


def _length(told: Counter[str], weights: dict[str, float]) -> float:
    return sqrt(sum((n * weights[stem]) ** 2 for stem, n in told.items()))
