"""The kinds of bodies: "авіакомпанія" and "завод" are companies, "відомство" is a ministry."""

from __future__ import annotations

from functools import cache

from copydesk.lexicon import rows
from copydesk.model import Lang
from copydesk.quotations.wording import fold, lemma


@cache
def families(lang: Lang) -> dict[str, str]:
    """The kind that a common noun for a body belongs to: "авіакомпанія" is a company; itself if alone."""
    return {fold(row[0]): row[1] if len(row) > 1 and row[1] else fold(row[0]) for row in rows(lang, "bodies")}


def family(word: str, lang: Lang) -> str | None:
    """The kind of body that this word names, in any form; None for other words."""
    known = families(lang)
    return known.get(fold(word)) or known.get(lemma(fold(word), lang))
