"""The day a text was published: the rules in their order; the first that has an opinion wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from copydesk.dates import stamps
from copydesk.dates.bounds import DAY, Bounds, believable, only
from copydesk.dates.page import Page
from copydesk.model import DateGuess
from copydesk.text import plain

Rule = Callable[[Page, Bounds], DateGuess | None]

# Fresh news names its day at once; a weekday further down is the day of something older.
_FIRST_SENTENCES = 2
_OPENING = 60  # characters that an agency's place and name may take
_URL = re.compile(r"[/_-](20\d\d)([/_-]?)([01]\d)\2([0-3]\d)(?!\d)")
_PLACE = re.compile(r"\s*[^\W\d_][\w.' -]{1,24}[.,]?\s*(?:[(/][^)]{2,20}[)]?\s*)?[,.—(-]?\s*")
_AGENCY = re.compile(r"\s*(?:/|\)?:?[.,]?\s*[(—-]?\s*[«\"]?[A-ZА-ЯЁІЇЄҐ])")
_TODAY = re.compile(r"(?:сьогодні|сегодня|today),?\s*(?:в|у|on)?\s*$", re.IGNORECASE)


def outside(page: Page, limits: Bounds) -> DateGuess | None:
    """The day known from outside the words: a header of the seed, the page's own metadata."""
    day = page.dispatch.seed.facts.published
    return DateGuess(day, "day", day.isoformat(), "facts") if day else None


def url(page: Page, limits: Bounds) -> DateGuess | None:
    """The day in the address of the page: "/2024/04/09/"."""
    for match in _URL.finditer(page.dispatch.seed.facts.url or ""):
        try:
            day = date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:
            continue
        if believable(page, day, limits):
            return DateGuess(day, "day", match[0].strip("/_-"), "url")
    return None


def agency(page: Page, limits: Bounds) -> DateGuess | None:
    """The day in an agency's opening: "КИЇВ. 9 квітня. Агентство.", "LONDON, April 9 (Agency) —"."""
    text = plain(page.dispatch.text)
    for told in stamps.leading(page, 2):
        start = page.dispatch.blocks[told.block].span.start
        at, after = told.clue.span.start, told.clue.span.stop
        opening = at - start <= _OPENING and _PLACE.fullmatch(text, start, at)
        if told.clue.dated and opening and _AGENCY.match(text, after, after + _OPENING):
            day = told.clue.full or only(told.clue, limits, stamp=True)
            return page.guess(told.clue, day, "agency") if day and believable(page, day, limits) else None
    return None


def today(page: Page, limits: Bounds) -> DateGuess | None:
    """The day that the article itself calls today: "сьогодні, 9 квітня"."""
    text = plain(page.dispatch.text)
    for told in page.at("body"):
        called = _TODAY.search(text, max(0, told.clue.span.start - 24), told.clue.span.start)
        if told.clue.dated and not told.background and called:
            day = only(told.clue, limits)
            return page.guess(told.clue, day, "today") if day else None
    return None


def weekday(page: Page, limits: Bounds) -> DateGuess | None:
    """The weekday, day and month of fresh news, where one year alone fits: "у вівторок, 9 квітня"."""
    told = next((t for t in page.told if t.fresh), None)
    day = only(told.clue, limits) if told else None
    if not told or not day or page.sentences_before(told) >= _FIRST_SENTENCES or _overtaken(page, day):
        return None
    return page.guess(told.clue, day, "weekday")


def _overtaken(page: Page, day: date) -> bool:
    """True where the article tells as past of one of the days that follow, so that it is newer."""
    after = [day + DAY * step for step in range(1, 8)]
    for told in page.at("body"):
        clue = told.clue
        if told.telling != "past" or clue.full:
            continue
        if (clue.month, clue.day) in {(d.month, d.day) for d in after}:
            return True
        if clue.day is None and clue.turn == 0 and clue.weekday in {d.weekday() for d in after[:2]}:
            return True
    return False


RULES: tuple[Rule, ...] = (
    outside,
    stamps.dateline,
    stamps.headline,
    stamps.masthead,
    stamps.signature,
    url,
    agency,
    stamps.yearless,
    stamps.relative_stamp,
    today,
    weekday,
    stamps.thread,
)
