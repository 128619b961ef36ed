"""The commands that read texts: convert, explain, extract, score, schema."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from copydesk.commands.telling import refused, tell, waiting
from copydesk.messages import chosen, say, spoken


def convert(given: argparse.Namespace, project: Path) -> int:
    """Seeds become entries."""
    from copydesk import convert as conversion
    from copydesk.convert.policy import from_environment
    from copydesk.progress import shown
    from copydesk.workers import executor

    try:
        policy, workers = from_environment(), executor(given.jobs, given.scheduler)
    except (ValueError, ModuleNotFoundError) as error:
        refused("convert", error)
        return 2
    with shown() as progress:
        report = conversion.convert(
            project,
            again=given.again,
            site=given.lang,
            progress=progress,
            policy=policy,
            waiting=waiting,
            executor=workers,
            offers=bool(given.report),
        )
    for path in report.written:
        print(path)
    if given.report:
        told = "".join(f"{spoken(line, chosen())}\n" for line in report.lines())
        if given.report == "-":
            print(told, end="")
            _undecided(project)
        else:
            Path(given.report).write_text(told, encoding="utf-8", newline="\n")
    tell(report.problems)
    counts = {"new": len(report.written), "same": report.unchanged, "wrong": len(report.problems)}
    counted = say("{new} written, {same} unchanged, {wrong} problems", **counts)
    print(spoken(counted, chosen()), file=sys.stderr)
    return 1 if report.failed else 0


def _undecided(project: Path) -> None:
    """Tell what else waits for an editor: suggestions, decisions that the files do not follow."""
    from copydesk.byhand.register import Register, path_of
    from copydesk.byhand.suggestions import waiting as suggested
    from copydesk.check import Shelves, identities
    from copydesk.check.formats import shown

    for one in suggested(Register(project)):
        told = say("{path}: “{title}” is suggested; seen in {seen}", path=path_of(one.kind, one.slug),
                   title=one.title, seen=one.seen)  # fmt: skip
        print(spoken(told, chosen()))
    shelves = Shelves(project)
    found = [*identities.contradicting(shelves), *identities.unfollowed(shelves)]
    if found:
        print(shown(found, "text", chosen()))


def explain(given: argparse.Namespace, project: Path) -> int:
    """How one seed is read."""
    from copydesk import seeds

    path, name = project / "seeds" / given.seed, given.seed
    if not path.is_file():
        path, name = Path(given.seed), Path(given.seed).name
    seed, problems = seeds.read(path, name)
    for problem in problems:
        print(problem, file=sys.stderr)
    if seed is None:
        return 1
    from copydesk.convert.known import gazetteer_of
    from copydesk.convert.shelf import Shelf
    from copydesk.explain.page import page
    from copydesk.explain.reading import explained, neighbours
    from copydesk.explain.terminal import terminal

    shelf = Shelf(project)
    made = explained(seed, gazetteer_of(shelf), others=neighbours(seed, shelf.entries))
    if given.html is None:
        print(terminal(seed, made, colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ), end="")
        return 0
    try:
        given.html.write_text(page(seed, made), encoding="utf-8", newline="\n")
    except OSError as error:
        refused("explain", error)
        return 1
    print(given.html)
    return 0


def extract(given: argparse.Namespace, project: Path) -> int:
    """Lines in, lines out."""
    from copydesk import extract as extraction
    from copydesk import lines
    from copydesk.convert.known import gazetteer_of
    from copydesk.convert.shelf import Shelf
    from copydesk.progress import counted
    from copydesk.workers import executor

    try:
        workers = executor(given.jobs, given.scheduler)
    except (ValueError, ModuleNotFoundError) as error:
        refused("extract", error)
        return 2
    try:
        for line in extraction.extract(
            lines.bounded(sys.stdin), gazetteer_of(Shelf(project)), workers, counted
        ):
            print(json.dumps(line, ensure_ascii=False))
    except (lines.BadLineError, extraction.LostLinesError, UnicodeDecodeError) as error:
        refused("extract", error)
        return 1
    return 0


def score(given: argparse.Namespace, project: Path) -> int:
    """The rules measured."""
    from copydesk.score import run

    if given.write and given.only:
        refused("score", ValueError(say("--write keeps all parts; leave --only out")))
        return 2
    return run.score(given.dev, given.errors, given.only, project / "README.md" if given.write else None)


def schema(given: argparse.Namespace, project: Path) -> int:
    """The JSON Schema, printed; or every file that is made from the models, written."""
    from copydesk import frontmatter

    if not given.write:
        print(json.dumps(frontmatter.schema(given.kind), ensure_ascii=False, indent=2))
        return 0
    from copydesk.frontmatter.generated import files

    for name, text in files().items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(name)
    return 0
