"""The words of dates as tables and alternations, from the lexicons of all languages at once.

A page in one language often carries a stamp in another ("02 May 2024" over a Russian text), so
months and weekdays are one table; words that need their sentence are asked for by language.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from copydesk.lexicon import rows
from copydesk.model import LANGS, Lang

Cue = Literal["updated", "published", "background", "future", "last", "next", "ago", "until", "asof", "aside"]


@cache
def months() -> dict[str, int]:
    """Form, case-folded -> number of the month; abbreviations included."""
    return {row[0]: int(row[1]) for lang in LANGS for row in rows(lang, "months")}


@cache
def weekdays() -> dict[str, int]:
    """Form, case-folded -> day of the week as `date.weekday()` counts it: Monday is 0."""
    return {row[0]: int(row[1]) - 1 for lang in LANGS for row in rows(lang, "weekdays")}


@cache
def offsets(lang: Lang) -> dict[str, int]:
    """Phrase -> days from the day of publication ("вчора" is -1)."""
    return {row[0]: int(row[1]) for row in rows(lang, "relative_days")}


@cache
def numbers(lang: Lang) -> dict[str, int]:
    """Word -> small number."""
    return {row[0]: int(row[1]) for row in rows(lang, "small_numbers")}


def _listed(name: str, short: bool) -> list[tuple[str, Lang]]:
    """The forms of a table (or its abbreviations), each with its language."""
    return [(row[0], lang) for lang in LANGS for row in rows(lang, name) if (row[-1] == "short") is short]


def longest(phrase: str) -> tuple[int, str]:
    """A sorting key: the longest first, equally long ones by their letters."""
    return -len(phrase), phrase


def any_of(phrases: list[tuple[str, Lang]]) -> str:
    """An alternation, longest first. English forms only with a capital: "may" and "sun" are words."""
    cyrillic = sorted({p for p, lang in phrases if lang != "en"}, key=longest)
    latin = sorted({p for p, lang in phrases if lang == "en"}, key=longest)
    parts = ["(?i:" + "|".join(map(re.escape, cyrillic)) + ")"] if cyrillic else []
    parts += [f"{re.escape(p.title())}|{re.escape(p.upper())}" for p in latin]
    return "(?:" + "|".join(parts) + r")(?!\w)"


@cache
def month(short: bool = False, langs: tuple[Lang, ...] = LANGS) -> str:
    """An alternation of the months' full forms, or of their abbreviations, in some languages."""
    return any_of([form for form in _listed("months", short) if form[1] in langs])


@cache
def weekday(short: bool = False) -> str:
    """An alternation of the weekdays' full forms, or of their abbreviations."""
    return any_of(_listed("weekdays", short))


@cache
def cue(lang: Lang, *kinds: Cue) -> re.Pattern[str]:
    """A pattern that finds the words of the given kinds; it never matches where there are none."""
    found = [row[0] for row in rows(lang, "date_cues") if row[1] in kinds]
    stems = [re.escape(p.rstrip("*")) + (r"\w*" if p.endswith("*") else "") for p in found]
    stems.sort(key=longest)
    return re.compile(r"(?<!\w)(?:" + "|".join(stems) + r")(?!\w)" if stems else r"(?!)", re.IGNORECASE)


@cache
def cue_anywhere(*kinds: Cue) -> re.Pattern[str]:
    """The same in every language: a masthead may speak another language than the article."""
    return re.compile("|".join(cue(lang, *kinds).pattern for lang in LANGS), re.IGNORECASE)
