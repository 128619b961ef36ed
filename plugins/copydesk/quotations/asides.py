"""The newsroom's asides inside somebody's words: "A, — сказала лікарка. — B"."""

from __future__ import annotations

import re
from functools import cache

from copydesk.lexicon import words
from copydesk.model import Lang, Span
from copydesk.quotations.function_words import PRONOUNS
from copydesk.quotations.passages import trimmed
from copydesk.quotations.verbs import Verb, verb

# ", — сказала лікарка. — " : an aside of the newsroom inside somebody's words.
_ASIDE = re.compile(r"[,.!?…]['\"»]?\s*[-—]\s*(?=([^\W\d_]+)(?:\s+([^\W\d_]+))?)")
ASIDES = ("say", "think", "report", "relay")
_CLAUSE = re.compile(r"[^,.;:!?…—–\n]+")
_BACK = re.compile(r"[.,:]\s*[-—]\s*")
DASH = re.compile(r"[-—](?:\s*(?=[^\W\d_«\"])|\s+(?=\d))")  # "-5" is a number
_LONGEST_ASIDE = 160  # characters: "— сказала заступниця начальника відділу … Олена Петренко."


def _aside(text: str, start: int, stop: int, lang: Lang) -> tuple[int, int | None] | None:
    """Where the first aside in the stretch begins and, if the words go on after it, where they do."""
    for match in _ASIDE.finditer(text, start, stop):
        saying = [verb(word, lang) for word in match.groups() if word]
        states = (match[1] or "").casefold() in words(lang, "stating")
        said = any(v and v.finite and v.kind in ASIDES for v in saying)
        if not (states or said or _does(text, match, saying, lang)):
            continue
        back = _BACK.search(text, match.end(), min(stop, match.end() + _LONGEST_ASIDE))
        begin = match.start() if text[match.start()] in "," else match.start() + 1
        return begin, back.end() if back else None
    return None


def _does(text: str, aside: re.Match[str], saying: list[Verb | None], lang: Lang) -> bool:
    """True for what somebody does who speaks, who stands behind it: ", — знизав плечима Олег (чоловік)"."""
    ahead = _CLAUSE.match(text, aside.end())
    who = ahead.group().split()[1:7] if ahead else []
    subject = any(word[:1].isupper() or word.casefold() in _people(lang) for word in who)
    return bool(saying and saying[0] and saying[0].finite) and aside[1][0].islower() and subject


@cache
def _people(lang: Lang) -> frozenset[str]:
    """Words for a person that are no names: pronouns, "жінка", "сусід"."""
    return frozenset(PRONOUNS) | words(lang, "persons") | words(lang, "bystanders")


def pieces(text: str, start: int, stop: int, lang: Lang) -> tuple[Span, ...]:
    """The stretch without its asides: what was said, piece by piece; empty where there is no aside."""
    found: list[Span] = []
    here = start
    while (aside := _aside(text, here, stop, lang)) is not None:
        found.append(Span(here, aside[0]))
        if aside[1] is None:
            return tuple(found)
        here = aside[1]
    if found and here < stop:
        found.append(trimmed(text, here, stop))
    return tuple(found)
