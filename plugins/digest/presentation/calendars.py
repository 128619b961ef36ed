"""The archive by day: a year as a heat map (SVG), a month as a calendar (table). Pure."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from markupsafe import Markup

from digest.index import Edition

# Weeks begin on Monday, as everywhere in the region.
_WEEKS = Calendar(firstweekday=0)
_CELL, _SQUARE = 12, 10
# The busiest day of the year is as dark as can be; the rest by quarters of it.
_LEVELS = 4


def years(editions: Iterable[Edition]) -> list[tuple[int, list[Edition]]]:
    """Editions by year, in the order given."""
    return [(year, list(some)) for year, some in groupby(editions, key=lambda e: e.day.year)]


def months(editions: Iterable[Edition]) -> list[tuple[date, list[Edition]]]:
    """Editions by month (its first day), in the order given."""
    return [(first, list(some)) for first, some in groupby(editions, key=lambda e: e.day.replace(day=1))]


def heat(editions: list[Edition], label: str) -> Markup:
    """An `<svg>` of a year: a square a day, a column a week, darker the more was told.

    `label` is its text alternative. One path a level keeps it small.
    """
    if not editions:
        return Markup()
    first = editions[0].day.replace(month=1, day=1)
    most = max(len(e.entries) for e in editions)
    told = {e.day: 1 + (len(e.entries) * _LEVELS - 1) // most for e in editions}
    squares: dict[int, list[str]] = {}
    for number in range((first.replace(year=first.year + 1) - first).days):
        day = date.fromordinal(first.toordinal() + number)
        week, weekday = divmod(number + first.weekday(), 7)
        squares.setdefault(told.get(day, 0), []).append(f"M{week * _CELL} {weekday * _CELL}h10v10h-10z")
    paths = [
        Markup('<path class="l{}" d="{}"/>').format(level, "".join(drawn))
        for level, drawn in sorted(squares.items())
    ]
    size = f"0 0 {53 * _CELL + _SQUARE} {7 * _CELL - 2}"
    return Markup('<svg class="heat" viewBox="{}" role="img" aria-label="{}">{}</svg>').format(
        size, label, Markup("").join(paths)
    )


def weeks(first: date, editions: Iterable[Edition]) -> list[list[tuple[int, Edition | None]]]:
    """The month as weeks of seven (day, edition) pairs; day 0 where another month's day would stand."""
    told = {e.day.day: e for e in editions}
    return [
        [(day, told.get(day)) for day in week] for week in _WEEKS.monthdayscalendar(first.year, first.month)
    ]
