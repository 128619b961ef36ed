"""Phrases that pages repeat around every article, from the lexicon lists `boilerplate`.

A row is `phrase | rule | where`. In a phrase `*` stands for any ending of a word and `...` for a few
words. `where`: `line` (the phrase is the whole line), `start` (the line begins with it), `any`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter

from copydesk.lexicon import rows
from copydesk.model import LANGS

_WORD = re.compile(r"[^\W_]+")
# What may stand before the first word and after the last one of a line that is only a phrase.
_LEAD = re.compile(r"[\W\d_]{0,8}")
_TRAIL = r"[\W\d_]{0,12}$"
_KEY = 4
_begin = itemgetter(slice(_KEY))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row: its words, its rule, and where it may stand."""

    words: str
    rule: str
    where: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What to match from the first word on; made when first asked for, for a text meets few phrases."""
        return _compile(self.words, self.where, self.rule)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase met at `start`..`stop` of a line; `where` as in the row."""

    rule: str
    where: str
    start: int
    stop: int


@lru_cache(maxsize=1_000)  # what a line is, and what to cut from it, is asked apart
def hit(text: str) -> Hit | None:
    """The first phrase that stands in `text` where it may; None for plain prose."""
    first = _LEAD.match(text)
    begin = first.end() if first else 0
    low = text.lower() if len(text.lower()) == len(text) else text
    at_first, inside = _index(False), _index(True)
    if at_first.keys().isdisjoint(map(_begin, _WORD.findall(low))):
        return None
    for word in _WORD.finditer(low):
        at = word.start()
        for phrase in (inside if at > begin else at_first).get(word[0][:_KEY], ()):
            met = phrase.pattern.match(text, at)
            if met and not _quoted(text, met.start()):
                return Hit(phrase.rule, phrase.where, met.start(), met.end())
    return None


def _quoted(text: str, at: int) -> bool:
    """True inside marks that are still open: the words of somebody, not of the page."""
    opened = text[:1] == '"' and '"' not in text[1:at] and text.count('"') > 1
    return opened or text.count("«", 0, at) > text.count("»", 0, at)


@cache
def _index(inside: bool) -> dict[str, tuple[Phrase, ...]]:
    """The phrases by the beginning of their first word, `line` and `start` before `any`.

    Only those may stand `inside` a line that may stand anywhere.
    """
    table: dict[str, list[Phrase]] = {}
    for lang in LANGS:
        for words, rule, where in rows(lang, "boilerplate"):
            if inside and where != "any":
                continue
            first = _WORD.search(words)
            key = first.group()[:_KEY].lower() if first else ""
            table.setdefault(key, []).append(Phrase(words, rule, where))
    order = ("line", "start", "any")
    return {key: tuple(sorted(found, key=lambda p: order.index(p.where))) for key, found in table.items()}


@cache
def _compile(words: str, where: str, rule: str) -> re.Pattern[str]:
    # A link's title is often glued to its cue: "Читайте такожМер відкрив міст".
    after = r"(?!(?-i:[a-zа-яіїєґё]))" if rule == "read-also" else r"(?!\w)"
    parts: list[str] = []
    for word in words.split():
        if word == "...":
            parts[-1] += r"(?:[\W_]{1,3}[^\s]{1,30}){0,6}?"
        else:
            whole = after if word[-1].isalnum() else ""
            parts.append(re.escape(word).replace(r"\*", r"\w{0,12}") + whole)
    return re.compile(r"[\W_]{1,3}".join(parts) + (_TRAIL if where == "line" else ""), re.IGNORECASE)
