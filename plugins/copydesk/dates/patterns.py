"""How days, months and years are written: the patterns of all clues, most telling first.

A later pattern never reads words that an earlier one has read. Whoever uses them drops what begins
inside a word: asking that of the patterns themselves would make the English ones five times slower.
Group names are the parts of a date; `figure` is a month in figures, `day2` and `month2` end a range,
`bare` and `named` are weekdays without a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from copydesk.dates import words
from copydesk.model import Lang


class Pattern(NamedTuple):
    """A way of writing a date, by name."""

    name: str
    regex: re.Pattern[str]

    @property
    def begins_with_figures(self) -> bool:
        """True where nothing but a day or a year in figures, with no number before it, can come first."""
        return _FIGURES_FIRST.match(self.regex.pattern) is not None


# What may not stand before, then the figures: "(?<![\\d.])(?P<day>".
_FIGURES_FIRST = re.compile(r"(?:\(\?<!\[[^\]]+\]\))+\(\?P<(?:day|year)>")
Patterns = tuple[Pattern, ...]

_SP = r"[^\S\n]"  # white space inside a line
_FREE = r"(?<![\d.,:/\w-])"  # no number goes on here: not the 4 of "B.1.4" or of "12,4"
_ORDINAL = r"(?:-?(?:го|е|є|st|nd|rd|th)(?!\w))?"
_DAY = rf"(?<![—]){_FREE}(?P<day>[0-3]?\d){_ORDINAL}"
_DAY2 = rf"(?P<day2>[0-3]?\d){_ORDINAL}"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)"
_ERA = rf"(?:-?(?:го|му|м)(?!\w))?(?:{_SP}*(?:року|році|рік|року|р\.|года|году|год|г\.)(?!\w))?"
# Few spaces only: two runs of any length side by side would take the square of a long one.
_CLOCK = rf"(?:{_SP}{{0,3}}[|,·•в—-]?{_SP}{{0,3}}(?P<clock>[0-2]?\d[:.][0-5]\d)(?![\d.]))"
_TO = rf"{_SP}*[-—]{_SP}*"
# The parts of a month: "на початку березня", "in late March".
_PART = (
    r"початку|середині|середини|кінці|кінця|наприкінці|начале|середине|середины|конце|конца"
    r"|early|mid|late|end of"
)
_ON = rf"(?i:(?<!\w)(?:в|во|у|on){_SP}+)"
_UNIT = "день|дні|днів|доби|діб|дня|дней|суток|сутки|days|day"


def _figures() -> Iterator[tuple[str, str]]:
    """2024-04-09, 09.04.2024 15:20, 09.04.24 15:20, 09.04 15:20."""
    yield "iso", r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)-(?P<figure>[01]\d)-(?P<day>[0-3]\d)(?!\d|-\d)"
    day = rf"{_FREE}(?P<day>[0-3]?\d)"
    yield (
        "figures",
        rf"{day}(?P<sign>[./-])(?P<figure>[01]?\d)(?P=sign)(?P<year>(?:19|20)\d\d)(?!\d|[./-]\d){_CLOCK}?",
    )
    yield "two-figure year", rf"{day}\.(?P<figure>\d\d)\.(?P<year>\d\d)(?![\d.]){_CLOCK}"
    yield "day and clock", rf"{day}\.(?P<figure>[01]\d),?{_SP}+(?P<clock>[0-2]\d:[0-5]\d)(?!\d)"


def _words() -> Iterator[tuple[str, str]]:
    """3–4 липня, July 3-4, 9 апреля 2024 года, April 9, 2024, вівторок after or before them."""
    month, month2 = f"(?P<month>{words.month()})", f"(?P<month2>{words.month()})"
    year = rf"(?:,?{_SP}+{_YEAR}{_ERA})?"
    until = rf"(?:{_TO}|{_SP}+(?:до|по|to){_SP}+)"
    yield "range", rf"{_DAY}(?:{_SP}+{month})?{until}{_DAY2}{_SP}+{month2}{year}"
    first = f"(?P<month>{words.month(langs=('en',))})"  # only English puts the month first
    yield "range", rf"{first}{_SP}+{_DAY}{until}(?:{month2}{_SP}+)?{_DAY2}(?!\w){year}"
    yield "pair", rf"{_DAY},?{_SP}+(?:и|і|й|та|and){_SP}+{_DAY2}{_SP}+{month2}{year}"
    yield "pair", rf"{first}{_SP}+{_DAY}{_SP}+and{_SP}+{_DAY2}(?!\w|:\d){year}"
    yield "night", rf"{_DAY}{_SP}+на{_SP}+{_DAY2}{_SP}+{month2}{year}"
    weekday = f"(?P<weekday>{words.weekday()})"
    yield "words", rf"{_DAY}{_SP}+(?:of{_SP}+)?{month}{year}(?:,?{_SP}+{weekday})?{_CLOCK}?"
    yield "words", rf"{first}{_SP}+{_DAY}(?!\w|:\d){year}{_CLOCK}?"


def _short_months() -> Iterator[tuple[str, str]]:
    """9 квіт. 2024, Apr 9, 2024; without a year only before a clock, an agency or the line's end."""
    month = f"(?P<month>{words.month(short=True)})"
    stop = rf"(?=,?{_SP}+(?:[0-2]?\d:\d\d|[—(-]|[A-ZА-ЯІЇЄ]{{3,}})|\)|{_SP}*$)"
    yield "short month", rf"{_DAY}(?:{_SP}|-)+{month}\.?[,-]?{_SP}*{_YEAR}{_CLOCK}?"
    first = f"(?P<month>{words.month(short=True, langs=('en',))})"
    yield "short month", rf"{first}\.?{_SP}+{_DAY},?{_SP}+{_YEAR}{_CLOCK}?"
    yield "short month", rf"{_DAY}{_SP}+{month}\.?{stop}"
    yield "short month", rf"{first}\.?{_SP}+{_DAY}{stop}"


def _longer() -> Iterator[tuple[str, str]]:
    """У лютому 2022 року, на початку березня, к 2030 году, in 2022."""
    month = f"(?P<month>{words.month()})"
    era = rf"-?(?:го|му|м)?{_SP}+(?:року|році|рік|года|году|год)(?!\w)|{_SP}*(?:р\.|г\.)"
    yield "month", rf"(?<!\w)(?=\w+,?{_SP}+\d){month},?{_SP}+{_YEAR}{_ERA}"
    yield "month", rf"(?<!\w)(?:{_PART}|в|у|на|in|from|since|з|с|до|к){_SP}+{month}"
    yield "year", rf"{_FREE}{_YEAR}(?={era})"
    yield "year", rf"(?<!\w)(?:in|since|of|from|в|у|с|з){_SP}+{_YEAR}(?!-\w*\d|\w|{_SP}*[%$])"


@cache
def written() -> Patterns:
    """The patterns that are the same in every language of the page."""
    found = (*_figures(), *_words(), *_short_months(), *_longer())
    return tuple(Pattern(name, re.compile(pattern, re.MULTILINE)) for name, pattern in found)


@cache
def spoken(lang: Lang) -> Patterns:
    """The patterns whose words are the article's own: weekdays alone and days told from today."""
    turn = words.cue(lang, "last", "next").pattern
    day, bare = f"(?P<weekday>{words.weekday()})", f"(?P<bare>{words.weekday()})"
    count = "|".join(words.numbers(lang))
    phrases = "|".join(sorted(map(re.escape, words.offsets(lang)), key=words.longest))
    alone = rf"(?:{_ON})?(?P<turn>(?i:{turn})){_SP}+{day}|{_ON}{bare}"
    if lang == "en":
        alone += rf"|(?<!\w)(?P<named>{words.weekday()})"
    ago = words.cue(lang, "ago").pattern
    return (
        Pattern("ago", re.compile(rf"(?i)(?<!\w)(?P<count>\d\d?|{count}){_SP}+(?:{_UNIT}){_SP}+{ago}")),
        Pattern("relative", re.compile(rf"(?i)(?<!\w)(?P<phrase>{phrases})(?!\w)")),
        Pattern("weekday alone", re.compile(alone)),
    )


@cache
def weekday_before() -> re.Pattern[str]:
    """A weekday that ends right where a day of the month begins: "у вівторок, | 9 квітня"."""
    forms = f"{words.weekday()}|{words.weekday(short=True)}"
    return re.compile(rf"(?:{_ON})?(?<!\w)(?P<weekday>{forms})\.?,?{_SP}+(?:the{_SP}+)?$")
