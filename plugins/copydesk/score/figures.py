"""The measured figures: kept in one file, shown as a table wherever they are shown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

MEASURED = Path(__file__).with_name("measured.json")


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table: the part, what was measured, the figure, the goal (empty: none was set)."""

    part: str
    name: str
    figure: str
    goal: str = ""


def measured(path: Path = MEASURED) -> tuple[Measured, ...]:
    """The figures last written."""
    return tuple(Measured(**row) for row in json.loads(path.read_text(encoding="utf-8")))


def keep(rows: Sequence[Measured], path: Path = MEASURED) -> None:
    """Write the figures."""
    text = json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def table(rows: Sequence[Measured]) -> str:
    """The figures as a Markdown table."""
    head = ["| part | measured as | figure | goal |", "|---|---|---|---|"]
    return "\n".join([*head, *(f"| {r.part} | {r.name} | {r.figure} | {r.goal} |" for r in rows)])
