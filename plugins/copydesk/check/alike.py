"""Actors whose names are too near to each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from copydesk.byhand.decisions import latest
from copydesk.check.shelves import Shelves, stem
from copydesk.frontmatter import Actor, Document
from copydesk.messages import say
from copydesk.model import Problem

ALIKE = 92.0
_WORD = re.compile(r"[^\W\d_]+")
_HALF = 6  # a shorter word has no halves that tell


class _Spelling(NamedTuple):
    words: str
    slug: str
    actor: Document[Actor]


def near_names(shelves: Shelves) -> Iterator[Problem]:
    """Two actors of one kind whose names differ by a letter or two: perhaps one person twice."""
    from rapidfuzz import fuzz

    told = _unsure(shelves)
    for one, other in _candidates(_spellings(shelves)):
        pair = (min(one.slug, other.slug), max(one.slug, other.slug))
        if one.slug == other.slug or pair in told or _parted(one, other):
            continue
        if fuzz.ratio(one.words, other.words, score_cutoff=ALIKE):
            told.add(pair)
            yield _near(one, other)


def _near(one: _Spelling, other: _Spelling) -> Problem:
    names = {"one": other.actor.meta.name, "other": one.actor.meta.name, "slug": one.slug}
    message = say("“{one}” is almost “{other}” ({slug})", **names)
    fix = say("write `same_as: {slug}`, or `not_same_as: [{slug}]`", slug=one.slug)
    return other.actor.problem("near-names", ("name",), message, fix, "warning")


def _spellings(shelves: Shelves) -> list[_Spelling]:
    found = []
    for path, actor in shelves.actors.items():
        if not actor.meta.same_as and actor.meta.status != "hidden":
            names = sorted({actor.meta.name, *actor.meta.names.values()})
            found += [_Spelling(name.casefold(), stem(path), actor) for name in names]
    return found


def _candidates(spellings: Sequence[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """The pairs that share a word, or half of one: all pairs of thousands of names would take minutes."""
    sharing: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for number, spelling in enumerate(spellings):
        for word in _WORD.findall(spelling.words):
            half = len(word) // 2
            keys = [word] if len(word) < _HALF else [word, f"{word[:half]}-", f"-{word[-half:]}"]
            for key in keys:
                sharing[key][number] = None
    pairs = {pair for numbers in sharing.values() for pair in combinations(numbers, 2)}
    return ((spellings[one], spellings[other]) for one, other in sorted(pairs))


def _parted(one: _Spelling, other: _Spelling) -> bool:
    """True where an editor said that they are different, or where they are of different kinds."""
    first, second = one.actor.meta, other.actor.meta
    return other.slug in first.not_same_as or one.slug in second.not_same_as or first.kind != second.kind


def _unsure(shelves: Shelves) -> set[tuple[str, str]]:
    """The pairs of actors of which an editor could not tell: nobody is asked about them again."""
    doubts = (d for d in latest(shelves.decisions) if (d.kind, d.verdict) == ("actor", "unsure about"))
    return {(min(d.slug, d.other), max(d.slug, d.other)) for d in doubts}
