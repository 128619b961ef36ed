"""The titles that may mean one post: "глава МОЗ", "міністр охорони здоров'я"."""

from __future__ import annotations

from functools import cache, lru_cache

from copydesk.lexicon import rows
from copydesk.model import Lang
from copydesk.quotations.sights import Sight
from copydesk.quotations.trades import high
from copydesk.quotations.wording import Title, fold, lemma, post_words, posts

_MINISTRY: dict[Lang, str] = {"uk": "міністерство", "ru": "министерство"}
_FORMER = frozenset(("экс", "екс", "ex", "former"))
_DEPUTY: dict[Lang, str] = {"uk": "заступник", "ru": "заместитель"}


@cache
def _ministries(lang: Lang) -> tuple[tuple[str, frozenset[str]], ...]:
    """Short names of ministries with what they are for, and the word "ministry" itself."""
    return tuple(
        (fold(row[0]), frozenset(lemma(fold(word), lang) for word in row[1].split()))
        for row in rows(lang, "ministries")
    )


@lru_cache(maxsize=5_000)
def widened(told: frozenset[str], lang: Lang) -> frozenset[str]:
    """The words with a ministry's short name beside its long one: "глава МОЗ", "міністр охорони здоров'я"."""
    more: set[str] = set()
    for short, long in _ministries(lang):
        if short in told or long <= told:
            more |= {short, _MINISTRY[lang], *long}
    return told | more


@lru_cache(maxsize=5_000)
def titles(asked: frozenset[str], head: str, lang: Lang) -> tuple[Title, tuple[Title, ...]]:
    """The longest title that the words give, and all that may mean the same post."""
    own = max(
        (title for group in posts(lang) for title in group if title <= asked and head in title),
        key=len, default=_compound(head, lang),
    )  # fmt: skip
    groups = (group for group in posts(lang) if own in group and not (head in high(lang) and _heads(group)))
    return own, tuple(title for group in groups for title in group)


@cache
def lands(lang: Lang) -> dict[str, str]:
    """Words for lands by the size they are of: "край" is a region."""
    return {row[0]: row[1] for row in rows(lang, "lands")}


def of_its_land(own: Title, sight: Sight, lang: Lang) -> bool:
    """True for "глава города" and who is told to be "глава Лиска": the land goes by its name there."""
    sizes = lands(lang)
    asked = {sizes[word] for word in own if word in sizes}
    told = {sizes[word] for word in sight.told if word in sizes}
    named = any(tok.mention and tok.mention.kind == "place" for tok in sight.beside)
    return len(asked) == 1 and named and told <= asked and {w for w in own if w not in sizes} <= sight.heads


def _heads(group: tuple[Title, ...]) -> bool:
    """True for words that are said of the head of anything: "президент" alone is no "голова комісії"."""
    return group[0] in (frozenset(("глава",)), frozenset(("head",)))


def _compound(head: str, lang: Lang) -> frozenset[str]:
    """The words of a post written as one: "заммэра", "экс-министр"; of any other, itself."""
    first, dash, last = head.rpartition("-")
    if dash and first in _FORMER:
        return frozenset((last,))
    if head.startswith("зам") and lemma(head[3:], lang) in post_words(lang):
        return frozenset((_DEPUTY[lang], lemma(head[3:], lang)))
    return frozenset((head,))
