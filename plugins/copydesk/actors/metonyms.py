"""Whether a capital or residence stands for its state: where it speaks, decides, is paired or dealt with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from copydesk.actors.finder import folded
from copydesk.lexicon import words
from copydesk.model import Lang, Mention, Span
from copydesk.morphology import forms
from copydesk.text import Token, tokens

_AND = frozenset({"та", "і", "й", "и", "да", "and"})
_BETWEEN = frozenset({"між", "между", "between"})
_WITH = frozenset({"з", "із", "зі", "с", "со", "with"})
_IN = frozenset({"в", "у", "во", "in"})
_SMALL = frozenset(
    {"не", "також", "вже", "уже", "тоже", "также", "ще", "ещё", "has", "have", "had", "also", "not"}
)
_AROUND = 60


def stands_for_state(text: str, lang: Lang, mention: Mention, others: Sequence[Mention]) -> bool:
    """True where the place named by `mention` acts as a state; `others` are the document's other seats."""
    after = tokens(text, Span(mention.span.stop, min(len(text), mention.span.stop + _AROUND)))
    before = tokens(text, Span(max(0, mention.span.start - _AROUND), mention.span.start))
    if _paired(text, lang, mention, others):
        return True
    if _dealt_with(before, lang):
        return True
    if _nominative(text, mention) and not (before and before[-1].text.casefold() in _IN):
        return _acts(after, lang)
    in_place = bool(before) and before[-1].text.casefold() in _IN
    # "У Пекіні заявили" has no subject but the place; "міністр у Пекіні заявив" has one.
    return in_place and (_acts(after[:1], lang, True) or _acts(before[-2:-1], lang, True))


def _dealt_with(before: Sequence[Token], lang: Lang) -> bool:
    """True behind "warned", or behind "relations with": what is done to a state, not to a city."""
    words_before = [token.text.casefold() for token in before[-2:]]
    if not words_before:
        return False
    if words_before[-1] in _WITH:
        return len(words_before) == 2 and _known(words_before[0], lang, "dealings", "NOUN")
    return _known(words_before[-1], lang, "dealing", "VERB")


def _known(word: str, lang: Lang, lexicon: str, pos: str) -> bool:
    if lang == "en":
        return word in words(lang, lexicon)
    return any(form.pos == pos and form.lemma in words(lang, lexicon) for form in forms(word, lang))


def _nominative(text: str, mention: Mention) -> bool:
    return folded(mention.span.of(text)) == folded(mention.lemma)


def _acts(after: Sequence[Token], lang: Lang, plural: bool = False) -> bool:
    """True where the next word, small words aside, is a verb of speech or decision."""
    for token in after:
        low = token.text.casefold()
        if low not in _SMALL:
            return token.is_word and _deciding(low, lang, plural)
    return False


def _deciding(word: str, lang: Lang, plural: bool) -> bool:
    if lang == "en":
        return word in _verbs(lang) and not plural
    readings = (
        f for f in forms(word, lang) if f.pos in ("VERB", "INFN") and (not plural or f.number == "plur")
    )
    return any(folded(form.lemma) in _verbs(lang) for form in readings)


@cache
def _verbs(lang: Lang) -> frozenset[str]:
    return frozenset(folded(word) for word in words(lang, "deciding") | words(lang, "saying"))


def _paired(text: str, lang: Lang, mention: Mention, others: Sequence[Mention]) -> bool:
    """Two seats joined, with "between" or a verb: "між Москвою та Пекіном", "Москва і Пекін заявили"."""
    for other in others:
        first, last = sorted((mention.span, other.span))
        joined = [t.text.casefold() for t in tokens(text, Span(first.stop, last.start))]
        if other.span == mention.span or len(joined) != 1 or joined[0] not in _AND:
            continue
        lead = tokens(text, Span(max(0, first.start - _AROUND), first.start))
        if lead and lead[-1].text.casefold() in _BETWEEN:
            return True
        if lead and lead[-1].text.casefold() in _IN:
            return False
        # "Москва и Пекин конкурируют": whatever they do together, states do it.
        return _predicate(tokens(text, Span(last.stop, min(len(text), last.stop + _AROUND))), lang)
    return False


def _predicate(after: Sequence[Token], lang: Lang) -> bool:
    """True where the next word, small words aside, is a finite verb in the plural (English: of deciding)."""
    for token in after:
        low = token.text.casefold()
        if low not in _SMALL:
            plural = any(f.pos == "VERB" and f.number == "plur" for f in forms(low, lang))
            return token.is_word and (plural or _deciding(low, lang, False))
    return False
