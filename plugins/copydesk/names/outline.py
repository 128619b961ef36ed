"""The shape of a word as the name model was taught it: script and capitals, or the very mark.

"Обрій" -> "RU_Xx", "BBC" -> "EN_XX", "2024" -> "NUM", "," -> "PUNCT_,". After slovnet (MIT).
"""

from __future__ import annotations

import re
from functools import lru_cache

_MARKS = "!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―`\"'«»„“ʼʻ”№…"
_KIND = re.compile(
    rf"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)|(?P<PUNCT>[{re.escape(_MARKS)}]+)", re.IGNORECASE
)


@lru_cache(maxsize=50_000)
def outline(word: str) -> str:
    """The name of the word's shape, one of those the model knows."""
    begins = _KIND.match(word)
    kind = begins.lastgroup if begins else None
    if kind in ("RU", "EN"):
        return f"{kind}_{_capitals(word)}"
    if kind == "PUNCT":
        return f"PUNCT_{word}" if len(word) == 1 else "PUNCT_OTHER"
    return kind or "OTHER"


def _capitals(word: str) -> str:
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "xx"
    if _title(word):
        return "Xx"
    left, hyphen, right = word.partition("-")
    return "Xx-Xx" if hyphen and _title(left) and _title(right) else "OTHER"


def _title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()
