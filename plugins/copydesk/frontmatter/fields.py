"""The kinds of value that front matter has: days, ranges of days, slugs, addresses, plain text."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from calendar import monthrange
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

from copydesk.addresses import is_web
from copydesk.messages import say

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# A calendar counts days before and after an event: the first and last years of all have none.
_YEARS = range(1000, 3000)
# Characters that XML (so every feed) cannot carry, and that no keyboard types.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Marks that turn the direction of writing: a page would show other words than its file has.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Accents heaped over a letter, which hang over what stands around it (Unicode TR39, optional detection: 4).
_HEAPED = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{5}")

Days = tuple[dt.date, dt.date]


def _day(value: Any) -> Any:
    """A date from `2024-07-03`, quoted or not; anything else is left for the validator to refuse."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            value = dt.date.fromisoformat(value)
        except ValueError:
            raise ValueError(say("{value} is not a day of the calendar", value=value)) from None
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        if value.year not in _YEARS:
            raise ValueError(
                say(
                    "{value} is not in the years {first} to {last}",
                    value=value,
                    first=_YEARS[0],
                    last=_YEARS[-1],
                )
            )
        return value
    raise ValueError(say("{value} is not a day written as 2024-07-03", value=shown(value)))


def _days(value: Any) -> Any:
    """First and last day from `2024-07-03` or `2024-07-03/2024-07-04` (ISO 8601)."""
    if isinstance(value, tuple):
        return value
    first, slash, last = value.partition("/") if isinstance(value, str) else (value, "", "")
    days = (_day(first), _day(last) if slash else _day(first))
    if days[0] > days[1]:
        raise ValueError(say("{value} ends before it begins", value=value))
    return days


def days_text(days: Days) -> str:
    """`2024-07-03`, or `2024-07-03/2024-07-04` for a range."""
    return str(days[0]) if days[0] == days[1] else f"{days[0]}/{days[1]}"


def _period(value: Any) -> Any:
    """First and last day of a year, a month or a day: `2018`, `2018-03`, `2018-03-09`."""
    words = str(value)
    if isinstance(value, tuple):
        return value
    if isinstance(value, bool) or not re.fullmatch(r"\d{4}(-\d\d)?", words):
        return _day(value), _day(value)
    first = _day((words + "-01-01")[:10])
    last_month = 12 if len(words) == 4 else first.month
    return first, dt.date(first.year, last_month, monthrange(first.year, last_month)[1])


def period_text(days: Days) -> str:
    """The shortest way to write a year, a month or a day: `2018`, `2018-03`, `2018-03-09`."""
    for length in (4, 7):
        words = str(days[0])[:length]
        if _period(words) == days:
            return words
    return str(days[0])


def unprintable(value: str) -> tuple[int, str] | None:
    """The place of a character that no text may have, and what it is; None where there is none."""
    says = "an invisible control character (U+{code}) stands in it"
    found = UNPRINTABLE.search(value)
    if found is None:
        says = "an invisible mark that turns the direction of writing (U+{code}) stands in it"
        found = _TURNING.search(value)
    return (found.start(), say(says, code=f"{ord(found.group()):04X}")) if found else None


def _printable(value: str) -> str:
    if found := unprintable(value):
        raise ValueError(found[1])
    if _HEAPED.search(value):
        raise ValueError(say("more accents stand over a letter than any writing has"))
    if all(unicodedata.category(letter)[0] in "ZC" for letter in value):
        raise ValueError(say("no visible character stands in it"))
    return value


def _address(value: str) -> str:
    if not is_web(value):
        raise ValueError(say("{value} is no address of a host, or has a name before it", value=shown(value)))
    return value


def shown(value: Any) -> str:
    """A value as a message shows it: short, and never a dump of nested structures."""
    if value is None:
        return say("nothing")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return say("a group of keys")
    if isinstance(value, list):
        return say("a list")
    words = str(value)
    return f"“{words[:57]}…”" if len(words) > 60 else f"“{words}”"


def _text_schema(**more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **more})


Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000), AfterValidator(_printable)]
Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=1_000, pattern=r"^[^\n\r\x85\u2028\u2029]*$"),
    AfterValidator(_printable),
]
Slug = Annotated[str, StringConstraints(max_length=100, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
# Slugs that are names of files, and the folder of those files below `content/`.
ActorSlug = Annotated[Slug, Field(json_schema_extra={"x-folder": "actors"})]
EventSlug = Annotated[Slug, Field(json_schema_extra={"x-folder": "events"})]
Speaker = Annotated[Line, Field(json_schema_extra={"x-folder": "actors"})]  # or a name
Url = Annotated[
    str, StringConstraints(max_length=2_000, pattern=r"^https?://[^\s<>\"'`\\]+$"),
    AfterValidator(_printable), AfterValidator(_address),
]  # fmt: skip
SitePath = Annotated[
    str,
    StringConstraints(max_length=300, pattern=r"^/?[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*(\.html?|/)?$"),
]
LangCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Wikidata = Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]{0,11}$")]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
QuotationId = Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Day = Annotated[dt.date, BeforeValidator(_day), _text_schema(format="date")]
Order = Annotated[int, Field(ge=1, le=999)]
Period = Annotated[
    Days,
    BeforeValidator(_period),
    PlainSerializer(period_text),
    _text_schema(pattern=r"^\d{4}(-\d\d){0,2}$"),
]
Happened = Annotated[
    Days,
    BeforeValidator(_days),
    PlainSerializer(days_text),
    _text_schema(pattern=r"^\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?$"),
]
