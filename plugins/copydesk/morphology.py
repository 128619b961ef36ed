"""Word forms of Ukrainian and Russian: what a word may be, from pymorphy3's dictionaries.

The analysers load on first use only (a run with nothing new never pays for them).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from copydesk.model import Gender, Lang

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

# Only these reach the dictionary: it fails on letters that Unicode left without a name.
_CYRILLIC = re.compile(r"[\u0400-\u052f'’ʼ-]+")

_GENDERS: dict[str, Gender] = {"masc": "m", "femn": "f", "neut": "n"}


@dataclass(frozen=True, slots=True)
class Form:
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

    return MorphAnalyzer(lang=lang)


@lru_cache(maxsize=50_000)
def forms(word: str, lang: Lang) -> tuple[Form, ...]:
    """The readings of a Cyrillic word, likeliest first; none for anything else, and none for English."""
    if lang == "en" or not _CYRILLIC.fullmatch(word):
        return ()
    readings = []
    for parse in analyser(lang).parse(word.replace("’", "'").replace("ʼ", "'")):
        tag = parse.tag
        readings.append(
            Form(
                lemma=parse.normal_form,
                pos=str(tag.POS or ""),
                case=str(tag.case or ""),
                number=str(tag.number or ""),
                gender=_GENDERS.get(str(tag.gender or "")),
                tags=frozenset(str(g) for g in tag.grammemes),
                score=float(parse.score),
                known=bool(parse.is_known),
            )
        )
    return tuple(readings)


@lru_cache(maxsize=50_000)
def nominatives(word: str, lang: Lang) -> tuple[tuple[Form, str], ...]:
    """The readings of a word that decline, each with its own nominative: number and gender kept.

    Known words only: ("путиним", "uk") -> ((Form(case="ablt", …), "путін"),). Lower case.
    """
    if lang == "en" or not _CYRILLIC.fullmatch(word):
        return ()
    found = []
    readings = forms(word, lang)
    for form, parse in zip(
        readings, analyser(lang).parse(word.replace("’", "'").replace("ʼ", "'")), strict=True
    ):
        if form.case and form.known:
            other = parse if form.case == "nomn" else parse.inflect({"nomn"})
            if other is not None:
                found.append((form, str(other.word)))
    return tuple(found)
