"""How much a word tells of what a text is about: little for "президент", much for a rare name."""

from __future__ import annotations

import json
from collections.abc import Set
from functools import cache, lru_cache
from pathlib import Path

from copydesk.events.stems import STEM, stems
from copydesk.lexicon import words
from copydesk.model import LANGS

# The table knows Russian news and, by their cognates, most Ukrainian ones. What it does not know is rare
# in Cyrillic letters; in Latin ones it is most often plain English.
_RARE, _LATIN, _COMMON = 8.5, 6.0, 4.0


@cache
def weight(stem: str) -> float:
    """0.5 for the commonest stems of the news (folded as in `trace`), 8.5 for those met rarely."""
    key = stem[:STEM]
    if key in _common():
        return _COMMON
    return _table().get(key, _LATIN if key.isascii() else _RARE)


@lru_cache(maxsize=2_000)  # a text is compared with many others
def _total(part: frozenset[str]) -> float:
    return sum(map(weight, part))


def share(part: frozenset[str], whole: Set[str], nothing: float = 0.0) -> float:
    """How much of `part` stands in `whole`, by weight; `nothing` where `part` is empty."""
    total = _total(part)
    return sum(map(weight, part & whole)) / total if total else nothing


@cache
def _table() -> dict[str, float]:
    text = (Path(__file__).parent / "stems.json").read_text(encoding="utf-8")
    return {stem: float(value) for value, stems in json.loads(text).items() for stem in stems.split()}


@cache
def _common() -> frozenset[str]:
    return frozenset().union(*(stems(" ".join(words(lang, "common_words"))) for lang in LANGS))
