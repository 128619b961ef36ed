"""What a word of a text can be: a common word, a function word, a verb, the nominative of a noun."""

from __future__ import annotations

from functools import cache, lru_cache

from copydesk.actors.declension import inflected
from copydesk.lexicon import rows, words
from copydesk.model import LANGS, Lang
from copydesk.morphology import Form, forms

_NAMED = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
_FUNCTION = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "ADVB", "PRED", "GRND", "INFN"})
_VERBS = frozenset({"VERB", "GRND", "INFN", "PRTS"})


# What is said with a word is no part of it: "Вонь-то никуда не денется".
_SAID_WITH = ("-то", "-таки", "-ка")


@lru_cache(maxsize=50_000)
def _known(word: str, lang: Lang) -> tuple[Form, ...]:
    bare = word.lower()
    for particle in _SAID_WITH:
        bare = bare.removesuffix(particle)
    return tuple(form for form in forms(bare, lang) if form.known)


def common(word: str, lang: Lang) -> bool:
    """True for a word of the dictionary that is no name in any reading."""
    readings = _known(word, lang)
    named = any(form.tags & _NAMED for form in readings)
    return bool(readings) and not named and word.casefold() not in _given_forms(lang)


def of_place(word: str, lang: Lang) -> bool:
    """True for a place that the dictionary knows, and for an adjective, of which places are made."""
    return any("Geox" in form.tags or form.pos == "ADJF" for form in _known(word, lang))


def several(word: str, lang: Lang) -> bool:
    """True for people by a common noun in the plural: "Школярі", though a surname may look so."""
    plural = {"NOUN", "anim", "nomn", "plur"}
    return any(plural <= form.tags and not form.tags & _NAMED for form in _known(word, lang))


def given_name(word: str, lang: Lang) -> bool:
    """True for the nominative of a given name: "Павло"."""
    readings = forms(word.lower(), lang)
    return listed_given_name(word, lang) or any(
        "Name" in form.tags and form.case == "nomn" for form in readings
    )


def listed_given_name(word: str, lang: Lang) -> bool:
    """True for a given name of the list that the languages share."""
    return word.casefold() in _given_names(lang)


@cache
def _given_names(lang: Lang) -> frozenset[str]:
    column = LANGS.index(lang)
    cells = (row[column] for row in rows("", "given_names") if len(row) > column)
    return frozenset(name.strip().casefold() for cell in cells for name in cell.split(";"))


@cache
def _given_forms(lang: Lang) -> frozenset[str]:
    """For the dictionary "володимир" is a common noun in Ukrainian: the list knows better."""
    return frozenset(form for name in _given_names(lang) for form in inflected(name, lang))


def function_word(word: str, lang: Lang) -> bool:
    """As in "Водночас Мей", "Вместо Дэвиса"; no short syllable, which may be a name ("Ли")."""
    poses = {form.pos for form in _known(word, lang)}
    if poses == {"NPRO"}:
        return True
    return len(word) > (2 if "PREP" in poses else 3) and bool(poses) and poses <= _FUNCTION


def verb(word: str, lang: Lang) -> bool:
    """True for a word that can only be a verb."""
    readings = _known(word, lang)
    return bool(readings) and all(form.pos in _VERBS for form in readings)


def adjective(word: str, lang: Lang) -> bool:
    """True for a word that is likeliest an adjective."""
    return [form.pos for form in forms(word.lower(), lang)][:1] == ["ADJF"]


def title(word: str, lang: Lang) -> bool:
    """True for a post or an address in small letters, in any case: "сенатора"."""
    listed = words(lang, "name_titles")
    return word.islower() and any(form.lemma in listed for form in forms(word, lang))


def noun(word: str, lang: Lang) -> bool:
    """True for a noun of the dictionary."""
    return any(form.pos == "NOUN" for form in _known(word, lang))


def subject(word: str, lang: Lang) -> bool:
    """True for a noun that can only be a nominative (or a vocative)."""
    cases = {form.case for form in forms(word, lang) if form.pos == "NOUN"}
    return bool(cases) and cases <= {"nomn", "voct"}


def subject_of_one(word: str, lang: Lang) -> bool:
    """True for what may be a nominative singular, as surnames are: "Коваль", and for words nobody knows."""
    readings = forms(word.lower(), lang)
    ones = [form for form in readings if form.number != "plur" and "plur" not in form.tags]
    return not readings or any(form.pos in ("NOUN", "ADJF") and form.case == "nomn" for form in ones)


def agreeing_cases(word: str, lang: Lang, pos: str) -> set[tuple[str, str]]:
    """(case, gender or "plur") of the readings with this part of speech."""
    return {
        (form.case, "plur" if "plur" in form.tags else str(form.gender))
        for form in forms(word.lower(), lang)
        if form.pos == pos
    }
