"""Seeds to Markdown: what is new is drafted, linked, merged under the editor's words, and written.

The order is fixed (names sorted), so the same files give the same bytes on any machine.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from copydesk import RULES
from copydesk.convert import cards
from copydesk.convert.catalogue import Catalogue
from copydesk.convert.policy import Policy
from copydesk.convert.report import Report
from copydesk.convert.shelf import Filed, Shelf
from copydesk.faults import fault
from copydesk.lock import held
from copydesk.model import Lang, Offer, Problem, Seed
from copydesk.workers import Executor, Here

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
    policy: Policy | None = None,
    waiting: Callable[[], None] | None = None,
    executor: Executor | None = None,
    offers: bool = False,
) -> Report:
    """Write an entry for every new or changed seed of `project/seeds`, and the pages it suggests.

    `again`: seeds to read again though nothing changed (an empty collection: all of them).
    `policy` says who gets a page. `progress(done, total, name)` is told of each seed, `waiting()` where
    another conversion of this project must end first. `executor` drafts the seeds (else this process does);
    who it is changes nothing. `offers`: read again, for the report alone, what editors changed, so that it
    tells all that the rules would now write otherwise.

    Nothing is written for a seed with problems, nothing of an editor's is changed; a second run writes
    nothing.
    """
    report, folder = Report(), project / "seeds"
    with held(folder, waiting or _nobody) if folder.is_dir() else nullcontext():
        shelf, catalogue = Shelf(project), Catalogue(project)
        batch = _due(shelf, catalogue, again, report)
        if batch.names:
            from copydesk.convert.session import Session

            told = progress or _nobody
            work = executor or Here()
            Session(shelf, catalogue, batch, report, today, site, told, policy or Policy(), work).run()
            # What was written is known at once, while what reads it is loaded.
            catalogue.look("entries", shelf.stamped("entries"), cards.entry)
        if offers:
            report.offers += _differing(shelf, catalogue, batch, today, site, policy or Policy())
        catalogue.save()
    report.written.sort()
    report.problems.sort(key=lambda p: (p.path, p.line, p.column, p.rule))
    return report


def _differing(
    shelf: Shelf, catalogue: Catalogue, batch: Batch, today: date | None, site: Lang, policy: Policy
) -> list[Offer]:
    """What the rules read otherwise than editors wrote, in the entries that this run left alone."""
    from copydesk.convert.session import Session
    from copydesk.frontmatter import Entry
    from copydesk.merge import edited

    names = []
    for name, filed in batch.filed.items():
        document = shelf.document(filed.path, Entry) if name not in batch.names else None
        if document and edited(document.plain, document.body):
            names.append(name)
    asked = Report()
    if names:
        again = Batch(names, batch.filed)
        Session(shelf, catalogue, again, asked, today, site, _nobody, policy, Here(), dry=True).run()
    return asked.offers


def _due(shelf: Shelf, catalogue: Catalogue, again: Collection[str] | None, report: Report) -> Batch:
    """The seeds that are new, changed, read by other rules, or asked for."""
    catalogue.look("entries", shelf.stamped("entries"), cards.entry)
    catalogue.look("seeds", shelf.stamped_seeds(), cards.seed)
    known = ((path, facts["filed"]) for path, facts in catalogue.facts("entries").items())
    shelf.file(Filed(path, *filed) for path, filed in known if filed)
    checksums = {p.removeprefix("seeds/"): c for p, c in sorted(catalogue.checksums("seeds").items())}
    batch, ignored, present = Batch(), shelf.ignored(), frozenset(checksums)
    for name in again or ():
        if name not in present:
            report.problems.append(
                Problem("seed", f"seeds/{name}", "there is no such seed", "name a file of seeds/")
            )
    for name, checksum in checksums.items():
        if name in ignored:
            continue
        filed = shelf.entry_of(name, checksum, present)
        if filed:
            batch.filed[name] = filed
        same = filed and (filed.file, filed.sha256, filed.rules) == (name, checksum, RULES)
        if same and (again is None or (again and name not in again)):
            report.unchanged += 1
        else:
            batch.names.append(name)
    return batch


def read(shelf: Shelf, name: str, report: Report) -> Seed | None:
    """The seed, or None with its problems reported: a header that says nothing for sure refuses it too."""
    from copydesk import seeds

    try:
        seed, problems = seeds.read(shelf.project / "seeds" / name, name)
    except Exception as error:  # whatever one file does to the parsers, the others are read
        report.problems.append(fault(f"seeds/{name}", error))
        return None
    report.problems += [replace(p, path=f"seeds/{name}") for p in problems]
    return None if any(p.severity == "error" for p in problems) else seed


def _nobody(*_: object) -> None:
    """Tell nobody."""
