"""The small words of grammar, of all languages at once: the same letters mean the same in each."""

from __future__ import annotations

from copydesk.lexicon import rows
from copydesk.model import LANGS, Gender

_GENDERS: dict[str, Gender] = {"m": "m", "f": "f", "n": "n"}
Person = tuple[Gender | None, bool]  # gender, plural


def _words(kind: str) -> frozenset[str]:
    return frozenset(row[0] for lang in LANGS for row in rows(lang, "function_words") if row[1] == kind)


def _persons(kind: str) -> dict[str, Person]:
    found = [row for lang in LANGS for row in rows(lang, "function_words") if row[1] == kind]
    return {row[0]: (_GENDERS.get(row[2]), row[3] == "plur") for row in found}


PRONOUNS = _persons("pronoun")  # "we" and "I" outside a quotation are the newsroom's
POSSESSIVES = _persons("possessive")
RELATIVES = _words("relative")
RELATIVE_OBLIQUE = _words("oblique")
THAT = _words("that")
HEARSAY = _words("hearsay")
AS = frozenset(("як", "как", "as"))  # of THAT, but also "як сказав мер"
ABOUT = frozenset(("про", "о", "об", "за"))
WITH_REFERENCE = _words("reference")
PREPOSITIONS = _words("preposition")
WORDS_OF = _words("words-of")
OPENING = _words("opening")
QUANTITIES = _words("quantity")
INSCRIBED = _words("inscribed")
SO_CALLED = tuple(sorted(_words("so-called")))
