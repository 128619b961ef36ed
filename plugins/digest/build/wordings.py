"""The same words as several outlets print them: which quotations are one saying. Pure and linear.

Joined are quotations of one speaker in one language whose words are nearly the same, on one
occasion: an event that both tell of, or days close together. A politician who says the same thing
a month later says it anew. Over languages only an editor joins (`same`): translations are no proof.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import timedelta

from rapidfuzz import fuzz

from copydesk.verbatim import folded
from digest.index import Quote

# Texts of so many words may differ a little; of so many, one may hold the other; the rest must be equal.
_FREE, _HELD = 6, 4
_ALIKE = 88.0
_CLOSE = timedelta(days=7)
# Texts are compared where they share three words in a row; a phrase in more texts than this tells nothing.
_RUN, _COMMON = 3, 24
_WORD = re.compile(r"\w+")


class _Sets:
    """Disjoint sets: `same(a, b)` joins, `of(a)` names the set."""

    def __init__(self) -> None:
        self._above: dict[Hashable, Hashable] = {}

    def of(self, one: Hashable) -> Hashable:
        while (above := self._above.setdefault(one, one)) is not one:
            self._above[one] = self._above.setdefault(above, above)
            one = above
        return one

    def same(self, one: Hashable, other: Hashable) -> None:
        self._above[self.of(one)] = self.of(other)


def join(quotations: Iterable[Quote]) -> None:
    """Fill `wording` of each quotation that is printed in more than one entry."""
    joined = _Sets()
    spoken: defaultdict[tuple[Hashable, str], list[Quote]] = defaultdict(list)
    keyed: dict[str, Quote] = {}
    every = list(quotations)
    for quote in every:
        spoken[(quote.speaker or quote.speaker_name, quote.lang)].append(quote)
        if quote.same:
            joined.same(quote, keyed.setdefault(quote.same, quote))
    for quotes in spoken.values():
        _join_one_speaker(quotes, joined)
    sets: defaultdict[Hashable, list[Quote]] = defaultdict(list)
    for quote in every:
        sets[joined.of(quote)].append(quote)
    for found in sets.values():
        if len({q.entry for q in found}) > 1:
            found.sort(key=lambda q: (q.entry.date, q.entry.slug))
            for quote in found:
                quote.wording = found


def _join_one_speaker(quotes: Sequence[Quote], joined: _Sets) -> None:
    texts: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        texts[" ".join(_WORD.findall(folded(quote.content).casefold()))].append(quote)
    alike: defaultdict[Hashable, list[Quote]] = defaultdict(list)
    clusters = _clusters(list(texts))
    for text, printed in texts.items():
        alike[clusters.of(text)] += printed
    for printed in alike.values():
        _join_occasions(printed, joined)


def _clusters(texts: Sequence[str]) -> _Sets:
    """Texts that are nearly the same, as sets."""
    found = _Sets()
    holding: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for text in texts:
        words = text.split()
        runs = {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
        near = {other for run in runs if len(holding[run]) <= _COMMON for other in holding[run]}
        for other in sorted(near):
            if alike(text, other):
                found.same(text, other)
        for run in runs:
            holding[run].append(text)
    return found


def alike(one: str, other: str) -> bool:
    """True where of two folded texts one holds the other, or they differ by a word or two."""
    short, long = sorted((one, other), key=len)
    if len(short.split()) >= _HELD and f" {short} " in f" {long} ":
        return True
    return len(short.split()) >= _FREE and fuzz.ratio(one, other) >= _ALIKE


def _join_occasions(printed: Sequence[Quote], joined: _Sets) -> None:
    told: dict[Hashable, Quote] = {}
    last: Quote | None = None
    for quote in sorted(printed, key=lambda q: (q.entry.date, q.entry.slug)):
        for event in quote.entry.events:
            joined.same(quote, told.setdefault(event, quote))
        if last and quote.entry.date - last.entry.date <= _CLOSE:
            joined.same(quote, last)
        last = quote
