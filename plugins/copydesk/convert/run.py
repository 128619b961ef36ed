"""Seeds to Markdown: what is new is drafted, linked, merged under the editor's words, and written.

The order is fixed (names sorted), so the same files give the same bytes on any machine.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from copydesk import RULES
from copydesk.convert.report import Report
from copydesk.convert.shelf import IGNORED, Filed, Shelf
from copydesk.model import Lang, Problem, Seed

Progress = Callable[[int, int, str], None]


@dataclass
class Batch:
    """The seeds to read in this run, by name, and the entries that some of them already have."""

    names: list[str] = field(default_factory=list)
    filed: dict[str, Filed] = field(default_factory=dict)


def convert(
    project: Path,
    *,
    today: date | None = None,
    again: Collection[str] | None = None,
    site: Lang = "uk",
    progress: Progress | None = None,
) -> Report:
    """Write an entry for every new or changed seed of `project/seeds`, and the pages it suggests.

    `again`: seeds to read again though nothing changed (an empty collection: all of them).
    `progress(done, total, name)` is told of each seed. Nothing is written for a seed with problems,
    nothing of an editor's is changed; a second run writes nothing.
    """
    report = Report()
    shelf = Shelf.of(project)
    batch = _due(shelf, again, report)
    if batch.names:
        from copydesk.convert.session import Session

        Session(shelf, batch, report, today, site, progress or _silent).run()
    report.written.sort()
    report.problems.sort(key=lambda p: (p.path, p.line, p.column, p.rule))
    return report


def _due(shelf: Shelf, again: Collection[str] | None, report: Report) -> Batch:
    """The seeds that are new, changed, read by other rules, or asked for."""
    batch, names, ignored = Batch(), shelf.seeds(), shelf.ignored()
    present = frozenset(names)
    for name in again or ():
        if name not in present:
            report.problems.append(
                Problem("seed", f"seeds/{name}", "there is no such seed", "name a file of seeds/")
            )
    for name in names:
        if name in ignored:
            continue
        checksum = shelf.checksum(name)
        filed = shelf.entry_of(name, checksum or "", present)
        if filed:
            batch.filed[name] = filed
        same = filed and (filed.file, filed.sha256, filed.rules) == (name, checksum, RULES)
        if same and (again is None or (again and name not in again)):
            report.unchanged += 1
        else:
            batch.names.append(name)
    return batch


def read(shelf: Shelf, name: str, report: Report) -> Seed | None:
    """The seed, or None with its problems reported."""
    from dataclasses import replace

    from copydesk import seeds

    seed, problems = seeds.read(shelf.project / "seeds" / name, name)
    report.problems += [replace(p, path=f"seeds/{name}") for p in problems]
    return seed


def twin_problem(name: str, other: str) -> Problem:
    """A seed that repeats another."""
    return Problem("twin", f"seeds/{name}", f"the same text as seeds/{other}",
                   f"delete one of the two, or add a line `{name}` to {IGNORED}")  # fmt: skip


def _silent(done: int, total: int, name: str) -> None:
    """Tell nobody."""
