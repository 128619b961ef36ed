"""Where each key and value of a YAML text stands: found in a reading of its own, when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import yaml

Loc = tuple[str | int, ...]
DEPTH_LIMIT = 8

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Place(NamedTuple):
    """Line and column, both from 1."""

    line: int
    column: int


class Places(NamedTuple):
    """Where values and keys stand, each under the keys and numbers that lead to it."""

    values: dict[Loc, Place]
    keys: dict[Loc, Place]


class _EndError(Exception):
    """Nothing behind this is read."""


def parsed(text: str) -> Iterator[Any]:
    """The events of a YAML text. yaml.YAMLError where it goes wrong."""
    return iter(yaml.parse(text, Loader=_LOADER))


def of(event: Any, first_line: int) -> Place:
    """Where an event begins, in a text that begins on `first_line` of its file."""
    return Place(first_line + event.start_mark.line, event.start_mark.column + 1)


def found(text: str, first_line: int) -> Places:
    """The place of every value and key, as far as the text can be read."""
    places, events = Places({}, {}), parsed(text)
    with suppress(yaml.YAMLError, StopIteration, _EndError):
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                _note(event, events, (), first_line, places)
    return places


def _note(event: Any, events: Iterator[Any], loc: Loc, first_line: int, places: Places) -> None:
    """Note the place of a value and of all that it holds."""
    places.values[loc] = of(event, first_line)
    if len(loc) > DEPTH_LIMIT:
        raise _EndError
    if isinstance(event, yaml.MappingStartEvent):
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise _EndError
            places.keys[*loc, key.value] = of(key, first_line)
            _note(next(events), events, (*loc, key.value), first_line, places)
    elif isinstance(event, yaml.SequenceStartEvent):
        number = 0
        while not isinstance(one := next(events), yaml.SequenceEndEvent):
            _note(one, events, (*loc, number), first_line, places)
            number += 1
