"""Days, spans of days and the time between them, in the site's language."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel.dates import format_date

from digest.presentation.voice import Voice
from digest.presentation.voice import voice as voice_of_lang

Days = tuple[date, date]


@lru_cache(maxsize=50_000)
def _formatted(value: date, pattern: str, lang: str) -> str:
    """A day stands on many pages: it is set once."""
    return format_date(value, pattern, locale=voice_of_lang(lang).locale)


def day(voice: Voice, value: date) -> str:
    """Day, month, year: "9 квітня 2024" (uk)."""
    return _formatted(value, "d MMMM y", voice.lang)


def short_day(voice: Voice, value: date) -> str:
    """The day with a short month, for tables and labels: "9 квіт. 2024"."""
    return _formatted(value, "d MMM y", voice.lang)


def day_month(voice: Voice, value: date) -> str:
    """The day under a heading that already names the year: "9 квітня"."""
    return _formatted(value, "d MMMM", voice.lang)


def weekday(voice: Voice, value: date) -> str:
    """The day with its weekday: "вівторок, 9 квітня 2024"."""
    return _formatted(value, "EEEE, d MMMM y", voice.lang)


def month(voice: Voice, value: date) -> str:
    """The month by its own name, not as part of a date: "квітень 2024"."""
    return _formatted(value, "LLLL y", voice.lang)


def months_of(voice: Voice, value: date) -> list[str]:
    """The twelve months of a day's year, short: "січ.", "лют.", …"""
    return [_formatted(value.replace(month=number, day=1), "LLL", voice.lang) for number in range(1, 13)]


def days(voice: Voice, value: Days) -> str:
    """A day or a range, saying month and year once: "3–4 липня 2024", "30 червня – 2 липня 2024"."""
    first, last = value
    if first == last:
        return day(voice, first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(voice, last)}"
    if first.year == last.year:
        return f"{day_month(voice, first)} – {day(voice, last)}"
    return f"{day(voice, first)} – {day(voice, last)}"


def period(voice: Voice, value: Days) -> str:
    """A year, a month or a day by its first and last day: "2024", "березень 2024", "9 березня 2024"."""
    first, last = value
    if first == last:
        return day(voice, first)
    return str(first.year) if first.month != last.month else month(voice, first)


def gap(voice: Voice, happened: Days, told: date) -> str:
    """How long after the last day of the happening it was told; before its end: while it went on."""
    first, last = happened
    if told < first:
        return voice.gettext("before the event")
    if told < last:
        return voice.gettext("while it went on")
    late = (told - last).days
    if late == 0:
        return voice.gettext("the same day") if first == last else voice.gettext("on its last day")
    if late == 1:
        return voice.gettext("the next day")
    if late < 60:
        return voice.ngettext("%(num)s day later", "%(num)s days later", late)
    return voice.ngettext("%(num)s month later", "%(num)s months later", round(late / 30.44))
