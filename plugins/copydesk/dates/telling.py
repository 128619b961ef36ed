"""How a sentence tells of the day it names: as what happened or as what is to come, new or as a reminder."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from copydesk.dates import words
from copydesk.dates.clues import Clue
from copydesk.lexicon import words as listed
from copydesk.model import Lang, Span
from copydesk.morphology import forms
from copydesk.text import plain, tokens

Telling = Literal["past", "future", "open", "bound"]

# "у ніч на суботу", "в ночь на 12 декабря": the night before that day, not a plan for it.
_NIGHT = re.compile(r"(?:ніч|ночь)\s+на\s*$", re.IGNORECASE)
_ONTO = re.compile(r"(?<!\w)на\s*(?:\d?\d:\d\d\s*)?$", re.IGNORECASE)
# "до кінця 2022 року", "на 23:00 29 марта", "на літо 2019 року"
_BETWEEN = re.compile(
    r"[\s(]*(?:(?:самого|кінця|середини|початку|конца|середины|начала|end of|the|\d?\d:\d\d)\s+)*",
    re.IGNORECASE,
)
_ONTO_SEASON = re.compile(r"(?<!\w)на\s+\w+\s*$", re.IGNORECASE)
_SINCE = re.compile(r"(?<!\w)(?:від|от|dated)\s*$", re.IGNORECASE)
_IMPERSONAL = re.compile(r"[нт]о$")
_INFINITIVE = re.compile(r"(?:ти|тися|тись)$")
# "с 18 января идет", "since May 5": what began then is not what the text is about now.
_BEGAN = re.compile(r"(?<!\w)(?:з|із|зі|с|со|since|from)\s*$", re.IGNORECASE)
# What somebody says has its own time: `: "Вони мають вирішити це самі"`, "said that the ferry would run";
# so has the clause that tells how it came otherwise: "…, але ремонт затягнувся".
_SPEECH = re.compile(
    r":\s*[\"«“-]|\bthat\b|,\s+(?:що|что|але|проте|однак|но|однако|but|however|although|though)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:\w{2,}ed|said|told|was|were|has|have|had|did|began|broke|brought|came|fell|found|gave|got|held"
    r"|hit|kept|left|lost|made|met|paid|put|rose|sent|set|shot|took|went|won|wrote)\b"
)
_CLAUSE = 240  # characters on either side in which the clue's verb is looked for
_OPENING = 60  # characters in which a cue still belongs to the clue
_ASIDE = 12  # a relative word stands right before the day of its clause


def telling(text: str, clue: Clue, sentence: Span, lang: Lang) -> Telling:
    """How `sentence` tells of the clue's day.

    past: it happened; future: it is to happen; bound: only a limit or a state ("до 5 травня",
    "станом на 5 травня"); open: cannot be told.
    """
    smooth = plain(text)
    before = smooth[max(sentence.start, clue.span.start - _CLAUSE) : clue.span.start]
    after = _SPEECH.split(smooth[clue.span.stop : min(sentence.stop, clue.span.stop + _CLAUSE)], maxsplit=1)[
        0
    ]
    if _ends_with(before, words.cue(lang, "until", "asof")) or _SINCE.search(before):
        return "bound"
    if _ONTO.search(before) and not _NIGHT.search(before):
        return "future"
    if clue.day is None and clue.weekday is None and clue.offset is None and _ONTO_SEASON.search(before):
        return "future"
    if words.cue(lang, "future").search(before) or words.cue(lang, "future").search(after[:_OPENING]):
        return "future"
    told = _in_english(clue, before + after) if lang == "en" else _by_verb(before, after, lang)
    return "bound" if told == "past" and clue.day and not clue.until and _BEGAN.search(before) else told


def reminding(text: str, clue: Clue, sentence: Span, lang: Lang) -> bool:
    """True where the sentence turns back to older news before it names the day ("Раніше, 3 березня,")."""
    smooth, cue = plain(text), words.cue(lang, "background")
    opening = smooth[sentence.start : min(sentence.start + _OPENING, clue.span.start)]
    before = smooth[max(sentence.start, clue.span.start - _OPENING) : clue.span.start]
    aside = words.cue(lang, "aside").search(before[-_ASIDE:])
    return bool(cue.search(opening) or cue.search(before) or aside)


def _in_english(clue: Clue, clause: str) -> Telling:
    """Past, unless it is "today" beside no verb of the past: nowadays, or of what is to come."""
    return "past" if clue.offset != 0 or _DONE.search(clause) else "open"


def _ends_with(before: str, pattern: re.Pattern[str]) -> bool:
    return any(_BETWEEN.fullmatch(before, m.end()) for m in pattern.finditer(before))


def _by_verb(before: str, after: str, lang: Lang) -> Telling:
    """By the verb nearest to the clue, counted in words; of two equally near, the later one."""
    left = [_tense(t.text, lang) for t in reversed(tokens(before)) if t.is_word]
    right = [_tense(t.text, lang) for t in tokens(after) if t.is_word]
    nearest = [(i, 1, t) for i, t in enumerate(left) if t] + [(i, 0, t) for i, t in enumerate(right) if t]
    tense = min(nearest)[2] if nearest else "past"
    if tense == "infinitive":
        return "future"  # "хотіли відкрити 5 травня" says not that they did
    if tense in ("present", "either"):
        return "open" if tense == "either" or not _BEGAN.search(before) else "bound"
    return "future" if tense == "future" else "past"


@lru_cache(maxsize=20_000)
def _tense(word: str, lang: Lang) -> str | None:
    """Tense of a verb; None for other words and for verbs that only name who reports."""
    readings = [f for f in forms(word, lang) if f.pos in ("VERB", "PRTS", "INFN")]
    if not readings or readings[0] is not forms(word, lang)[0]:
        return None
    if any(f.lemma in listed(lang, "reporting_verbs") for f in readings):
        return None
    marks = {mark for f in readings for mark in ("past", "pres", "futr") if mark in f.tags}
    if "past" in marks or (lang == "uk" and _IMPERSONAL.search(word)):
        return "past"
    if readings[0].pos == "INFN" or (lang == "uk" and _INFINITIVE.search(word)):
        return "infinitive"
    return "future" if marks == {"futr"} else "either" if "futr" in marks else "present"
