"""The optional YAML header of a seed: what the person who saved the text knew about it."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from copydesk.addresses import is_web
from copydesk.messages import say
from copydesk.model import LANGS, Facts, Problem

KEYS = ("url", "outlet", "fetched", "lang", "title", "byline", "published")
# A header is a few lines; whatever closes later is a rule drawn in the text.
_MOST_LINES = 40
_KEY = re.compile(r"([A-Za-z_][\w-]{0,30})\s*:(\s|$)")


@dataclass(frozen=True, slots=True)
class Header:
    """What a seed's header says, the text after it, and the line of the file it begins on."""

    facts: Facts
    text: str
    first_line: int = 1
    problems: list[Problem] = field(default_factory=list)


def split(text: str, path: str) -> Header:
    """`text` without its header, and the header as facts.

    A header opens the file with a line `---`, closes with another, and between them is a YAML
    mapping. A text that only begins with a dashed line is all text.
    """
    lines = text.split("\n", _MOST_LINES + 1)
    if lines[0].rstrip() != "---":
        return Header(Facts(), text)
    close = next((i for i, line in enumerate(lines[1:_MOST_LINES], 1) if line.rstrip() == "---"), None)
    if close is None and _known_key(lines[1:2]):
        open_ended = Problem("header", path, "the header is not closed",
                             "put a line --- between the keys and the text", line=1)  # fmt: skip
        return Header(Facts(), text, problems=[open_ended])
    if close is None or not _looks_like_mapping(lines[1:close]):
        return Header(Facts(), text)
    mapping, problems = _load("\n".join(lines[1:close]), path)
    facts, wrong = _facts(mapping, lines, path)
    return Header(facts, "\n".join(lines[close + 1 :]), close + 2, problems + wrong)


def _known_key(lines: list[str]) -> bool:
    """True where a line begins with one of `KEYS`."""
    found = _KEY.match(lines[0]) if lines else None
    return found is not None and found.group(1) in KEYS


def _looks_like_mapping(lines: list[str]) -> bool:
    """True where each line that is not indented, blank or a comment begins with a key."""
    plain = [line for line in lines if line.strip() and line[0] not in " \t#-"]
    return bool(plain) and all(_KEY.match(line) for line in plain)


def _load(text: str, path: str) -> tuple[dict[str, Any], list[Problem]]:
    """The keys of a header, read as strictly as front matter is; `10:30` and `no` are words as they stand."""
    from copydesk.frontmatter import strict  # a text without a header need not wait for it

    reading = strict.read(text, first_line=2)
    problems = [
        Problem("header", path, say("in the header: {said}", said=fault.message), fault.fix, fault.place.line)
        for fault in reading.faults
        if fault.rule != "ambiguous"
    ]
    return (reading.value if isinstance(reading.value, dict) else {}), problems


def _facts(mapping: dict[str, Any], lines: list[str], path: str) -> tuple[Facts, list[Problem]]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in mapping.items():
        fix = _unknown(str(key)) if key not in KEYS else None
        if fix is None and value is None:
            continue
        read, want = (None, "") if fix else _value(str(key), value)
        if fix:
            message = say("unknown key `{key}`", key=key)
            problems.append(Problem("header", path, message, fix, _line_of(lines, key)))
        elif read is None:
            message = say("`{name}` is {value}", name=key, value=f"“{str(value)[:60]}”")
            problems.append(
                Problem("header", path, message, say("write {words}", words=want), _line_of(lines, key))
            )
        else:
            values[str(key)] = read
    return Facts(**values), problems


def _unknown(key: str) -> str:
    near = difflib.get_close_matches(key.lower(), KEYS, n=1, cutoff=0.5)
    others = say("the keys here are {known}", known=", ".join(KEYS))
    return say("did you mean `{close}`?", close=near[0]) if near else others


def _value(key: str, value: object) -> tuple[object | None, str]:
    """The value as its fact, or None and what it should have been."""
    if key in ("fetched", "published"):
        return read_date(value), say("a date like 2024-07-03")
    if not isinstance(value, str) or not value.strip():
        return None, say("words (quote a number or yes/no)")
    if key == "lang":
        return (value if value in LANGS else None), say("one of {words}", words=", ".join(LANGS))
    if key == "url":
        return (value if is_web(value) else None), say("an address that begins with https://")
    return " ".join(value.split()), ""


def read_date(value: object) -> date | None:
    """The day of an ISO date or time (YAML's or a string), as written there; None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.match(r"\d{4}-\d\d-\d\d(?!\d)", value):
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _line_of(lines: list[str], key: object) -> int:
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}")), 1)
