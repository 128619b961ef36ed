"""Lines of JSON as `extract` takes them: bounded, parsed, and refused with their number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any, TextIO

from copydesk.messages import say
from copydesk.model import LANGS, Facts
from copydesk.seeds import too_much

Line = dict[str, Any]

LINE_LIMIT = 4_000_000  # characters of JSON: the longest text with each character written as an escape, twice


class BadLineError(ValueError):
    """A line of input that cannot be read: the message says which and why."""


def bounded(stream: TextIO) -> Iterator[str]:
    """The lines of a stream, none read further than `LINE_LIMIT` characters; BadLineError beyond."""
    for number in count(1):
        line = stream.readline(LINE_LIMIT + 1)
        if len(line) > LINE_LIMIT:
            says = "line {number} is longer than {most} characters; give one article a line"
            raise BadLineError(say(says, number=number, most=f"{LINE_LIMIT:,}"))
        if not line:
            return
        yield line


def parsed(number: int, line: str) -> Line:
    """The object in a line, with an `id`. BadLineError where it is none, or holds more than an article."""
    try:
        given = json.loads(line)
    except json.JSONDecodeError as error:
        says = "line {number} is not JSON ({reason} at column {column})"
        raise BadLineError(say(says, number=number, reason=error.msg, column=error.colno)) from None
    except RecursionError:
        raise BadLineError(say("line {number} nests deeper than any article", number=number)) from None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise BadLineError(say('line {number} is not an object with a string under "text"', number=number))
    if much := too_much(given["text"]):
        says = "line {number}: {message}; give one article a line"
        raise BadLineError(say(says, number=number, message=much))
    given.setdefault("id", number)
    return given


def facts_of(number: int, given: Line) -> Facts:
    """What the line says besides its text. BadLineError where its day is none."""
    fetched = given.get("fetched")
    try:
        day = date.fromisoformat(fetched) if fetched else None
    except (TypeError, ValueError):
        says = "line {number}: fetched {value} is not a day like 2024-04-09"
        raise BadLineError(say(says, number=number, value=repr(fetched)[:40])) from None
    lang = given.get("lang")
    return Facts(
        title=given.get("title") or None,
        url=given.get("url") or None,
        fetched=day,
        lang=lang if lang in LANGS else None,
    )
