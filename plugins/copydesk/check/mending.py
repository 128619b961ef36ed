"""What is certain is mended: text before and after, and a sentence on what was done. Pure.

A mend changes one value as it is written, never what an editor meant by it: each is tried on its own and
kept only where the problem is gone and every other value reads as before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from copydesk.frontmatter import Part, load, strict
from copydesk.messages import Said, say
from copydesk.model import Problem

MOST = 200  # mends of one file


class Mend(NamedTuple):
    """What was done, and on which line."""

    line: int
    does: str


_PAIR = re.compile(r"^(?P<head>[ ]*(?:- )?[\w-]+:[ ]+)(?P<value>[^\"'\[{|>#&*!%@`\s].*?)[ ]*$")
_DAY = re.compile(r"(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d{4})")


def mended(raw: str, model: type[Part]) -> tuple[str, list[Mend]]:
    """The text of a file with all that is certain mended, and what was done."""
    done: list[Mend] = []
    while len(done) < MOST:
        found = next(filter(None, (_tried(raw, model, p) for p in load(raw, model)[1])), None)
        found = found or _listed_twice(raw, model)
        if found is None:
            break
        raw, mend = found
        done.append(mend)
    return raw, done


def _tried(raw: str, model: type[Part], problem: Problem) -> tuple[str, Mend] | None:
    """The text with one problem mended, None where that is not certain."""
    template = problem.message.template if isinstance(problem.message, Said) else problem.message
    way = _WAYS.get(template)
    if way is None:
        return None
    lines = raw.split("\n")
    done = way(lines, problem)
    made = "\n".join(lines)
    same = _values(made) == _values(raw) or _values(raw) is None
    before, after = load(raw, model)[1], load(made, model)[1]
    gone = not any(p.line == problem.line and p.message == problem.message for p in after)
    return (
        (made, Mend(problem.line, done)) if done and same and gone and _read(after) >= _read(before) else None
    )


def _read(problems: Sequence[Problem]) -> int:
    """How far a file could be read: its fences not found, its keys not understood, its values judged."""
    rules = {p.rule for p in problems}
    return 0 if rules & {"fence", "encoding"} else 1 if "yaml" in rules else 2


def _values(raw: str) -> Any:
    """The values of a file as words, so that `2024` and `"2024"` are one; None where it cannot be read."""
    found = re.search(r"^---[ \t]*$\n(.*?)^---[ \t]*$", raw, re.M | re.S)
    reading = strict.read(found.group(1)) if found else None
    if reading is None or any(fault.rule not in ("ambiguous", "date") for fault in reading.faults):
        return None
    return _as_words(reading.value)


def _as_words(value: Any) -> Any:
    """`value` with its scalars as words, days in one order, a lone word as the list it stands for."""
    if isinstance(value, Mapping):
        return {key: _as_words(inner) for key, inner in value.items()}
    if isinstance(value, list):
        words = [_as_words(inner) for inner in value]
        return words[0] if len(words) == 1 else words
    day = _DAY.fullmatch(str(value))
    return f"{day['year']}-{day['month']}-{day['day']}" if day else str(value)


def _bom(lines: list[str], _: Problem) -> str:
    lines[0] = lines[0].removeprefix("\ufeff")
    return say("took the invisible byte order mark out")


def _blank(lines: list[str], _: Problem) -> str:
    while lines and not lines[0].strip():
        del lines[0]
    return say("took the blank lines before the --- out")


def _quoted(lines: list[str], problem: Problem) -> str:
    """The whole value of a `key: value` line put in quotes."""
    found = _PAIR.match(lines[problem.line - 1])
    if found is None or " #" in found["value"]:
        return ""
    lines[problem.line - 1] = found["head"] + json.dumps(found["value"], ensure_ascii=False)
    return say("value put in quotes")


def _one_word(lines: list[str], problem: Problem) -> str:
    """An ambiguous word put in quotes where it stands, in a list too."""
    line, at = lines[problem.line - 1], problem.column - 1
    words = str(problem.message.values["words"]) if isinstance(problem.message, Said) else ""
    if not words or line[at : at + len(words)] != words:
        return ""
    lines[problem.line - 1] = f'{line[:at]}"{words}"{line[at + len(words) :]}'
    return say("value put in quotes")


def _list(lines: list[str], problem: Problem) -> str:
    """One slug behind a key that takes a list."""
    found = _PAIR.match(lines[problem.line - 1])
    if found is None or not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", found["value"]):
        return ""
    lines[problem.line - 1] = f"{found['head']}[{found['value']}]"
    return say("made a list of the one value")


def _twice(lines: list[str], problem: Problem) -> str:
    """A line that stands there twice, word for word."""
    first = int(problem.message.values["first"]) if isinstance(problem.message, Said) else 0
    if lines[first - 1].strip() != lines[problem.line - 1].strip() or lines[first - 1].rstrip().endswith(":"):
        return ""
    del lines[problem.line - 1]
    return say("took out a line that stood there twice")


def _day(lines: list[str], problem: Problem) -> str:
    """`13.07.2024`, which can be read in one way only."""
    found = _PAIR.match(lines[problem.line - 1])
    day = _DAY.fullmatch(found["value"]) if found else None
    if found is None or day is None or not (int(day["day"]) > 12 or day["day"] == day["month"]):
        return ""
    try:
        written = date(int(day["year"]), int(day["month"]), int(day["day"]))
    except ValueError:
        return ""
    lines[problem.line - 1] = f"{found['head']}{written}"
    return say("wrote the day as {day}", day=written)


def _listed_twice(raw: str, model: type[Part]) -> tuple[str, Mend] | None:
    """A slug that stands twice in a list of lines, taken out the second time."""
    document, _ = load(raw, model)
    for key in ("actors", "events", "not_same_as") if document else ():
        values = document.plain.get(key) if document else None
        for number, value in enumerate(values if isinstance(values, list) else ()):
            line = document.place(key, number).line if document else 1
            lines = raw.split("\n")
            if value in list(values or ())[:number] and lines[line - 1].strip() == f"- {value}":
                del lines[line - 1]
                does = say("took out `{value}`, which stood there twice", value=value)
                return "\n".join(lines), Mend(line, does)
    return None


_WAYS: dict[str, Callable[[list[str], Problem], str]] = {
    "an invisible byte order mark stands before the first ---": _bom,
    "something stands before the ---": _blank,
    "a colon followed by a space inside a value without quotes": _quoted,
    "`{name}` is a number here, not text": _quoted,
    "`{words}` without quotes is read in different ways": _one_word,
    "`{name}` is {value}, not a list": _list,
    "the key `{key}` is written twice (also on line {first})": _twice,
    "`{name}`: {said}": _day,
}
