"""Nominatives: "Реджепом Тайипом Эрдоганом" -> "Реджеп Тайип Эрдоган".

The words of one name agree in case and gender, so they are read together: for each case and
gender every word offers its best nominative, and the case that fits all words best wins. A form
that the document itself uses elsewhere is worth more than one that a rule makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from copydesk.model import Gender, Lang
from copydesk.morphology import forms, nominatives
from copydesk.names.agreement import Stands
from copydesk.names.endings import by_ending
from copydesk.names.plausible import echo, fixed, plausible, rare, undeclined

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_HOW: dict[str, Stands] = {"nomn": "nominative"}
_AGREES = 0.6  # what the words around a name say weighs as much as a form found elsewhere in the text
_GENDERS: tuple[Gender, ...] = ("m", "f")
_READINGS = tuple((case, gender) for gender in _GENDERS for case in _CASES)
_PERSONAL = frozenset({"Name", "Surn", "Patr"})

_ROMAN = re.compile(r"[IVXІХ]+")  # "Бенедикт XVI", also in Cyrillic letters


@dataclass(frozen=True, slots=True)
class Nominative:
    """The words of a name in the nominative, and the gender where a word decides it."""

    text: str
    gender: Gender | None = None


class _Offer(NamedTuple):
    lemma: str
    score: float
    sure: bool = False


def person(
    words: Sequence[str], lang: Lang, attested: Mapping[str, int], how: Stands | None = None
) -> Nominative:
    """The nominative of a person's name given as its words (initials stay as they are).

    `attested` counts the words of the document, lower case; `how` the name stands, where that is known.
    English names do not decline.
    """
    if lang == "en":
        return Nominative(" ".join(words))
    read = [_offers(word.lower(), lang, attested, first=i == 0) for i, word in enumerate(words)]
    best: tuple[float, list[str], Gender | None] = (float("-inf"), list(words), None)
    for case, gender in _READINGS:
        offers = [offered[case, gender] for offered in read]
        score = sum(o.score for o in offers) + (0.05 if gender == "m" else 0)
        score += (0.3 if case == "nomn" else 0.0) + _AGREES * (how == _HOW.get(case, "oblique"))
        if score > best[0]:
            told = any(o.sure and not _either(w.lower(), lang) for w, o in zip(words, offers, strict=True))
            sure: Gender | None = gender if told else None
            best = (score, [_cased(w, o.lemma) for w, o in zip(words, offers, strict=True)], sure)
    return Nominative(" ".join(best[1]), best[2])


def _offers(
    lower: str, lang: Lang, attested: Mapping[str, int], first: bool
) -> dict[tuple[str, Gender], _Offer]:
    """The best nominative of one word for each case and gender it may be read in; as it stands at worst."""
    if "-" in lower and len(lower) > 3:
        parts = lower.split("-")
        read = [_offers(part, lang, attested, first) for part in parts]
        return {key: _hyphened(parts, [offered[key] for offered in read]) for key in _READINGS}
    if fixed(lower):
        return dict.fromkeys(_READINGS, _Offer(lower, 1.0))
    if len(lower) < 3 or lower.isascii():
        return dict.fromkeys(_READINGS, _Offer(lower, 0.0))
    kept = {gender: _Offer(lower, 0.3 if undeclined(lower, gender) else -1.0) for gender in _GENDERS}
    best = {(case, gender): kept[gender] for case, gender in _READINGS}
    for case, genders, offer in (
        *_by_dictionary(lower, lang, attested, first),
        *_by_ending(lower, lang, attested),
    ):
        for gender in genders:
            if (case, gender) in best and offer.score > best[case, gender].score:
                best[case, gender] = offer
    return best


@cache
def _either(lower: str, lang: Lang) -> bool:
    """True for a given name that men and women bear, as it stands: "Робін", "Саша"."""
    names = [f for f in forms(lower, lang) if "Name" in f.tags and f.case == "nomn" and "plur" not in f.tags]
    return {"m", "f"} <= {f.gender for f in names}


def _hyphened(parts: Sequence[str], offers: Sequence[_Offer]) -> _Offer:
    """Only the last part need decline: "Жан-Клодом", "Гулд-Дэвиса"."""
    kept = [o if o.score > 0 else _Offer(w, 0.1) for w, o in zip(parts, offers, strict=True)]
    joined = [*kept[:-1], offers[-1]]
    return _Offer(
        "-".join(o.lemma for o in joined), sum(o.score for o in joined) / len(joined), joined[0].sure
    )


_Read = Iterator[tuple[str, tuple[Gender, ...], _Offer]]


def _by_dictionary(lower: str, lang: Lang, attested: Mapping[str, int], first: bool) -> _Read:
    for form, nominative in nominatives(lower, lang):
        named = form.tags & _PERSONAL
        if "plur" in form.tags or not named:
            continue
        given = bool(named & {"Name", "Patr"})
        worth = -0.2 if rare(lower, nominative, form.case, lang) else 2.0 + (0.5 if given and first else 0.0)
        worth += form.score * 0.2 + echo(nominative, lower, attested)
        sure = given or nominative.endswith(("ова", "єва", "ева", "ська", "ская"))
        yield form.case, (form.gender,) if form.gender else _GENDERS, _Offer(nominative, worth, sure)


def _by_ending(lower: str, lang: Lang, attested: Mapping[str, int]) -> _Read:
    for case, gender, nominative in by_ending(lower, lang):
        sure = nominative.endswith(("ський", "ский", "цький", "цкий", "ська", "ская"))
        worth = plausible(lower, nominative) + echo(nominative, lower, attested)
        yield case, (gender,), _Offer(nominative, worth, sure)


def phrase(words: Sequence[str], lang: Lang, attested: Mapping[str, int]) -> str:
    """The nominative of an organisation or a place: the head and what agrees with it, the tail as it is.

    "Міністерству закордонних справ" -> "Міністерство закордонних справ"; names in capitals,
    in Latin letters or unknown stay as attested.
    """
    if lang == "en" or not words:
        return " ".join(words)
    head = _head(words, lang)
    if head is None:
        return " ".join([_lone(words[0], lang, attested), *words[1:]]) if len(words) == 1 else " ".join(words)
    turned = _agreeing(words[: head + 1], lang, attested)
    return " ".join([*turned, *words[head + 1 :]])


def _head(words: Sequence[str], lang: Lang) -> int | None:
    """The place of the first noun, when only adjectives stand before it."""
    for i, word in enumerate(words):
        readings = [f for f in forms(word.lower(), lang) if f.known]
        if word.isascii() or (word.isupper() and len(word) > 1):
            return None
        poses = {f.pos for f in readings}
        if poses & {"ADJF", "PRTF"} and i + 1 < len(words) and word.lower()[-2:] not in ("ть",):
            continue
        return i if "NOUN" in poses else None
    return None


def _agreeing(words: Sequence[str], lang: Lang, attested: Mapping[str, int]) -> list[str]:
    """The adjectives and the noun of a head in one case, number and gender, turned to the nominative."""
    best: tuple[float, list[str]] = (0.0, list(words))
    for noun, lemma in nominatives(words[-1].lower(), lang):
        if noun.pos != "NOUN":
            continue
        turned, score = (
            [lemma],
            noun.score + (0.5 if noun.case == "nomn" else 0.0) + echo(lemma, "", attested),
        )
        score += 0.5 if noun.tags & {"Geox", "Orgn"} else 0.0
        score -= 0.3 if noun.tags & _PERSONAL else 0.0
        for word in words[-2::-1]:
            fits = [
                nominative
                for form, nominative in nominatives(word.lower(), lang)
                if form.case == noun.case
                and ("plur" in form.tags) == ("plur" in noun.tags)
                and form.gender in (noun.gender, None)
            ]
            score += 1.0 if fits else -1.0
            turned.insert(0, fits[0] if fits else word)
        if score > best[0]:
            best = (score, [_cased(w, t) for w, t in zip(words, turned, strict=True)])
    return best[1]


def _lone(word: str, lang: Lang, attested: Mapping[str, int]) -> str:
    """One unknown word: a shorter sister form that the document itself uses, else as it stands."""
    if word.isupper() or word.isascii():
        return word
    for _, _, nominative in by_ending(word.lower(), lang):
        if nominative != word.lower() and attested.get(nominative):
            return _cased(word, nominative)
    return word


def _cased(word: str, lemma: str) -> str:
    """`lemma` with capitals as in `word` (all capitals are set as a name); no ё that was not there."""
    if "ё" not in word.lower():
        lemma = lemma.replace("ё", "е")
    if "-" in word and word.count("-") == lemma.count("-"):
        return "-".join(_cased(w, n) for w, n in zip(word.split("-"), lemma.split("-"), strict=True))
    if not word[:1].isupper():
        return lemma
    if (len(word) <= 2 or _ROMAN.fullmatch(word)) and word.lower() == lemma:
        return word
    if any(c.isupper() for c in word[1:]) and not word.isupper():
        return word if word.lower() == lemma else lemma[:1].upper() + lemma[1:]
    return lemma[:1].upper() + lemma[1:]
