"""How far one reading of a person's name word is to be believed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from copydesk.model import Lang
from copydesk.names.wordclass import listed_given_name

_WOMANS = re.compile(r"[иі]я$")
_ADJECTIVES = ("ский", "цкий", "ський", "цький")
# Ends that no name has ("Озлем" is not of "Озл"), and ends of men's surnames ("Гольдмана" is of "Гольдман").
_UNSAID = re.compile(r"[бвгґджзкпстфхцчшщ][лмнр]ь?$")
_MANS = re.compile(r"(?:ман|ер|берг|сон|сен|тейн|тон|[бкнлр]с|[лрн]д|рг|гг)$")


def rare(word: str, nominative: str, case: str, lang: Lang) -> bool:
    """Old names that a foreign one looks a form of: "Асия" is not of "Асий", "Бібі" not of "Біба"."""
    man = word[-1] in "яиюії" and nominative.endswith(("ий", "ій"))
    feminine = word[-1] == "і" and not word.endswith(("ові", "еві", "єві"))  # "Миронові" is a man's dative
    return (man and not listed_given_name(nominative, lang)) or (feminine and case in ("datv", "loct"))


def echo(nominative: str, word: str, attested: Mapping[str, int]) -> float:
    """More for a nominative that the document uses in another place."""
    return 0.6 if nominative != word and attested.get(nominative) else 0.0


def plausible(word: str, nominative: str) -> float:
    """How far an ending alone is to be believed: "-ом" far, a vowel of the stem little.

    "-ия" and its forms are a woman's ("Асии" -> "Асия", not "Асий").
    """
    if word == nominative:
        return 0.8 if _WOMANS.search(word) else 0.2
    if _UNSAID.search(nominative) or (
        nominative.endswith(("ий", "ій")) and not nominative.endswith(_ADJECTIVES)
    ):
        return 0.0
    changed = sum(a != b for a, b in zip(word, nominative, strict=False)) + abs(len(word) - len(nominative))
    believed = 0.3 + 0.15 * min(changed, 3) + (0.2 if _MANS.search(nominative) else 0.0)
    return 0.0 if word[-1] in "иіы" and not word.endswith("ии") else believed


def fixed(word: str) -> bool:
    """True for a surname that never declines: "Чавушоглу" is of no "Чавушогла"."""
    return word.endswith(("оглу", "оглы", "огли", "кизи", "кызы", "заде"))


def undeclined(word: str, gender: str) -> bool:
    """Women's names on a consonant, foreign ones on a vowel, need not decline: "Джанет Єллен", "Биби"."""
    if word[-1] in "оэюїёеєиіу":
        return not word.endswith(("ого", "его", "ому", "ему", "ие", "ии", "ию", "ії", "ію", "ією"))
    return gender == "f" and word[-1] in "бвгґджзклмнпрстфхцчшщйь"
