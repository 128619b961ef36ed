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
    """Two names of sections or more and nothing else: "News Opinion Sport Culture"."""
    found = text.casefold().split()
    return 2 <= len(found) <= 20 and all(word in _sections() for word in found)


@cache
def _sections() -> frozenset[str]:
    return frozenset().union(*(words(lang, "sections") for lang in LANGS))
