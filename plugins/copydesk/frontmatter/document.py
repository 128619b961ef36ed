"""A file with front matter as a typed value, or the problems that keep it from being one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, NamedTuple

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from copydesk import doors
from copydesk.frontmatter import bodies, strict
from copydesk.frontmatter.entry import Entry
from copydesk.frontmatter.models import Actor, Event
from copydesk.frontmatter.part import Part
from copydesk.frontmatter.places import Place
from copydesk.frontmatter.strict import Reading
from copydesk.frontmatter.typed import M, place, typed
from copydesk.messages import say
from copydesk.model import Problem, Severity

HEADER_LIMIT = 512 << 10
FILE_LIMIT = 2 << 20

_FENCE = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)


class Pieces(NamedTuple):
    """A file cut at its fences; the four together are the file again."""

    opening: str
    header: str
    closing: str
    body: str


@dataclass(frozen=True)
class Document(Generic[M]):
    """A file of `content/`: typed `meta`, `plain` YAML values, `body` without blank ends."""

    path: str
    meta: M
    body: str
    raw: str
    plain: Mapping[str, Any] = field(repr=False)
    reading: Reading = field(repr=False)

    def place(self, *loc: str | int) -> Place:
        """Where the key (or else the value) at `loc` stands; the nearest group where there is none."""
        return place(self.reading, loc)

    def problem(
        self, rule: str, loc: Sequence[str | int], message: str, fix: str, severity: Severity = "error"
    ) -> Problem:
        """A problem of this file, at the place of `loc`."""
        at = self.place(*loc)
        return Problem(rule, self.path, message, fix, at.line, at.column, severity)

    @cached_property
    def body_line(self) -> int:
        """The line on which the body begins."""
        before = self.raw[: self.raw.find(self.body)] if self.body else self.raw
        return before.count("\n") + 1


def load(
    given: str | bytes | Path, model: type[M], path: str = ""
) -> tuple[Document[M] | None, list[Problem]]:
    """The document in a file (or in its text or bytes), or None and why not. Never raises for bad content.

    `path` is how problems name the file. `model` is `Entry`, `Actor` or `Event`.
    """
    name = path or (str(given) if isinstance(given, Path) else "")
    text, problems = _text(given, name)
    if text is None:
        return None, problems
    if (wrong := _fences(text, name)) is not None:
        return None, [*problems, wrong]
    handler = _Handler()
    plain, body = frontmatter.parse(text, handler=handler)
    for fault in handler.reading.faults:
        problems.append(
            Problem(fault.rule, name, fault.message, fault.fix, fault.place.line, fault.place.column)
        )
    if any(p.severity == "error" for p in problems):
        return None, [*problems, *_unknown_too(handler.reading, model, name)]
    if not isinstance(handler.reading.value, dict) or not handler.reading.block:
        return None, [*problems, _problem(name, "yaml", "the front matter is not `key: value` lines",
                                          "write one `key: value` a line", 2)]  # fmt: skip
    meta, wrong_values = typed(handler.reading, model, name)
    problems += wrong_values
    if (too_much := bodies.wrong(body)) is not None:
        line, message, fix = too_much
        problems.append(_problem(name, "body", message, fix, line + text[: text.rfind(body)].count("\n")))
    if meta is None or too_much:
        return None, problems
    return Document(name, meta, body, text, plain, handler.reading), problems


def _unknown_too(reading: Reading, model: type[M], name: str) -> list[Problem]:
    """The unknown keys beside a value that could not be read: an editor mends both at once."""
    found = typed(reading, model, name)[1] if isinstance(reading.value, dict) else []
    return [problem for problem in found if problem.rule == "unknown-key"]


def pieces(text: str) -> Pieces:
    """The file cut at its fences. ValueError where one is missing."""
    fences = list(_FENCE.finditer(text))
    if len(fences) < 2 or fences[0].start() != 0:
        raise ValueError("no front matter")
    opening, closing = fences[0].end() + 1, fences[1].end() + 1
    start = fences[1].start()
    return Pieces(text[:opening], text[opening:start], text[start:closing], text[closing:])


class _Handler(YAMLHandler):
    """python-frontmatter's YAML, read strictly and cut where an editor sees the fences."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = Reading()

    def split(self, text: str) -> tuple[str, str]:
        cut = pieces(text)
        return cut.header, cut.body

    def load(self, fm: str, **_: object) -> Any:
        self.reading = strict.read(fm, first_line=2)
        return self.reading.value


def _text(given: str | bytes | Path, name: str) -> tuple[str | None, list[Problem]]:
    try:
        raw = doors.read(given, FILE_LIMIT) if isinstance(given, Path) else given
        text = raw.decode("utf-8") if isinstance(raw, bytes) else raw
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return None, [_problem(name, "encoding", "this is not UTF-8 text", "save the file as UTF-8", line)]
    except doors.ShutError as error:
        return None, [_problem(name, error.rule, error.says, "put a text file of its own here")]
    except OSError as error:
        message = say("cannot be read: {reason}", reason=error.strerror)
        return None, [_problem(name, "file", message, "check the file")]
    if len(text) > FILE_LIMIT:
        message = say("the file has more than {number} MiB", number=FILE_LIMIT >> 20)
        return None, [_problem(name, "size", message, "split it")]
    text = text.replace("\r\n", "\n")
    if not text.startswith("\ufeff"):
        return text, []
    return text[1:], [_problem(name, "bom", "an invisible byte order mark stands before the first ---",
                               "save as UTF-8 without BOM", 1, "warning")]  # fmt: skip


def _fences(text: str, name: str) -> Problem | None:
    if not re.match(r"---[ \t]*\n", text):
        if re.match(r"\s*---[ \t]*\n", text):
            return _problem(name, "fence", "something stands before the ---", "begin the file with ---", 1)
        return _problem(name, "fence", "the file does not begin with front matter",
                        "begin it with a line ---, then `key: value` lines, then a line ---", 1)  # fmt: skip
    fences = list(_FENCE.finditer(text))
    if len(fences) < 2:
        return _problem(name, "fence", "the front matter is not closed",
                        "put a line --- between the keys and the text", 1)  # fmt: skip
    if fences[1].start() > HEADER_LIMIT:
        message = say("the front matter has more than {number} KiB", number=HEADER_LIMIT >> 10)
        return _problem(name, "size", message, "keep long texts in the body", 1)
    return None


def _problem(
    name: str, rule: str, message: str, fix: str, line: int = 0, severity: Severity = "error"
) -> Problem:
    return Problem(rule, name, message, fix, line, 1 if line else 0, severity)


KINDS: dict[str, type[Part]] = {"entries": Entry, "actors": Actor, "events": Event}
