"""Which of the three languages a text is in: by the letters only one of them has, then by small words."""

from __future__ import annotations

import re
from collections import Counter

from copydesk.lexicon import words
from copydesk.model import LANGS, Lang

# Letters that tell the two Cyrillic languages apart; і is one letter in twenty of Ukrainian, ы one in fifty.
_UK = "іїєґ"
_RU = "ыэъё"
# Letters of Belarusian, Serbian, Macedonian, Kazakh and other neighbours: none of ours.
_FOREIGN = "ўђјљњћџѓќѕәғқңөұүһ"
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
# A paragraph is enough; the rest of a long text says the same.
_ENOUGH = 4_000


def detect(text: str) -> Lang | None:
    """The language of `text`: `uk`, `ru` or `en`; None for another language or too little to tell.

    >>> detect("Сьогодні в місті відкрили міст")
    'uk'
    """
    sample = text[:_ENOUGH].casefold()
    letters = Counter(sample)
    cyrillic = sum(n for c, n in letters.items() if "Ѐ" <= c <= "ӿ")
    latin = sum(n for c, n in letters.items() if c.isalpha()) - cyrillic
    if cyrillic * 2 >= latin and cyrillic:
        return _cyrillic(letters, cyrillic, _small_words(sample))
    return _english(_WORD.findall(sample)) if latin >= 3 else None


def _small_words(sample: str) -> dict[Lang, int]:
    found = Counter(_WORD.findall(sample))
    return {lang: sum(found[word] for word in words(lang, "small") & found.keys()) for lang in LANGS}


def _cyrillic(letters: Counter[str], total: int, small: dict[Lang, int]) -> Lang | None:
    if sum(letters[c] for c in _FOREIGN) * 300 > total:
        return None
    if letters["ъ"] > 2 and letters["ъ"] > letters["ы"]:
        return None  # Bulgarian: "България" has its ъ where Russian has none, and never ы
    uk = sum(letters[c] for c in _UK) + small["uk"]
    ru = sum(letters[c] for c in _RU) + small["ru"]
    return None if uk == ru else "uk" if uk > ru else "ru"


def _english(found: list[str]) -> Lang | None:
    """English has its small words everywhere; a German or Polish text has next to none of them."""
    small = words("en", "small")
    hits = sum(word in small for word in found)
    return "en" if hits and hits >= 0.12 * len(found) else None
