"""Single values replaced where they stand: everything around them keeps its bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from copydesk.frontmatter import strict
from copydesk.frontmatter.document import pieces
from copydesk.frontmatter.places import Loc

_SCALAR = re.compile(r"\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\n]*)'|(?P<plain>[^\s\"'#,\[\]{}]+)")


def substitute(raw: str, changes: Mapping[Loc, str]) -> str:
    """`raw` with one-word values replaced, by their places in the front matter; quotes stay where they are.

    `raw` must have been read without problems. ValueError where a value does not stand in one word.
    """
    reading = strict.read(_header(raw), first_line=2)
    wanted = reading.value
    lines = raw.split("\n")
    ordered = sorted(changes.items(), key=lambda c: _position(reading, c[0]), reverse=True)
    for loc, new in ordered:
        number, column = _position(reading, loc)
        line = lines[number - 1]
        found = _SCALAR.match(line, column - 1)
        old = value_at(reading.value, loc)
        if found is None or found[found.lastgroup or 0] != old:
            raise ValueError(f"line {number}: “{old}” is written in a way that cannot be changed here")
        lines[number - 1] = line[: found.start()] + _written(found, new) + line[found.end() :]
        wanted = with_value(wanted, loc, new)
    changed = "\n".join(lines)
    after = strict.read(_header(changed))
    if after.faults or after.value != wanted:
        raise ValueError("the front matter cannot be changed without disturbing it")
    return changed


def _header(raw: str) -> str:
    return pieces(raw.replace("\r\n", "\n").removeprefix("\ufeff")).header


def _position(reading: strict.Reading, loc: Loc) -> tuple[int, int]:
    place = reading.places.values[loc]
    return place.line, place.column


def value_at(value: Any, loc: Loc) -> Any:
    """What stands at `loc` in a value."""
    for step in loc:
        value = value[step]
    return value


def with_value(value: Any, loc: Loc, new: str) -> Any:
    """A copy of `value` with `new` at `loc`."""
    if not loc:
        return new
    copied: Any = list(value) if isinstance(value, list) else dict(value)
    copied[loc[0]] = with_value(value[loc[0]], loc[1:], new)
    return copied


def _written(found: re.Match[str], new: str) -> str:
    """`new` in the quotes of the old value; hex digits that read as a number get quotes, others lose them."""
    if found.lastgroup == "plain":
        return new if strict.tag_of(new) == "str" else f'"{new}"'
    old = found[found.lastgroup or 0]
    mark = found.group()[0]
    return new if strict.tag_of(old) != "str" and strict.tag_of(new) == "str" else f"{mark}{new}{mark}"
