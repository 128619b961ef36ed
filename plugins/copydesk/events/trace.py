"""What is compared of a text: its days, actors, people, names, amounts, and the stems of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from copydesk.events.stems import NAME_STEM, STEM, cut, fold, meaningful
from copydesk.lexicon import words
from copydesk.model import LANGS, Lang

# How much of a text is read: what a report is about stands at its top.
LEAD = 350
_READ = 4000
_SENTENCES = 20
_LEAD_SENTENCES = 2
_NAME = re.compile(r"[^\W\d_][\w’'-]*")
_SENTENCE = re.compile(r"(?<=[.!?…])[»”\")]*\s+(?=[^\W\d_]|[«\"“„])|\n+")
_AMOUNT = re.compile(r"(\d+(?:[.,]\d+)?)[\s-]{0,2}([^\W\d_]{2,})(?:[\s.]{1,2}([^\W\d_]{2,}))?")
_UNIT = 4


@dataclass(frozen=True, slots=True)
class Trace:
    """One text as the event stage sees it. `happened` is (first day, last day); stems are folded.

    `lead` holds headline and first lines, `news` the text up to where it only recalls, `body` all that
    is read; `long_body` the same as long stems. `title_names` and `names` (of headline and lead) are long
    stems; `people` are those of headline and first sentences; `amounts`: unit -> numbers told of it.
    """

    key: str
    lang: Lang
    published: date | None
    happened: tuple[date, date] | None
    actors: Mapping[str, float]
    title: frozenset[str]
    lead: frozenset[str]
    news: frozenset[str]
    body: frozenset[str]
    long_lead: frozenset[str]
    long_body: frozenset[str]
    title_names: frozenset[str]
    names: frozenset[str]
    people: frozenset[str]
    all_people: frozenset[str]
    amounts: Mapping[str, frozenset[str]]
    title_amounts: Mapping[str, frozenset[str]]


def trace(
    key: str,
    lang: Lang,
    title: str,
    text: str,
    actors: Mapping[str, float] | None = None,
    published: date | None = None,
    happened: tuple[date, date] | None = None,
    people: Mapping[str, str] | None = None,
) -> Trace:
    """The trace of a text. `actors`: slug -> weight, by how prominently it stands (see `edit`).

    `people`: the names of persons as they stand -> their nominative.
    """
    sentences = [s for s in _SENTENCE.split(text[:_READ]) if s.strip()][:_SENTENCES]
    news, start, whole = _recall(sentences), f"{title}\n{text[:LEAD]}", "\n".join((title, *sentences))
    opening = "\n".join((title, *sentences[:_LEAD_SENTENCES]))
    title_words, lead = meaningful(title), meaningful(start)
    told = meaningful("\n".join((title, *sentences[:news])))
    body = told | meaningful("\n".join(sentences[news:]))
    surnames = {form: _surname(name) for form, name in (people or {}).items()}
    return Trace(
        key=key,
        lang=lang,
        published=published,
        happened=happened,
        actors=dict(actors or {}),
        title=cut(title_words),
        lead=cut(lead),
        news=cut(told),
        body=cut(body),
        long_lead=cut(lead, NAME_STEM),
        long_body=cut(body, NAME_STEM),
        title_names=_names(title),
        names=_names(start),
        people=frozenset(name for form, name in surnames.items() if form in opening),
        all_people=frozenset(surnames.values()),
        amounts=_amounts(whole),
        title_amounts=_amounts(title),
    )


def _recall(sentences: list[str]) -> int:
    """How many sentences tell the news: from "нагадаємо" on a text speaks of what was before."""
    for place, sentence in enumerate(sentences):
        if place and sentence.casefold().lstrip(' «"“—–-').startswith(_recalling()):
            return place
    return len(sentences)


def _names(text: str) -> frozenset[str]:
    """Words with a capital. The first of a line is left out: its capital says nothing."""
    found = (
        m.group()
        for m in _NAME.finditer(text)
        if m.start() and text[m.start() - 1] != "\n" and m.group()[0].isupper()
    )
    return cut(meaningful(" ".join(found)), NAME_STEM)


def _surname(name: str) -> str:
    return fold(name).split()[-1][:STEM] if name.split() else ""


def _amounts(text: str) -> dict[str, frozenset[str]]:
    """The numbers that stand before each unit: "7 раз", "8 ноября", "2,2 балла"."""
    found: dict[str, set[str]] = {}
    for number, unit in _counted(fold(text)):
        found.setdefault(unit[:_UNIT], set()).add(number.replace(",", "."))
    return {unit: frozenset(numbers) for unit, numbers in found.items()}


def _counted(folded: str) -> Iterator[tuple[str, str]]:
    for number, unit, beyond in _AMOUNT.findall(folded):
        yield number, beyond if beyond and unit.startswith(_multipliers()) else unit


@cache
def _recalling() -> tuple[str, ...]:
    return tuple(sorted(phrase for lang in LANGS for phrase in words(lang, "recalling")))


@cache
def _multipliers() -> tuple[str, ...]:
    return tuple(sorted(fold(w) for lang in LANGS for w in words(lang, "multipliers")))
