"""Lines that say when, and the counters that only look like them."""

from __future__ import annotations

import re
from functools import cache

from copydesk.clean import sections, shapes
from copydesk.clean.lines import Line
from copydesk.lexicon import rows, words
from copydesk.model import LANGS

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
# "Корреспондент.net, 26 січня 2021, 14:40"
_NAMED_DATE = re.compile(
    r"[^\d,|]{2,40}(?:[,|]|\s[-—])\s*(?:\d{1,2}\s+[^\W\d_]{3,9}\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{2,4})[^.!?]{0,20}$"
)
# A full stamp, whatever is glued behind it: "30 грудня 2020, 15:13Фото: міськрада"
_STAMP = re.compile(r"\d{1,2}\s+[^\W\d_]{3,9}\s*(?:\d{4})?\s*,?\s*\d{1,2}:\d{2}")
# "Бывший СССР 16:11, 8 мая 2021": a section with its stamp
_SECTION_STAMP = re.compile(r"[^\W\d_][^\d.!?]{2,30}\s\d{1,2}:\d{2},?\s\d{1,2}\s[^\W\d_]{3,9}\s\d{4}")
_DATE = re.compile(r"\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2,4}|\d{1,2}:\d{2}|\d{4}|\d{1,2}\s+[^\W\d_]{3}")
# "2026-03-05T19:11:00+02:00": as a machine writes it
_MACHINES = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?")
# "Маяк Одеса 31 липня, 22:32 942": a few words, a stamp, how many have read
_COUNTED = re.compile(r"[^\d.!?]{0,30}\d{1,2}\s+[^\W\d_]{3,9}\s*(?:\d{4})?\s*,?\s*\d{1,2}:\d{2}\s+\d{1,6}")
# "… | Просмотров - 368": behind a date, how many have read
_READERS = re.compile(r"\s*[|·•]\s*(?:views|переглядів|просмотров)\W{0,3}\d+$", re.IGNORECASE)
# "Просмотров: 1402", "0:00 / 2:11", "4 min read": counters, not dates.
_COUNT = re.compile(
    r"(?i:views|переглядів|перегляди|просмотров|просмотры)\W{0,3}\d+|\d+:\d\d\s*/\s*\d+:\d\d"
    # "НБУ:USD 41.05", "EUR 42,85", "+7°": what a page's corner tells
    r"|(?:[^\W\d_]{2,12}\s?:\s?)?(?:USD|EUR|GBP|PLN|RUB|UAH|CNY)\W{0,3}\d+[.,]\d+|[+-]?\d{1,2}\s?°\s?[CС]?"
    r"|(?i:погода)\s[^\n.]{2,30}\s[+-]\d{1,2}(?:\s?°\s?[CС]?)?"
    r"|(?i:(?:час читання|время чтения)\W{0,3})?\d+\s(?i:min|minutes?|хв|мин)\.?"
    r"(?:\s(?i:read|читання|чтения))?"
    # "👁 3412", "💬 18": a picture stands for the word
    r"|(?:[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]\s*){1,3}\d{1,3}(?:[\s.,]?\d{3}){0,2}\s?[KkКк]?"
)
# "Posted on May 3, 2024 in Transport": behind the day, the section
_POSTED = re.compile(
    r"(?:posted|published|filed|опубліковано|опубликовано|розміщено|размещено)\s(?:on\s)?[^.!?\n]{6,30}?\d{4}"
    r"(?:,?\s(?:о|об|at|в)?\s?\d{1,2}:\d{2})?\s(?:in|under|в|у)\s[^\d.!?\n]{3,30}",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"\d{1,3}\s*(?:з|із|из|of|/)\s*\d{1,3}")


def is_counter(text: str) -> bool:
    """A picture's number in a gallery, a count of readers, minutes, a rate: "2 з 4", "4 min read"."""
    return bool(_COUNTER.fullmatch(text) or _COUNT.fullmatch(text))


def is_date(line: Line) -> bool:
    """A line that only says when: "26 січня, 15:04", "Опубліковано: 12.12.20", "Вісник, 12.12.20"."""
    if line.words > 14 or not _DATE.search(line.text) or _COUNT.fullmatch(line.text):
        return False
    if _MACHINES.fullmatch(line.text):
        return True
    text = _READERS.sub("", line.text)
    if _POSTED.fullmatch(text):
        return True
    if line.words <= 10 and not line.full_stop and _STAMP.match(text):
        return True
    if line.words <= 10 and (_SECTION_STAMP.fullmatch(text) or _COUNTED.fullmatch(text)):
        return True
    rest = _rest(text)
    return all(map(sections.is_section, rest)) or (len(rest) <= 4 and bool(_NAMED_DATE.match(text)))


def date_with_name(line: Line) -> str | None:
    """The name after a date in one line: "3 May 2020, 10:15 by Anna Koval"."""
    if line.words > 16 or not _DATE.search(line.text):
        return None
    rest = " ".join(_rest(line.text))
    name = re.sub(r"^(?:by|автор(?:ом)?|текст|від|от)\s+", "", rest, flags=re.IGNORECASE)
    named = shapes.is_name(name) and name in line.text and not shapes.is_job(name) and not _has_city(name)
    section = any(word.isupper() and len(word) > 2 for word in name.split()) and not name.isupper()
    return name if named and not section else None


def _has_city(name: str) -> bool:
    """True where a word is a city's name: "Динамо Київ 31 липня" names no author."""
    return any(word.casefold() in _cities() for word in name.split())


@cache
def _cities() -> frozenset[str]:
    found = (row for name in ("actors_cities", "actors_capitals") for row in rows("", name))
    return frozenset(
        city.strip(" ?").casefold() for row in found for cell in row[1:4] for city in cell.split(";")
    )


def _rest(text: str) -> list[str]:
    """The words of a line that no date is made of."""
    known = _date_words()
    return [token for token in _TOKEN.findall(text) if not token.isdigit() and token.casefold() not in known]


@cache
def _date_words() -> frozenset[str]:
    return frozenset().union(*(words(lang, "dateline") for lang in LANGS))
