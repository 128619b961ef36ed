"""Word forms of Ukrainian and Russian: what a word may be, from pymorphy3's dictionaries.

The analysers load on first use only (a run with nothing new never pays for them).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from copydesk.model import Gender, Lang

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse
    from pymorphy3.tagset import OpencorporaTag

# Only these reach the dictionary: it fails on letters that Unicode left without a name.
_CYRILLIC = re.compile(r"[\u0400-\u052f'’ʼ-]+")

_GENDERS: dict[str, Gender] = {"masc": "m", "femn": "f", "neut": "n"}


class Form(NamedTuple):
    """One reading of a word: OpenCorpora grammemes in `tags`; `known` from the dictionary, not guessed."""

    lemma: str
    pos: str
    case: str
    number: str
    gender: Gender | None
    tags: frozenset[str]
    score: float
    known: bool


@cache
def analyser(lang: Lang) -> MorphAnalyzer:
    """pymorphy3's analyser for `uk` or `ru`, loaded once."""
    from pymorphy3 import MorphAnalyzer

    from copydesk.wordgraph import quickened

    return quickened(MorphAnalyzer(lang=lang))


@lru_cache(maxsize=50_000)
def forms(word: str, lang: Lang) -> tuple[Form, ...]:
    """The readings of a Cyrillic word, likeliest first; none for anything else, and none for English."""
    if lang == "en" or not _CYRILLIC.fullmatch(word):
        return ()
    parses = _parses(word, lang)
    known = {spelling: parse.is_known for spelling, parse in {p.word: p for p in parses}.items()}
    return tuple(
        Form(parse.normal_form, *_grammar(lang, parse.tag), float(parse.score), known[parse.word])
        for parse in parses
    )


@lru_cache(maxsize=100)  # what a word may be, and its nominatives, are asked one after the other
def _parses(word: str, lang: Lang) -> list[Parse]:
    return analyser(lang).parse(word.replace("’", "'").replace("ʼ", "'"))  # type: ignore[no-any-return]


@cache
def _grammar(lang: Lang, tag: OpencorporaTag) -> tuple[str, str, str, Gender | None, frozenset[str]]:
    """What a tag says, as `Form` has it from `pos` to `tags`: a dictionary has a few hundred tags."""
    return (
        str(tag.POS or ""),
        str(tag.case or ""),
        str(tag.number or ""),
        _GENDERS.get(str(tag.gender or "")),
        frozenset(map(str, tag.grammemes)),
    )


@lru_cache(maxsize=50_000)
def nominatives(word: str, lang: Lang) -> tuple[tuple[Form, str], ...]:
    """The readings of a word that decline, each with its own nominative: number and gender kept.

    Known words only: ("путиним", "uk") -> ((Form(case="ablt", …), "путін"),). Lower case.
    """
    if lang == "en" or not _CYRILLIC.fullmatch(word):
        return ()
    found = []
    for form, parse in zip(forms(word, lang), _parses(word, lang), strict=True):
        if form.case and form.known:
            other = parse if form.case == "nomn" else parse.inflect({"nomn"})
            if other is not None:
                # The dictionary lacks some singulars ("арбітраж"): a plural is no nominative of theirs.
                strayed = "plur" in other.tag and "plur" not in parse.tag
                found.append((form, str(parse.normal_form if strayed else other.word)))
    return tuple(found)


def lexeme(word: str, lang: Lang) -> tuple[str, ...]:
    """All forms of the word in its likeliest reading, lower case; none for English."""
    if lang == "en" or not _CYRILLIC.fullmatch(word):
        return ()
    return tuple(
        form.word for form in analyser(lang).parse(word.replace("’", "'").replace("ʼ", "'"))[0].lexeme
    )
