"""Days of publication that stand as a stamp: in the dateline, the masthead, beside the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from copydesk.dates.bounds import DAY, Bounds, believable, only
from copydesk.dates.clues import Clue
from copydesk.dates.page import Page, Told
from copydesk.model import DateGuess, Span
from copydesk.text import plain

_PREPOSITION = re.compile(r"(?<!\w)(?:на|за|до|от|від|с|з|із|по|в|у|on|for|of|by|from)\s*$", re.IGNORECASE)
_HOUR = re.compile(r"[,\s]*[0-2]?\d:[0-5]\d")
_LATELY = DAY * 31
_BREAK = re.compile(r"\n| {2,}")
_LINE = 400  # characters on either side in which a line's ends are looked for
_STAMPS = 20  # as many are asked, the nearest first
_STAMP_LINE = 60  # characters that a stamp's line may hold beside it: an author, a counter of readers


def _nearest(page: Page, told: Iterable[Told], limits: Bounds, rule: str) -> DateGuess | None:
    """The stamp nearest the headline, one called "published" before others, one of a change never."""
    heading = page.dispatch.headline.span if page.dispatch.headline else None
    anchor = heading.stop if heading else min((b.span.start for b in page.dispatch.blocks), default=0)
    ranked = sorted(told, key=lambda t: (t.label != "published", abs(t.clue.span.start - anchor)))
    for place in ranked[:_STAMPS]:
        day = place.clue.full or only(place.clue, limits, stamp=True)
        sure = place.zone == "dateline" and place.clue.full is not None
        if not day or place.label == "updated" or _copied(page, place):
            continue
        if sure or believable(page, day, limits):
            return page.guess(place.clue, day, rule)
    return None


def dateline(page: Page, limits: Bounds) -> DateGuess | None:
    """The full date of the dateline."""
    told = (t for t in page.at("dateline") if t.clue.full)
    return _nearest(page, told, limits, "dateline")


def masthead(page: Page, limits: Bounds) -> DateGuess | None:
    """A full date standing by itself above the article: "7 июля, 2024"."""
    told = (t for t in page.at("head") if t.clue.full and _alone(page, t.clue))
    return _nearest(page, told, limits, "masthead")


def _line(page: Page, clue: Clue) -> Span:
    """The clue's line; in a page copied as one long line, what two spaces keep apart."""
    text = plain(page.dispatch.text)
    before = [m.end() for m in _BREAK.finditer(text, max(0, clue.span.start - _LINE), clue.span.start)]
    after = _BREAK.search(text, clue.span.stop, clue.span.stop + _LINE)
    start = before[-1] if before else max(0, clue.span.start - _LINE)
    return Span(start, after.start() if after else min(len(text), clue.span.stop + _LINE))


def _alone(page: Page, clue: Clue) -> bool:
    """True for a clue whose line holds little else, as a stamp's does."""
    return len(_line(page, clue)) - len(clue.span) <= _STAMP_LINE


def _copied(page: Page, told: Told) -> bool:
    """True for a date above the headline that may be the day of copying.

    So it is where the article's own weekdays are of another time, and where it is the day of
    fetching and no word of the article bears it out.
    """
    heading = page.dispatch.headline.span if page.dispatch.headline else None
    day = told.clue.full
    if not day or not heading or told.clue.span.start >= heading.start:
        return False
    if not all(_lately(t.clue, day) for t in page.told if t.fresh):
        return True
    near = {((day - DAY * back).month, (day - DAY * back).day) for back in range(7)}
    borne_out = any((t.clue.month, t.clue.day) in near for t in page.at("body"))
    return day == page.dispatch.seed.facts.fetched and not borne_out


def _lately(clue: Clue, day: date) -> bool:
    """True for a clue that can mean a day of the month before `day`."""
    meant = (clue.full or clue.in_year(day.year - back) for back in (0, 1))
    return any(d and d.weekday() == clue.weekday and -DAY <= day - d <= _LATELY for d in meant)


def headline(page: Page, limits: Bounds) -> DateGuess | None:
    """A date in figures or with its hour at the edge of the headline's line: "Міст відкрито 09.04.2024"."""
    for told in page.at("headline"):
        line = _line(page, told.clue)
        before = plain(page.dispatch.text)[line.start : told.clue.span.start]
        edge = not before.strip(" |—-") or told.clue.span.stop + 2 >= line.stop
        stamp = told.clue.rule == "figures" or told.clue.clock
        if stamp and edge and not _PREPOSITION.search(before):
            return _nearest(page, [told], limits, "headline")
    return None


def leading(page: Page, blocks: int) -> Iterator[Told]:
    """The clues of the first blocks."""
    return (t for t in page.at("body", "caption") if t.block < blocks)


def signature(page: Page, limits: Bounds) -> DateGuess | None:
    """A full date that opens a leading line as a stamp, or closes it: "… Вісті міста, 09.04.2024"."""
    text = plain(page.dispatch.text)
    for told in (*page.at("head"), *leading(page, 3)):
        line = _line(page, told.clue)
        before, after = text[line.start : told.clue.span.start], text[told.clue.span.stop : line.stop]
        opens = not re.search(r"[^\W\d_]", before) and (told.clue.clock or ":" in before or "|" in before)
        listed = before.rstrip().endswith((",", "|"))
        closes = told.clue.rule == "figures" and listed and not after.strip(" .")
        if told.clue.full and (opens or closes):
            return _nearest(page, [told], limits, "signature")
    return None


def yearless(page: Page, limits: Bounds) -> DateGuess | None:
    """A stamp that leaves out the year, which the page's bounds give: "26 січня, 15:04"."""
    told = page.at("dateline", "head")
    stamps = (t for t in told if t.clue.dated and not t.clue.full and _alone(page, t.clue))
    return _nearest(page, stamps, limits, "yearless stamp")


def relative_stamp(page: Page, limits: Bounds) -> DateGuess | None:
    """A stamp told from the day of fetching, which must then be known: "Сьогодні, 12:48"."""
    fetched = page.dispatch.seed.facts.fetched
    for told in page.at("dateline", "head"):
        if fetched and told.clue.offset in (0, -1) and _HOUR.match(page.dispatch.text, told.clue.span.stop):
            return page.guess(told.clue, fetched + DAY * told.clue.offset, "relative stamp")
    return None


def thread(page: Page, limits: Bounds) -> DateGuess | None:
    """The one day on which all posts of a thread were changed, three at least: it was written that day."""
    changed = [t.clue for t in page.told if t.label == "updated" and t.clue.full and t.clue.clock]
    days = {c.full for c in changed if c.full}
    posts = {page.words(c) for c in changed}
    return page.guess(changed[0], days.pop(), "thread") if len(days) == 1 and len(posts) >= 3 else None
