"""Clues: every place of a text that speaks of a day, a month or a year, as it stands there.

A clue says only what its words say: "9 квітня" has a day and a month and no year. Which day is
meant is decided later, when all clues of the page are known.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from copydesk.dates import words
from copydesk.dates.patterns import Pattern, spoken, weekday_before, written
from copydesk.model import Lang, Span
from copydesk.text import plain


@dataclass(frozen=True, slots=True)
class Clue:
    """What some words say of a date; a part they do not say is None.

    `weekday` counts from Monday = 0; `offset` is in days from the day of publication; `until` is
    the last day of a range as (month, day); `turn` is -1 for "last", 1 for "next"; `clock` is
    true where an hour stands beside the date, as in a stamp. `rule` names the pattern.
    """

    span: Span
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    until: tuple[int, int] | None = None
    offset: int | None = None
    turn: int = 0
    clock: bool = False

    @property
    def full(self) -> date | None:
        """The date where day, month and year are all said."""
        if self.year and self.month and self.day:
            return date(self.year, self.month, self.day)
        return None

    @property
    def dated(self) -> bool:
        """True where a day of a month is said, with or without its year."""
        return self.day is not None and self.month is not None

    def in_year(self, year: int) -> date | None:
        """The clue's day in a year; None where it says no day or the year does not have it."""
        if not self.month or not self.day or not _exists(year, self.month, self.day):
            return None
        return date(year, self.month, self.day)


def clues(text: str, lang: Lang) -> tuple[Clue, ...]:
    """All clues of `text` in their order, never overlapping; spans are offsets into `text`."""
    smooth = plain(text)
    taken: list[Clue] = []
    spans: list[Span] = []
    figures = [figure.start() for figure in _FIGURES.finditer(smooth)]
    for pattern in (*written(), *spoken(lang)):
        for match in _matches(pattern, smooth, figures):
            inside = match.start() and smooth[match.start() - 1].isalnum()
            if not inside and _free(Span(match.start(), match.end()), spans):
                found = _clue(pattern.name, match, smooth, lang)
                if found and _free(found.span, spans):
                    taken.append(found)
                    insort(spans, found.span)
    return tuple(sorted(taken, key=lambda c: c.span))


_FIGURES = re.compile(r"\d+")


def _matches(pattern: Pattern, text: str, figures: list[int]) -> Iterator[re.Match[str]]:
    """As `finditer` finds them; a pattern of figures is asked where figures begin, not at every letter."""
    if not pattern.begins_with_figures:
        yield from pattern.regex.finditer(text)
        return
    done = 0
    for start in figures:
        if start >= done and (match := pattern.regex.match(text, start)):
            yield match
            done = match.end()


def _free(span: Span, taken: list[Span]) -> bool:
    """True where a span overlaps none of the sorted spans."""
    at = bisect_left(taken, span)
    return not any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1])


def _clue(name: str, match: re.Match[str], text: str, lang: Lang) -> Clue | None:
    """The clue a match stands for; None where its figures are no date ("32.14.2024")."""
    said = {part: word for part, word in match.groupdict().items() if word}
    start = match.start()
    weekday = said.get("weekday") or said.get("bare") or said.get("named")
    if "day" in said and not weekday:
        before = weekday_before().search(text, max(0, start - 24), start)
        if before:
            start, weekday = before.start(), before["weekday"]
    month = _month(said.get("month") or said.get("month2") or said.get("figure"))
    clue = Clue(
        Span(start, match.end()),
        name,
        _year(said.get("year")),
        month,
        int(said["day"]) if "day" in said else None,
        words.weekdays()[weekday.casefold()] if weekday else None,
        (_month(said.get("month2")) or month or 0, int(said["day2"])) if "day2" in said else None,
        _offset(said, lang),
        _turn(said.get("turn"), lang),
        "clock" in said,
    )
    return clue if _sane(clue, said.get("sign"), text, lang) else None


def _year(figures: str | None) -> int | None:
    if not figures:
        return None
    return int(figures) if len(figures) == 4 else 2000 + int(figures)


def _month(word: str | None) -> int | None:
    if not word:
        return None
    return int(word) if word.isdigit() else words.months()[word.casefold()]


def _offset(said: dict[str, str], lang: Lang) -> int | None:
    if "phrase" in said:
        return words.offsets(lang)[said["phrase"].casefold()]
    if "count" in said:
        return -(
            int(said["count"]) if said["count"].isdigit() else words.numbers(lang)[said["count"].casefold()]
        )
    return None


def _turn(word: str | None, lang: Lang) -> int:
    if not word:
        return 0
    return -1 if words.cue(lang, "last").fullmatch(word) else 1


def _sane(clue: Clue, sign: str | None, text: str, lang: Lang) -> bool:
    """True for a date that exists and can be read one way only."""
    if clue.day is not None:
        if not clue.month or not _exists(clue.year, clue.month, clue.day):
            return False
        if sign == "/" and lang == "en" and clue.day <= 12 and clue.day != clue.month:
            return False  # 04/09/2024 is April in New York and September in London
    if clue.until and not _follows(clue, text):
        return False
    return clue.full is None or clue.weekday is None or clue.full.weekday() == clue.weekday


_NIGHT = re.compile(r"(?:ніч|ночь)\s+(?:з|із|с)\s+$", re.IGNORECASE)


def _follows(clue: Clue, text: str) -> bool:
    """True for a range that runs forward: "25 и 26 июля" does, "1, 9 и 10 мая" only lists days."""
    first = (clue.month or 0, clue.day or 0)
    if not clue.until or not _exists(clue.year, *clue.until) or clue.until <= first:
        return False
    if clue.rule == "night":  # "з 11 на 12 травня" without it is a day that was moved
        return bool(_NIGHT.search(text, max(0, clue.span.start - 12), clue.span.start))
    if clue.rule != "pair":
        return True
    listed = re.search(r"\d,\s*$", text[max(0, clue.span.start - 4) : clue.span.start])
    return clue.until[1] == (clue.day or 0) + 1 and not listed


def _exists(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2024, month)[1]
