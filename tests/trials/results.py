"""What a programme found, as a page that it writes itself: nothing in `tests/results/` is typed by hand."""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "results"
Row = tuple[str, int, int, str]  # what was tried, how many times, how many held, how it is known


def record(name: str, about: str, rows: Sequence[Row], command: str, notes: Sequence[str] = ()) -> int:
    """Write `tests/results/<name>.md` and print it; 1 where anything did not hold."""
    broken = sum(tried - held for _, tried, held, _ in rows)
    table = [f"| {what} | {held} of {tried} | {how} |" for what, tried, held, how in rows]
    lines = [
        f"# {name}",
        "",
        about,
        "",
        "| tried | held | how it is known |",
        "|---|---|---|",
        *table,
        "",
        *(f"- {note}" for note in notes),
        f"- Written by `{command}` on Python {platform.python_version()}, {platform.system()}.",
        "",
    ]
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.md").write_text("\n".join(lines), encoding="utf-8", newline="\n")
    print("\n".join(lines))
    return int(broken > 0)


def command(target: str) -> str:
    """The command that was given, as `make` spells it."""
    given = " ".join(sys.argv[1:])
    return f"make {target}" + (f' WITH="{given}"' if given else "")
