"""What is told to a person: a problem, an offer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that the machine would write where an editor's word stands.

    `path` is below the project; `line` is that of the editor's word, 0 where nothing stands any more.
    """

    field: str
    editor: object
    machine: object
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding for a person: where, what was found, what to do about it.

    `path` is shown as given (relative to the project); `line` and `column` count from 1, 0 is unknown.
    """

    rule: str
    path: str
    message: str
    fix: str
    line: int = 0
    column: int = 0
    severity: Severity = "error"

    def __str__(self) -> str:
        """`path:line:column: message; fix`, the form editors and terminals understand."""
        place = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        return visible(f"{place}: {self.message}; {self.fix}")


_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(words: str) -> str:
    """`words` on one line, what steers a terminal or turns the writing spelt out: names may hold it."""
    return _UNSEEN.sub(lambda m: f"\\u{ord(m.group()):04x}", words)
