"""Events as calendars (RFC 5545): whole days, ids that stay, dates of the content. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import partial

from digest.feeds import Publisher
from digest.index import Event

ALL = "events/all.ics"
_LONGEST = 75  # octets of a line, before it is folded
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def address_of(event: Event) -> str:
    """The address of an event's own calendar."""
    return _below(event.url)


def _below(url: str) -> str:
    return f"{url.rstrip('/')}/event.ics"


def calendars(events: Iterable[Event], by: Publisher) -> Iterator[tuple[str, Callable[[], str]]]:
    """Address of each event's calendar and of the one of all, and what makes its text; undated: none.

    A merged event's stands where it was, too: who follows it goes on following.
    """
    dated = sorted((e for e in events if e.starts), key=lambda e: (e.starts or date.min, e.slug))
    for event in dated:
        for url in (event.url, *(former for _, former in event.merged)):
            yield _below(url), partial(_one, event, by)
    yield ALL, partial(calendar, dated, by.name, by)


def _one(event: Event, by: Publisher) -> str:
    return calendar([event], event.title, by)


def calendar(events: Iterable[Event], name: str, by: Publisher) -> str:
    """One calendar. Lines end with CR LF and are folded by octets, as the standard asks."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Copydesk//digest//EN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for event in events:
        lines += _lines(event, by)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _lines(event: Event, by: Publisher) -> Iterator[str]:
    first = event.starts or date.min
    last = max(event.ends or first, first)
    # When this was last known to be so: of the reports, never of the clock.
    known = max((entry.modified for entry in event.entries), default=first)
    yield "BEGIN:VEVENT"
    yield f"UID:{by.urn(event.url)}"
    yield f"DTSTAMP:{known:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"  # the first day after it
    yield f"SUMMARY;LANGUAGE={event.lang}:{_text(event.title)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    if by.site:
        yield f"URL:{by.way('', event.url)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """Words as a value: what has a meaning in the format is escaped."""
    plain = _CONTROL.sub(" ", words.replace("\r\n", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line cut so that no piece is over 75 octets, never inside a letter."""
    pieces, size = [""], 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if size + octets > _LONGEST - (len(pieces) > 1):
            pieces.append("")
            size = 0
        pieces[-1] += letter
        size += octets
    return "\r\n ".join(pieces)
