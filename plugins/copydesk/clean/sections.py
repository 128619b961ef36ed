"""Rows of sections: the menus of a page."""

from __future__ import annotations

import re
from functools import cache

from copydesk.lexicon import words
from copydesk.model import LANGS

# Between the sections of a menu stands a mark or a wide gap.
_SEPARATOR = re.compile(r"\s{2,}|\s[|•·»›>→/]\s")
_TRAIL = re.compile(r"\s[»›>→]\s")


def is_menu(raw: str) -> bool:
    """A row of sections or a trail of them: "Головна | Політика | Спорт", "Головна » Політика"."""
    pieces = [piece for piece in _SEPARATOR.split(raw.strip()) if piece]
    short = all(len(piece.split()) <= 3 and piece[-1] not in ".,;:!?" for piece in pieces)
    return short and (len(pieces) >= 3 or (len(pieces) == 2 and bool(_TRAIL.search(raw))))


def is_sections(text: str) -> bool:
    """Two names of sections or more and hardly anything else: "News Opinion Sport Culture"."""
    found = text.split()
    known = sum(word.casefold() in _sections() for word in found)
    strangers = len(found) - known
    one_more = strangers == 1 and known > 2 and all(word[0].isupper() for word in found)
    return known >= 2 and len(found) <= 20 and (not strangers or one_more)


def is_section(word: str) -> bool:
    """True for the name of a section: "Новости"."""
    return word.casefold() in _sections()


def names_topics(text: str) -> bool:
    """A row of topics: "мости, бюджет, міська рада". No headline begins with a small letter."""
    parts = text.split(", ")
    row = len(parts) > 2 and all(part[:1].islower() and len(part.split()) < 4 for part in parts)
    return row and text[-1].isalnum()


@cache
def _sections() -> frozenset[str]:
    return frozenset().union(*(words(lang, "sections") for lang in LANGS))
