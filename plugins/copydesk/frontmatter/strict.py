"""YAML read without surprises: one meaning in YAML 1.1 and 1.2, each value with its place.

Whatever a YAML parser would lose or change in silence is refused here with its line: a key
written twice, `lang: no` (false to some parsers), `12:30` (750 to some), anchors, tags, tabs.
Events are read one by one: a hostile header can neither recurse nor expand.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import yaml

from copydesk.frontmatter import places
from copydesk.frontmatter.complaints import yaml_mark, yaml_words
from copydesk.frontmatter.places import DEPTH_LIMIT, Place, Places
from copydesk.messages import say

EVENT_LIMIT = 50_000
# More than a report, or a person's life, has of anything: each value makes a page, or a problem of its own.
LIST_LIMIT = 2_000

_RESOLVER = yaml.resolver.Resolver()
_TAG = "tag:yaml.org,2002:"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Numbers to YAML 1.2 that are words to YAML 1.1: 1e3, 0o17.
_NEWER = re.compile(r"[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+)")


@dataclass(slots=True)
class Fault:
    """Something refused: the rule, where, what, and what to do."""

    rule: str
    place: Place
    message: str
    fix: str


@dataclass
class Reading:
    """The plain value of a YAML text, and what was refused; `text` begins on `first_line` of its file."""

    text: str = field(default="", repr=False)
    first_line: int = 1
    value: Any = None
    faults: list[Fault] = field(default_factory=list)
    block: bool = True

    @cached_property
    def places(self) -> Places:
        """Where every value and key stands: most files have no mistake, and are never asked."""
        return places.found(self.text, self.first_line)


class _StopReadingError(Exception):
    """The text cannot be read further; the fault is recorded."""


def read(text: str, first_line: int = 1) -> Reading:
    """The value of a YAML text (mappings, lists, str, int, float, bool, None, date), never an exception.

    `first_line` is the line of the file on which `text` begins: places count from it.
    """
    reading = Reading(text, first_line)
    events = _events(text, reading)
    try:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and event.explicit:
                raise _refuse(reading, event, "yaml", "a second document begins", "keep one block of keys")
            if isinstance(event, yaml.NodeEvent):
                reading.block = not getattr(event, "flow_style", False)
                reading.value = _node(event, events, 0, reading)
    except _StopReadingError:
        reading.value = None
    return reading


def _events(text: str, reading: Reading) -> Iterator[Any]:
    try:
        for count, event in enumerate(places.parsed(text)):
            if count > EVENT_LIMIT:
                raise _refuse(reading, event, "size", "too many values", "keep long texts in the body")
            yield event
    except yaml.YAMLError as error:
        mark = yaml_mark(error)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        message, fix = yaml_words(str(getattr(error, "problem", None) or error), text, line + 1)
        reading.faults.append(Fault("yaml", Place(reading.first_line + line, column + 1), message, fix))
        raise _StopReadingError from None


def _node(event: Any, events: Iterator[Any], depth: int, reading: Reading) -> Any:
    if event.anchor is not None or event.tag is not None:
        raise _reference(event, reading)
    if depth > DEPTH_LIMIT:
        raise _refuse(reading, event, "yaml", "values are nested too deep", "write fewer levels")
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, reading)
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, depth + 1, reading)
    return _sequence(events, depth + 1, reading)


def _mapping(events: Iterator[Any], depth: int, reading: Reading) -> dict[str, Any]:
    made: dict[str, Any] = {}
    written: dict[str, Any] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            return made
        if not isinstance(event, yaml.ScalarEvent) or event.value == "<<":
            raise _refuse(reading, event, "yaml", "a key that is not a plain word", "write `key: value`")
        if event.anchor is not None or event.tag is not None:
            raise _reference(event, reading)
        key = event.value
        if key in written:
            first = places.of(written[key], reading.first_line).line
            message = say("the key `{key}` is written twice (also on line {first})", key=key, first=first)
            _refuse(reading, event, "duplicate-key", message, "keep one of the two")
        written[key] = event
        made[key] = _node(next(events), events, depth, reading)
    raise _StopReadingError


def _sequence(events: Iterator[Any], depth: int, reading: Reading) -> list[Any]:
    made: list[Any] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return made
        if len(made) == LIST_LIMIT:
            message = say("a list of more than {number} values", number=f"{LIST_LIMIT:,}")
            raise _refuse(reading, event, "size", message, "keep those that matter")
        made.append(_node(event, events, depth, reading))
    raise _StopReadingError


def _scalar(event: Any, reading: Reading) -> Any:
    words = event.value
    if not event.implicit[0]:  # quoted, or a block of text
        return words
    tag = tag_of(words)
    if tag == "str":
        return words
    if tag == "null":
        return None
    if words in ("true", "false"):
        return words == "true"
    if tag == "int" and re.fullmatch(r"0|-?[1-9]\d{0,17}", words):
        return int(words)
    if tag == "timestamp" and _DAY.fullmatch(words):
        return _date(event, reading)
    if tag == "float" and re.fullmatch(r"-?\d{1,15}\.\d{1,15}", words):
        return float(words)
    message = say("`{words}` without quotes is read in different ways", words=words)
    _refuse(reading, event, "ambiguous", message, say('put it in quotes: "{words}"', words=words))
    return words


@lru_cache(maxsize=20_000)  # slugs and days come again and again
def tag_of(words: str) -> str:
    """What YAML takes unquoted words for: str (in 1.1 and 1.2 alike), null, bool, int, float, timestamp, …"""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, words, (True, False))  # type: ignore[no-untyped-call]
    return "number" if tag == f"{_TAG}str" and _NEWER.fullmatch(words) else tag.removeprefix(_TAG)


def _date(event: Any, reading: Reading) -> dt.date | None:
    try:
        return dt.date.fromisoformat(event.value)
    except ValueError:
        message = say("{value} is not a day of the calendar", value=event.value)
        _refuse(reading, event, "date", message, "write a day that exists")
        return None


def _reference(event: Any, reading: Reading) -> _StopReadingError:
    """The refusal of a value that names another, or how it is to be read."""
    name = event.anchor
    fix = say("write the value itself, or put text that begins so in quotes")
    if isinstance(event, yaml.AliasEvent):
        message = say("`*{name}` refers to another value", name=name)
    elif name is not None:
        message = say("`&{name}` names a value for reuse", name=name)
    else:
        message = say("`{name}` is a YAML tag", name=event.tag)
        fix = say("put text that begins with ! in quotes")
    return _refuse(reading, event, "reference", message, fix)


def _refuse(reading: Reading, event: Any, rule: str, message: str, fix: str) -> _StopReadingError:
    reading.faults.append(Fault(rule, places.of(event, reading.first_line), message, fix))
    return _StopReadingError()
