"""Which days a text can be of: what it tells as past bounds it below, what its page shows above."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from copydesk.dates.clues import Clue
from copydesk.dates.page import Page

DAY = timedelta(days=1)
# A box of other articles is some days or months away from the article; years that fit a weekday lie at
# least five apart, so a year of slack keeps the true one and lets no other in.
_SLACK = timedelta(days=366)
# "Свідоцтво № 17 від 3 травня 2011": the day of a paper, not of an article.
_OF_PAPER = re.compile(r"(?<!\w)(?:від|от|dated|of)\s*$", re.IGNORECASE)
_OLDEST = 1990  # no news page is older than the Web
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[^\n]{0,30}?((?:19|20)\d\d)(?:\s*[-—–]\s*((?:19|20)\d\d))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day a text can be of; None is not bounded. `fetched`: the page was seen on `last`."""

    first: date | None
    last: date | None
    fetched: bool = False

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def bounds_of(page: Page, today: date | None) -> Bounds:
    """The bounds a page sets: told years below; fetched day, today, other articles' stamps above."""
    past = [t.clue for t in page.at("body") if t.telling == "past" and t.clue.year]
    first = max((_first_day(clue) for clue in past), default=None)
    fetched = page.dispatch.seed.facts.fetched
    # A stamp older than what the article tells is of the page's papers, and bounds nothing.
    shown = [d for d in (_shown(page), _copyright(page)) if d and (not first or d >= first)]
    tops = [d for d in (fetched, today, *shown) if d]
    last = min(tops, default=None)
    return Bounds(first, last, fetched is not None and fetched == last)


def _first_day(clue: Clue) -> date:
    return date(clue.year or 1, clue.month or 1, clue.day or 1)


def _shown(page: Page) -> date | None:
    """The newest stamp of the page outside the article, with slack."""
    text = page.dispatch.text
    days = [
        t.clue.full
        for t in page.at("tail", "head", "dateline")
        if t.clue.full and not _OF_PAPER.search(text, max(0, t.clue.span.start - 12), t.clue.span.start)
    ]
    return max(days) + _SLACK if days else None


def _copyright(page: Page) -> date | None:
    years = [int(m[2] or m[1]) for m in _COPYRIGHT.finditer(page.dispatch.text)]
    return date(max(years), 12, 31) + _SLACK if years else None


def fitting(clue: Clue, limits: Bounds) -> tuple[date, ...]:
    """The days within the limits that a clue with day and month can mean, earliest first.

    Nothing where the limits have no last day: then any later year would do as well.
    """
    if not limits.last:
        return ()
    if clue.full:
        return (clue.full,) if clue.full in limits else ()
    years = range(limits.first.year if limits.first else _OLDEST, limits.last.year + 1)
    days = (d for d in map(clue.in_year, years) if d and d in limits)
    return tuple(d for d in days if clue.weekday in (None, d.weekday()))


def only(clue: Clue, limits: Bounds, stamp: bool = False) -> date | None:
    """The one day a clue can mean; None where several fit.

    Where the day of fetching is known, a news text is taken to be of the year before it, if the
    weekday (or, for a stamp, its silence about the year) leaves no other day as near.
    """
    days = fitting(clue, limits)
    if len(days) == 1:
        return days[0]
    if days and limits.fetched and limits.last and (stamp or clue.weekday is not None):
        return days[-1] if limits.last - days[-1] < _SLACK else None
    return None


def believable(page: Page, day: date, limits: Bounds) -> bool:
    """True unless the page was seen before that day, or its article tells of a later one as past."""
    if limits.last and day > limits.last + DAY:
        return False
    told = [t.clue.full for t in page.at("body") if t.telling == "past" and t.clue.full]
    return all(day + DAY >= other for other in told)
