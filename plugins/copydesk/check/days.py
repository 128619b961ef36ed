"""Days that contradict each other: within a file, and between an entry and its event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from copydesk.check.shelves import Shelves, stem
from copydesk.frontmatter import Actor, Document, Entry, Event
from copydesk.frontmatter.fields import Days
from copydesk.messages import say
from copydesk.model import Problem

# A report may announce what comes, or look back: within these days nothing contradicts.
ANNOUNCED = dt.timedelta(days=62)


def entries(shelves: Shelves) -> Iterator[Problem]:
    """The day told, the day of the report, its address, its corrections and its event belong together."""
    events = {stem(path): event for path, event in shelves.events.items()}
    for path, entry in shelves.entries.items():
        yield from _told(entry)
        yield from _address(entry, stem(path))
        yield from _corrections(entry)
        for number, slug in enumerate(entry.meta.events):
            if slug in events:
                yield from _event(entry, number, events[slug])


def _told(entry: Document[Entry]) -> Iterator[Problem]:
    """An event told long before it happens."""
    date, happened = entry.meta.date, entry.meta.happened
    if date and happened and happened[0] > date + ANNOUNCED:
        message = say("{day} is long after {date}, the day of the report", day=happened[0], date=date)
        yield entry.problem("dates", ("happened",), message, "correct `happened` or `date`", "warning")


def _address(entry: Document[Entry], name: str) -> Iterator[Problem]:
    """A file's name begins with the day; one far from it was mistyped in one of the two places."""
    try:
        day = dt.date.fromisoformat(name[:10])
    except ValueError:
        return
    date = entry.meta.date
    if date and abs(date - day) > ANNOUNCED:
        message = say("`date` is {date}, but the file's name says {day}", date=date, day=day)
        fix = "correct `date`, or rename the file and keep its old address in `redirect_from`"
        yield entry.problem("dates", ("date",), message, fix, "warning")


def _corrections(entry: Document[Entry]) -> Iterator[Problem]:
    date = entry.meta.date
    for number, correction in enumerate(entry.meta.corrections):
        if date and correction.date < date:
            message = say(
                "corrected on {day}, before it was published on {date}", day=correction.date, date=date
            )
            where = ("corrections", number, "date")
            yield entry.problem("dates", where, message, "correct one of the two days", "warning")


def _event(entry: Document[Entry], number: int, event: Document[Event]) -> Iterator[Problem]:
    """An entry whose day is far from the days of the event it names."""
    happened, days = entry.meta.happened, _days(event.meta)
    if happened and days and _apart(happened, days):
        message = say("happened on {day}, but this event is of {days}", day=happened[0], days=_shown(days))
        fix = say("correct `happened`, take the event out, or correct {path}", path=event.path)
        yield entry.problem("dates", ("events", number), message, fix, "warning")


def actors(shelves: Shelves) -> Iterator[Problem]:
    """A post ends after it begins."""
    for actor in shelves.actors.values():
        yield from _posts(actor)


def _posts(actor: Document[Actor]) -> Iterator[Problem]:
    for number, role in enumerate(actor.meta.roles):
        if role.starts and role.ends and role.ends[1] < role.starts[0]:
            message = say("the post “{title}” ends before it begins", title=role.title)
            yield actor.problem("dates", ("roles", number, "to"), message, "correct `from` or `to`")


def events(shelves: Shelves) -> Iterator[Problem]:
    """An event ends after it begins, and lies within the larger one that it is part of."""
    known = {stem(path): event for path, event in shelves.events.items()}
    for event in shelves.events.values():
        yield from _own(event)
        larger = known.get(event.meta.part_of or "")
        whole, days = _days(larger.meta) if larger else None, _days(event.meta)
        if larger and whole and days and _apart(days, whole, dt.timedelta(0)):
            message = say("{days} is outside {whole}, the days of {path}", days=_shown(days),
                          whole=_shown(whole), path=larger.path)  # fmt: skip
            yield event.problem(
                "dates", ("part_of",), message, "correct the days, or take `part_of` out", "warning"
            )


def _own(event: Document[Event]) -> Iterator[Problem]:
    starts, ends = event.meta.starts, event.meta.ends
    if starts and ends and ends < starts:
        message = say("{ends} is before {starts}, the first day", ends=ends, starts=starts)
        yield event.problem("dates", ("ends",), message, "correct `starts` or `ends`")
    elif ends and not starts:
        yield event.problem(
            "dates", ("ends",), "there is a last day without a first one", "write `starts` too"
        )


def _days(event: Event) -> Days | None:
    return (event.starts, event.ends or event.starts) if event.starts else None


def _apart(one: Days, other: Days, most: dt.timedelta = ANNOUNCED) -> bool:
    return one[0] > other[1] + most or one[1] < other[0] - most


def _shown(days: Days) -> str:
    return str(days[0]) if days[0] == days[1] else f"{days[0]} – {days[1]}"
