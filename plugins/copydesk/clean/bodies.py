"""A line that is only the name of whoever issued the text, as the pages of authorities begin."""

from __future__ import annotations

import re
from functools import cache

from copydesk.lexicon import rows
from copydesk.model import LANGS, Lang
from copydesk.morphology import forms

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CYRILLIC: tuple[Lang, ...] = ("uk", "ru")
_SMALL = frozenset(("of", "the", "for", "and", "on", "in"))


def is_body(text: str) -> bool:
    """True for "Міністерство оборони України", "Ministry of Transport of Carpia": a body, and no verb."""
    found = _WORD.findall(text)
    if not found or text[-1] in ".!?:" or not found[0][0].isupper() or found[0].casefold() not in _nouns():
        return False
    if text.isascii():
        return all(word[0].isupper() or word in _SMALL for word in found) and "of" in found[1:2]
    return not any(_states(word.casefold(), lang) for lang in _CYRILLIC for word in found[1:])


def _states(word: str, lang: Lang) -> bool:
    """True for a word that is likeliest a verb or a short participle: what is told, not named."""
    readings = [form for form in forms(word, lang) if form.known]
    return bool(readings) and all(form.pos in ("VERB", "PRTS", "INFN", "PRED") for form in readings)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(row[0].casefold() for lang in LANGS for row in rows(lang, "bodies"))
