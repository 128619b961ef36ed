"""Case files: blocks of text a newcomer can add without reading Python.

    A title line that says what is wanted
    .
    input, any number of lines
    .
    expected, any number of lines
    .

Used as ``@pytest.mark.parametrize("case", cases("dates"), ids=str)``. (markdown-it-py's form.)
A title that begins with "XFAIL " is a known failure: the test must fail, so mending it moves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    file: str
    line: int
    title: str
    given: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.title}"


def read(path: Path) -> list[Case]:
    found: list[Case] = []
    title, at, parts, part = "", 0, [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line == ".":
            if part is None:
                part = []
            else:
                parts.append("\n".join(part))
                part = []
                if len(parts) == 2:
                    found.append(Case(path.name, at, title, parts[0], parts[1]))
                    parts, part = [], None
        elif part is not None:
            part.append(line)
        elif line.strip() and not line.startswith("#"):
            title, at = line.strip(), number
    assert part is None, f"{path.name}: the last block is not closed with a dot"
    return found


def cases(name: str) -> list[Any]:
    """The cases of `tests/cases/<name>.md` as pytest parameters."""
    return [
        pytest.param(case, id=str(case), marks=[pytest.mark.xfail] if case.title.startswith("XFAIL ") else [])
        for case in read(CASES / f"{name}.md")
    ]
