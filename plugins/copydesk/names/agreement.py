"""Whether a name stands in the nominative, told by the words around it.

"Валерія Лисина" is a woman in the nominative and a man in the genitive: "голова банку (НБУ) Валерія Лисина
сказала", "заява Валерія Лисина". The words before it tell which, where they tell anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from copydesk.model import Gender, Lang
from copydesk.morphology import Form, forms
from copydesk.names.page import Name, Page
from copydesk.text import Token

Stands = Literal["nominative", "oblique"]
_WORDS = 12  # so many before a name may be those of a post with its bodies


def stands(page: Page, name: Name) -> Stands | None:
    """How a name on "а" or "я" stands; None for other names and where nothing tells."""
    words = name.span.of(page.text).split()
    if page.lang == "en" or name.kind != "person" or len(words) < 2 or not all(w[-1] in "ая" for w in words):
        return None
    sentence = next((s for s in page.sentences if s.inside(name.span)), None)
    if sentence is None:
        return None
    at = sentence.place(sentence.inside(name.span)[0])
    behind = sentence.after(name.span)
    does = forms(behind.text.lower(), page.lang) if behind and behind.is_word else ()
    told = _before(sentence.tokens[max(0, at - _WORDS) : at], page.lang)
    if told == "nominative" and _acts(does, "m"):
        return "oblique"  # "Адвокат Валерія Лисина заявив": he acts for him
    return told or ("nominative" if _acts(does, "f") else None)


def _before(tokens: tuple[Token, ...], lang: Lang) -> Stands | None:
    """What the words before a name say of its case: those of its post, what it belongs to, a verb."""
    thing = False
    for token in _without_brackets(tokens):
        read = forms(token.text.lower(), lang) if token.is_word else ()
        if not read and not token.is_word:
            break
        kinds = {form.pos for form in read}
        if "PREP" in kinds:
            return "oblique"
        if kinds & {"VERB", "INFN", "GRND", "CONJ"} and "NOUN" not in kinds:
            return "nominative" if not thing and _acts(read, "f") else None
        if thing and "ADJF" in kinds:
            continue  # "старого будинку": a noun at times, and none before one
        nouns = [form for form in read if form.pos == "NOUN" and "plur" not in form.tags]
        if people := [form.case for form in nouns if "anim" in form.tags]:
            return None if {"nomn"} < set(people) else "nominative" if "nomn" in people else "oblique"
        thing = thing or bool(nouns)
    return "oblique" if thing else None


def _without_brackets(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """The tokens from the last to the first, but for what stands in brackets: "банку (НБУ)"."""
    depth = 0
    for token in reversed(tokens):
        depth += (token.text == ")") - (token.text == "(")
        if depth == 0 and token.text != "(":
            yield token


def _acts(read: tuple[Form, ...], gender: Gender) -> bool:
    """True for a verb whose form says that a man or a woman acts: "сказав", "сказала"."""
    return any(form.pos == "VERB" and form.gender == gender for form in read)
