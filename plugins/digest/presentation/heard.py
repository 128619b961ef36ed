"""All that was said, by month: what the register of quotations shows. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from digest.index import Quote

_LATEST = 12


def by_month(quotations: Iterable[Quote]) -> list[tuple[date, list[Quote]]]:
    """Quotations by the month they were told in (its first day), the latest first; in it the oldest first."""
    told = sorted(quotations, key=lambda quote: quote.entry.date)
    months = groupby(told, key=lambda quote: quote.entry.date.replace(day=1))
    return [(first, list(some)) for first, some in months][::-1]


def by_year(counts: Sequence[tuple[date, Any]]) -> list[tuple[int, list[tuple[date, Any]]]]:
    """What is told by month under the years, in the order given."""
    return [(year, list(some)) for year, some in groupby(counts, key=lambda pair: pair[0].year)]


def newest(quotations: Iterable[Quote]) -> list[Quote]:
    """The latest attributed quotations, each saying once, however many outlets print it."""
    sayings: dict[Quote, Quote] = {}
    for quote in quotations:
        if quote.speaker:
            sayings.setdefault(quote.wording[0] if quote.wording else quote, quote)
        if len(sayings) == _LATEST:
            break
    return list(sayings.values())
