"""New and changed seeds become Markdown at the start of a build pass, with a bar while it lasts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from pelican.log import console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

from copydesk.convert import convert as convert_seeds
from copydesk.convert.policy import Policy
from copydesk.convert.run import Progress as Told
from copydesk.model import Lang
from digest.report import Report

# What a line that names a written file begins with; the live preview reads it.
WRITTEN = "Written: "


@contextmanager
def progress(doing: str) -> Iterator[Told]:
    """A bar on a terminal while the block lasts; what it gives is told `(done, total, name)`."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(f"{doing} seeds", total=None)

        def told(done: int, total: int, name: str) -> None:
            bar.update(task, description=f"{doing} {name}", completed=done, total=total)

        yield told


def convert(project: Path, today: date, lang: Lang, policy: Policy, report: Report) -> None:
    """Write what is new below `project/content`; say what was written, report what was wrong."""
    with progress("Reading") as told:

        def waiting() -> None:
            console.print("Another conversion of this project is running; waiting for its end ...")

        made = convert_seeds(project, today=today, site=lang, progress=told, policy=policy, waiting=waiting)
    for path in made.written:
        console.print(Text(f"{WRITTEN}{path}"), soft_wrap=True)
    report.add(made.problems)
