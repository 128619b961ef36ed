"""Counts by month as a row of bars (SVG), beside which the page prints the same numbers as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

Months = Sequence[tuple[date, int]]
_TALL = 56
# Fewer months than this would make bars as wide as walls.
_AT_LEAST = 12


def every_month(months: Months) -> list[tuple[date, int]]:
    """`months` with the empty ones filled in, at least twelve, oldest first."""
    counts = dict(months)
    if not counts:
        return []
    last, first = max(counts), min(counts)
    filled = []
    at = last.year * 12 + last.month - 1
    stop = min(first.year * 12 + first.month - 1, at - _AT_LEAST + 1)
    while at >= stop:
        month = date(at // 12, at % 12 + 1, 1)
        filled.append((month, counts.get(month, 0)))
        at -= 1
    return filled[::-1]


def bars(months: Months, label: str) -> Markup:
    """An `<svg>` with a bar a month, the highest filling the height; `label` is its text alternative."""
    filled = every_month(months)
    if not filled:
        return Markup()
    most, wide = max(number for _, number in filled), 100 / len(filled)
    drawn = [_bar(n * wide, wide, number / most) for n, (_, number) in enumerate(filled) if number]
    years = [n * wide for n, (month, _) in enumerate(filled) if month.month == 1]
    drawn += [
        Markup('<line class="grade" x1="{0:.2f}%" y1="{1}" x2="{0:.2f}%" y2="{2}"/>').format(
            x, _TALL, _TALL + 6
        )
        for x in years
    ]
    floor = Markup('<line class="time" x1="0%" y1="{0}" x2="100%" y2="{0}"/>').format(_TALL)
    return Markup('<svg class="bars" height="{}" role="img" aria-label="{}">{}{}</svg>').format(
        _TALL + 8, label, Markup("").join(drawn), floor
    )


def _bar(left: float, wide: float, share: float) -> Markup:
    tall = max(2.0, share * (_TALL - 4))
    return Markup('<rect x="{:.2f}%" y="{:.2f}" width="{:.2f}%" height="{:.2f}"/>').format(
        left + wide * 0.12, _TALL - tall, wide * 0.76, tall
    )


def meter(number: int, most: int) -> Markup:
    """A small bar beside a number in a table: `number` of `most`. Decoration: the number is in the cell."""
    share = 100 * number / most if most else 0
    return Markup(
        '<svg class="meter" height="3" aria-hidden="true">'
        '<rect x="0" y="0" width="{:.2f}%" height="3"/></svg>'
    ).format(share)
