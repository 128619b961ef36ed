"""What is compared of a text: its days, its actors, the stems of its headline, lead and body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from copydesk.lexicon import words
from copydesk.model import LANGS, Lang

# How much of a text is read: what a report is about stands at its top.
_LEAD = 350
_BODY = 2500

# Cognates of Ukrainian and Russian fall together: "переговорів" and "переговоров", "мінська" and "минская".
_FOLD = str.maketrans(
    {"і": "и", "ї": "и", "ы": "и", "є": "е", "э": "е", "ё": "е", "ґ": "г", "ь": "", "ъ": ""}
)
_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
# A capital after another word is a name's; at the start of a sentence it says nothing.
_NAME = re.compile(r"\w[,;:]?\s+[«\"“„(]?(?=([^\W\d_][\w’'-]*))")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_STEM = 5


@dataclass(frozen=True, slots=True)
class Trace:
    """One text as the event stage sees it. `happened` is (first day, last day); stems are folded.

    `title_names` are the names in the headline, `names` those of headline and lead;
    `numbers` those of headline and lead, `all_numbers` of the whole part that is read.
    """

    key: str
    lang: Lang
    published: date | None
    happened: tuple[date, date] | None
    actors: Mapping[str, float]
    title: frozenset[str]
    lead: frozenset[str]
    body: frozenset[str]
    title_names: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    all_numbers: frozenset[str]


def stems(text: str) -> frozenset[str]:
    """The folded stems of the words that carry meaning: "саммите" -> "самми"."""
    found = set()
    for word in _WORD.findall(text.casefold()):
        if len(word) > 1 and word not in _stop_words():
            found.add(word.translate(_FOLD)[:_STEM])
    return frozenset(found)


def trace(
    key: str,
    lang: Lang,
    title: str,
    text: str,
    actors: Mapping[str, float] | None = None,
    published: date | None = None,
    happened: tuple[date, date] | None = None,
) -> Trace:
    """The trace of a text. `actors`: slug -> weight, by how prominently it stands (see `edit`)."""
    headline, lead = stems(title), f"{title}\n{text[:_LEAD]}"
    return Trace(
        key=key,
        lang=lang,
        published=published,
        happened=happened,
        actors=dict(actors or {}),
        title=headline,
        lead=headline | stems(text[:_LEAD]),
        body=headline | stems(text[:_BODY]),
        title_names=_names(title),
        names=_names(lead),
        numbers=frozenset(_NUMBER.findall(lead)),
        all_numbers=frozenset(_NUMBER.findall(f"{title}\n{text[:_BODY]}")),
    )


def _names(text: str) -> frozenset[str]:
    words = (match.group(1) for match in _NAME.finditer(text))
    return frozenset().union(*(stems(word) for word in words if word[0].isupper()))


@cache
def _stop_words() -> frozenset[str]:
    return frozenset().union(*(words(lang, "stop_words") for lang in LANGS))
