"""The two clocks: when it happened (a dot) and when it was told (a tick), as one line of SVG.

Places are percentages, so the strip fills its column and its strokes keep their weight; no
style attributes (the page's policy forbids them), no random ids, the same bytes every time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from digest.presentation.days import Days

# Room at both ends for the dot's radius, in per cent of the width.
_MARGIN = 2.0
# A strip shows a week unless more is needed, so that strips on one page can be compared.
_WINDOWS = (7, 31, 366)


@dataclass(frozen=True, slots=True)
class Scale:
    """From a first day over `length` days; knows where on the strip a day stands."""

    first: date
    length: int

    def at(self, day: date) -> str:
        """The place of `day`, in per cent with two decimals: "12.50%"."""
        share = (day - self.first).days / self.length
        return f"{_MARGIN + share * (100 - 2 * _MARGIN):.2f}%"

    @property
    def last(self) -> date:
        """The last day of the strip."""
        return self.first + timedelta(days=self.length)

    def graduations(self) -> list[date]:
        """Days of a week or a month, firsts of the months of a year, else New Year's days."""
        every = [self.first + timedelta(days=n) for n in range(self.length + 1)]
        if self.length <= 31:
            return every
        if self.length <= 366:
            return [d for d in every if d.day == 1]
        return [date(y, 1, 1) for y in range(self.first.year + 1, self.last.year + 1)]


def scale(happened: Days | None, told: Sequence[date]) -> Scale:
    """The shortest usual window (week, month, year, or all of it) that holds every day."""
    every = [*(happened or ()), *told]
    first, last = min(every), max(every)
    needed = (last - first).days
    return Scale(first, next((w for w in _WINDOWS if needed <= w), needed))


def strip(happened: Days | None, told: Sequence[date], label: str, on: Scale | None = None) -> Markup:
    """An `<svg>` of the two clocks; `label` is its text alternative. Empty where no day is known.

    One of several strips stands `on` the scale of all, which an `axis` shows once.
    """
    if not told and not happened:
        return Markup()
    where = on or scale(happened, told)
    marks = [] if on else _grades(where)
    marks.append(_line("time", "0%", "14", "100%", "14"))
    if happened:
        first, last = (where.at(d) for d in happened)
        if first != last:
            marks.append(_line("lasting", first, "14", last, "14"))
        ends = sorted({first, last}, key=lambda at: float(at[:-1]))
        marks += [f'<circle class="happened" cx="{at}" cy="14" r="5"/>' for at in ends]
    marks += [_line("told", where.at(d), "2", where.at(d), "26") for d in sorted(set(told))]
    return Markup('<svg class="clocks" height="28" role="img" aria-label="{}">{}</svg>').format(
        label, Markup("".join(marks))
    )


def axis(where: Scale) -> Markup:
    """The graduations of a scale alone, without a text alternative: the days stand beside it in words."""
    marks = [*_grades(where), _line("time", "0%", "14", "100%", "14")]
    return Markup('<svg class="clocks" height="28" aria-hidden="true">{}</svg>').format(
        Markup("".join(marks))
    )


def _grades(where: Scale) -> list[str]:
    return [_line("grade", where.at(d), "11", where.at(d), "17") for d in where.graduations()]


def _line(kind: str, x1: str, y1: str, x2: str, y2: str) -> str:
    # Nothing of it comes from a text; to escape mark by mark what was made here costs ten times as much.
    return f'<line class="{kind}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'
