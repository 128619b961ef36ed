"""Names that look alike: actors too near to each other, words of Latin and Cyrillic letters mixed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from copydesk.byhand.decisions import latest
from copydesk.check.shelves import Shelves, stem
from copydesk.frontmatter import Actor, Document
from copydesk.messages import say
from copydesk.model import Problem

ALIKE = 92.0
_WORD = re.compile(r"[^\W\d_]+")
_HALF = 6  # a shorter word has no halves that tell
# Latin letters that look like Cyrillic ones, and those.
_TWINS = str.maketrans("ABCEHIKMOPTXaceiopxyïÏ", "АВСЕНІКМОРТХасеіорхуїЇ")
_LATIN, _CYRILLIC = re.compile(r"[A-Za-zÀ-ɏ]"), re.compile(r"[\u0400-\u04ff]")


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


def mixed(shelves: Shelves) -> Iterator[Problem]:
    """A name with a Latin letter among Cyrillic ones looks right, and is found and sorted as another."""
    for kind, keys in (("actors", ("name", "names", "aliases")), ("events", ("title", "titles"))):
        documents: Mapping[str, Document[Any]] = getattr(shelves, kind)
        for document in documents.values():
            for key in keys:
                yield from _mixed(document, (key,), document.plain.get(key))
    for entry in shelves.entries.values():
        yield from _mixed(entry, ("byline",), entry.meta.byline)
        yield from _mixed(entry, ("outlet", "name"), entry.meta.outlet and entry.meta.outlet.name)
        for number, quotation in enumerate(entry.meta.quotations):
            yield from _mixed(entry, ("quotations", number, "speaker"), quotation.speaker)


def _mixed(document: Document[Any], loc: tuple[str | int, ...], value: object) -> Iterator[Problem]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _mixed(document, (*loc, key), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _mixed(document, (*loc, number), inner)
    elif isinstance(value, str) and not value.isascii():
        for word in _WORD.findall(value):
            if _LATIN.search(word) and _CYRILLIC.search(word):
                latin = " ".join(dict.fromkeys(_LATIN.findall(word)))
                message = say(
                    "“{word}” mixes Cyrillic letters with Latin ones: {latin}", word=word, latin=latin
                )
                yield document.problem("mixed", loc, message, _typed(word), "warning")


def _typed(word: str) -> str:
    made = word.translate(_TWINS)
    return "type the word in one script" if _LATIN.search(made) else say("type it anew: {word}", word=made)
