"""Calendars: whole days, escaped, folded, the same whenever they are made."""

from __future__ import annotations

import re

from digest.build import Site, build
from digest.feeds import Publisher
from digest.ics import ALL, calendars
from tests.test_digest_build import entry, event

BY = Publisher("Вісті", "https://example.org/n", "https://example.org/n", "uk")
LONG = "Зустріч міністрів; перший день, другий день\\третій день узбережжя та островів"


def made() -> dict[str, str]:
    digest = build(
        [entry("2024-06-01-a", "events:\n  - e\n")],
        [],
        [
            event("e", f"starts: 2024-06-01\nends: 2024-06-02\nplace: Київ\ntitles:\n  uk: '{LONG}'\n"),
            event("undated"),
        ],
        Site(),
    )
    return {address: text() for address, text in calendars(digest.events, BY)}


def unfolded(text: str) -> list[str]:
    return re.sub(r"\r\n ", "", text).split("\r\n")


def test_a_dated_event_has_a_calendar_and_stands_in_the_one_of_all() -> None:
    assert sorted(made()) == [ALL, "events/e/event.ics"]
    assert made()[ALL].count("BEGIN:VEVENT") == 1


def test_the_last_day_is_inside() -> None:
    lines = unfolded(made()["events/e/event.ics"])
    assert {"DTSTART;VALUE=DATE:20240601", "DTEND;VALUE=DATE:20240603", "LOCATION:Київ"} <= set(lines)
    assert "URL:https://example.org/n/events/e/" in lines


def test_no_line_is_too_long_and_none_is_cut_inside_a_letter() -> None:
    text = made()["events/e/event.ics"]
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    shown = next(line for line in unfolded(text) if line.startswith("SUMMARY"))
    assert shown.endswith(LONG.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,"))


def test_it_is_dated_by_its_reports() -> None:
    assert "DTSTAMP:20240601T000000Z" in unfolded(made()[ALL])
