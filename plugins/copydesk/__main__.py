"""The command line: `python -m copydesk COMMAND`. Prints, and answers with an exit code.

0: done. 1: something was refused or is wrong (printed). 2: the command itself was wrong.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from copydesk.faults import DEBUG
from copydesk.model import Problem


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # whatever the locale says: seeds and entries are UTF-8
    collect_seldom()
    usage = parser()
    given = usage.parse_args(arguments)
    if given.debug:
        os.environ[DEBUG] = "1"
    project = Path(given.project)
    if not project.is_dir():
        usage.error(f"{given.project} is not a folder")
    try:
        run: Callable[[argparse.Namespace, Path], int] = given.run
        return run(given, project)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; nothing is wrong
        return 0
    except KeyboardInterrupt:
        print("stopped; what was written is whole", file=sys.stderr)
        return 130


def collect_seldom() -> None:
    """Search seldom for objects that hold each other: values never do, and each search walks the models."""
    gc.set_threshold(50_000, 20, 100)


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser("copydesk", description="Raw news texts to a digest, word for word.")
    parser.epilog = "exit codes: 0 done, 1 something is wrong, 2 wrong use"
    parser.add_argument("--project", default=".", metavar="FOLDER", help="the project (default: this folder)")
    parser.add_argument("--debug", action="store_true", help=f"print tracebacks (as {DEBUG}=1 does)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")

    def add(name: str, run: Callable[[argparse.Namespace, Path], int], about: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=about, description=about)
        command.set_defaults(run=run)
        return command

    convert = add("convert", _convert, "turn new and changed seeds into Markdown")
    convert.add_argument(
        "--again", nargs="*", metavar="NAME", help="read these seeds again (none named: all)"
    )
    convert.add_argument(
        "--report", action="store_true", help="print the values kept against the rules' reading"
    )
    convert.add_argument("--lang", choices=("uk", "ru", "en"), default="uk", help="language of the site")
    check = add("check", _check, "validate everything in content/ and seeds/")
    check.add_argument("--format", choices=("text", "github", "json"), default="text")
    new = add("new", _new, "begin an entry, an actor or an event")
    new.add_argument("kind", choices=("entry", "actor", "event"))
    new.add_argument("title", help="title or name")
    new.add_argument("--lang", choices=("uk", "ru", "en"), default="uk", help="language of the title")
    new.add_argument("--date", type=_day, help="day, as 2024-07-03 (default: today)")
    explain = add("explain", _explain, "show every decision on a seed and its reason")
    explain.add_argument("seed", help="name of a file in seeds/, or a path")
    explain.add_argument("--html", type=Path, metavar="FILE", help="write a page with the text marked up")
    add("extract", _extract, "JSON lines in, JSON lines out; no files are touched")
    score = add("score", _score, "measure the rules against texts with known answers")
    score.add_argument("--dev", type=Path, required=True, metavar="FOLDER", help="folder of the texts")
    score.add_argument("--errors", type=int, default=0, metavar="N", help="print each part's worst N cases")
    score.add_argument("--only", default="", metavar="PART", help="measure this part alone")
    score.add_argument("--write", action="store_true", help="keep the figures, for the README and the site")
    schema = add("schema", _schema, "print the JSON Schema of front matter")
    schema.add_argument("kind", nargs="?", choices=("entry", "actor", "event"), help="of one kind alone")
    return parser


def _convert(given: argparse.Namespace, project: Path) -> int:
    from copydesk.convert import convert
    from copydesk.convert.policy import from_environment
    from copydesk.progress import shown

    try:
        policy = from_environment()
    except ValueError as error:
        print(f"copydesk convert: {error}", file=sys.stderr)
        return 2
    with shown() as progress:
        report = convert(
            project, again=given.again, site=given.lang, progress=progress, policy=policy, waiting=_waiting
        )
    for path in report.written:
        print(path)
    if given.report:
        print("\n".join(report.lines()))
    _tell(report.problems)
    print(f"{len(report.written)} written, {report.unchanged} unchanged, {len(report.problems)} problems",
          file=sys.stderr)  # fmt: skip
    return 1 if report.failed else 0


def _waiting() -> None:
    print("another conversion of this project is running; waiting for its end ...", file=sys.stderr)


def _tell(problems: Sequence[Problem]) -> None:
    """Print problems as text; on GitHub also as annotations of the files."""
    if not problems:
        return
    from copydesk.check.formats import shown

    print(shown(problems, "text"), file=sys.stderr)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print(shown(problems, "github"), file=sys.stderr)


def _check(given: argparse.Namespace, project: Path) -> int:
    from copydesk.check import check
    from copydesk.check.formats import shown

    problems = check(project)
    if problems or given.format == "json":
        print(shown(problems, given.format))
    if given.format == "text" and os.environ.get("GITHUB_ACTIONS") == "true":
        print(shown(problems, "github"))
    errors = sum(p.severity == "error" for p in problems)
    print(f"{errors} errors, {len(problems) - errors} warnings", file=sys.stderr)
    return 1 if errors else 0


def _new(given: argparse.Namespace, project: Path) -> int:
    from copydesk.new import new
    from copydesk.writer import RefusedError

    try:
        print(new(project, given.kind, given.title, given.date or date.today(), given.lang))
    except (RefusedError, OSError) as error:
        print(f"copydesk new: {error}", file=sys.stderr)
        return 1
    return 0


def _explain(given: argparse.Namespace, project: Path) -> int:
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
        print(f"copydesk explain: {error}", file=sys.stderr)
        return 1
    print(given.html)
    return 0


def _extract(given: argparse.Namespace, project: Path) -> int:
    from copydesk.convert.known import gazetteer_of
    from copydesk.convert.shelf import Shelf
    from copydesk.extract import BadLineError, extract

    try:
        for line in extract(sys.stdin, gazetteer_of(Shelf(project))):
            print(json.dumps(line, ensure_ascii=False))
    except (BadLineError, UnicodeDecodeError) as error:
        print(f"copydesk extract: {error}", file=sys.stderr)
        return 1
    return 0


def _score(given: argparse.Namespace, project: Path) -> int:
    from copydesk.score.run import score

    if given.write and given.only:
        print("copydesk score: --write keeps all parts; leave --only out", file=sys.stderr)
        return 2
    return score(given.dev, given.errors, given.only, project / "README.md" if given.write else None)


def _schema(given: argparse.Namespace, project: Path) -> int:
    from copydesk.frontmatter import schema

    print(json.dumps(schema(given.kind), ensure_ascii=False, indent=2))
    return 0


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words} is not a day like 2024-07-03") from None


if __name__ == "__main__":
    sys.exit(main())
