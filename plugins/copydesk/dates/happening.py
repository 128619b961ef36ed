"""The day of the event a text tells of: read from the headline and the first blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from copydesk.dates.clues import Clue
from copydesk.dates.page import Page, Told
from copydesk.model import DateGuess
from copydesk.morphology import forms
from copydesk.text import plain, tokens

# The event is told in the headline and the first blocks; what comes later is background.
_BLOCKS = 4
_EVE = re.compile(r"напередодні|накануне", re.IGNORECASE)
_HALF_YEAR = timedelta(days=183)
_DAY = timedelta(days=1)
_FIRST_SENTENCES = 2
_LATELY = timedelta(days=31)
_STALE = timedelta(days=2)


# Rules of publication that read a sentence of the article; the others read a stamp, which tells no event.
_FROM_TELLING = ("weekday", "today")


def main_event(page: Page, published: DateGuess | None) -> DateGuess | None:
    """The first day told as news; None where no words name one."""
    anchor = published.date if published and published.precision == "day" else None
    stamp = published.span if published and published.rule not in _FROM_TELLING else None
    for told in _candidates(page):
        days = meant(told, anchor) if told.clue.span != stamp else None
        if not days or _to_come(told.clue, days[0], anchor) or _governed(page, told.clue):
            continue
        if not _older(page, told, days[0], anchor):
            start, stop = days
            rule = _rule(told.clue)
            return DateGuess(start, "day", page.words(told.clue), rule, stop, told.clue.span)
    return None


def _candidates(page: Page) -> Iterator[Told]:
    """Clues of the leading blocks that tell what came to pass, in their order: a plan may still fail."""
    for told in sorted(page.at("headline", "body"), key=lambda t: t.block):
        news = not told.background and not told.label and told.telling in ("past", "open")
        stamp = told.clue.clock and (told.clue.full or told.clue.rule == "figures")  # times a report
        if told.block < _BLOCKS and news and not stamp:
            yield told


def _to_come(clue: Clue, day: date, published: date | None) -> bool:
    """True for a day after publication, however it is told."""
    return bool(clue.offset and clue.offset > 0) or bool(published and day > published)


def _older(page: Page, told: Told, day: date, published: date | None) -> bool:
    """True for a day that a later sentence goes back to: fresh news names its weekday or comes first."""
    if told.zone == "headline":
        return False
    later = page.sentences_before(told)
    if told.clue.offset == -1 and later > 0:
        return True
    if told.clue.weekday is not None and told.clue.day is None:
        return later > _FIRST_SENTENCES or _spoken(page, told)
    if told.clue.weekday is not None:
        return False
    if published is None:  # a day whose year must be said is seldom of this week
        return later > 0
    return published - day > (_STALE if later >= _FIRST_SENTENCES else _LATELY)


def _spoken(page: Page, told: Told) -> bool:
    """True for a clue within somebody's words, who may tell of any week."""
    block = page.dispatch.blocks[told.block].span
    before = plain(page.dispatch.text[block.start : told.clue.span.start])
    return before.count("«") > before.count("»") or before.count('"') % 2 == 1


def _rule(clue: Clue) -> str:
    if clue.offset is not None:
        return "relative"
    if clue.day is None:
        return "weekday alone"
    return "range" if clue.until else "weekday" if clue.weekday is not None else "day"


def _governed(page: Page, clue: Clue) -> bool:
    """True for "напередодні саміту": the eve of something else, not the day before publication."""
    if clue.offset != -1 or page.dispatch.lang == "en":
        return False
    lang, after = page.dispatch.lang, page.dispatch.text[clue.span.stop : clue.span.stop + 40]
    rest = tokens(after)[:2]
    if not rest or not _EVE.match(page.words(clue)):
        return False
    readings = [next(iter(forms(t.text, lang)), None) if t.is_word else None for t in rest]
    if readings[0] and readings[0].pos in ("ADJF", "PRTF"):
        readings = readings[1:]
    noun = readings[0] if readings else None
    return noun is not None and noun.pos == "NOUN" and noun.case == "gent"


def meant(told: Told, published: date | None) -> tuple[date, date | None] | None:
    """First and last day a clue means, seen from the day of publication; the last is None for one day."""
    clue = told.clue
    start = clue.full or (_from(told, published) if published else None)
    if start is None:
        return None
    if not clue.until:
        return start, None
    month, day = clue.until
    return start, date(start.year, month, day)


def _from(told: Told, published: date) -> date | None:
    clue = told.clue
    if clue.offset is not None:  # "сьогодні" may also mean nowadays
        return published + _DAY * clue.offset if told.telling != "open" else None
    if clue.dated:
        return _nearest(clue, published)
    if clue.weekday is None:
        return None
    if told.telling == "open":  # "дорожчає в понеділок": surely this Monday only if it is Monday
        return published if clue.weekday == published.weekday() else None
    return _same_week(clue, published)


def _nearest(clue: Clue, published: date) -> date | None:
    """The last such day up to publication, half a year back at most."""
    found = [d for back in (0, 1) if (d := clue.in_year(published.year - back)) and d <= published]
    day = max(found, default=None)
    if day is None or published - day > _HALF_YEAR:
        return None
    return day if clue.weekday in (None, day.weekday()) else None


def _same_week(clue: Clue, published: date) -> date | None:
    """The nearest such weekday, back from the day of publication; None for the next one, which is to come."""
    if clue.turn > 0:
        return None
    away = (published.weekday() - (clue.weekday or 0)) % 7
    return published - _DAY * (away or 7 * (clue.turn < 0))
