"""What the documentation says is true: commands exist, tables come from the code, the example is real.

`make test UPDATE=1` writes the generated parts of the README anew.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from copydesk.__main__ import main, parser
from copydesk.addresses import is_slug
from copydesk.byhand.decisions import read
from copydesk.check import check
from copydesk.frontmatter import table
from copydesk.score.figures import measured
from copydesk.score.figures import table as score_table
from digest.settings import table as settings_table

ROOT = Path(__file__).parent.parent
DOCS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md")]
BY_HAND = ("merge-actors", "merge-events", "rename", "review", "split")
GOLDEN = ROOT / "tests" / "golden" / "uk-briefing"


def _seed_example() -> str:
    return f"```text\n{(GOLDEN / 'seed.txt').read_text(encoding='utf-8').strip()}\n```"


def _entry_example() -> str:
    _, _, entry = (GOLDEN / "expected.md").read_text(encoding="utf-8").partition("\n\n")
    return f"````markdown\n{entry.strip()}\n````"


GENERATED: dict[str, Callable[[], str]] = {
    "table: entry": lambda: table("entry"),
    "table: actor": lambda: table("actor"),
    "table: event": lambda: table("event"),
    "table: outlet": lambda: table("outlet"),
    "table: settings": settings_table,
    "score:": lambda: score_table(measured()),
    "example: seed": _seed_example,
    "example: entry": _entry_example,
}


@pytest.mark.parametrize("name", GENERATED)
def test_generated_parts(name: str, request: pytest.FixtureRequest) -> None:
    """What stands between the marks is what the code prints."""
    readme = ROOT / "README.md"
    whole = readme.read_text(encoding="utf-8")
    start, stop = f"<!-- {name} start -->\n", f"<!-- {name} stop -->"
    head, found, rest = whole.partition(start)
    shown, mark, tail = rest.partition(stop)
    assert found and mark, name
    wanted = GENERATED[name]().strip() + "\n"
    if request.config.getoption("--update-golden"):
        readme.write_text(head + start + wanted + stop + tail, encoding="utf-8")
        shown = wanted
    assert shown == wanted


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_make_tasks_exist(path: Path) -> None:
    """Every `make X` of the documentation is a task of the Makefile."""
    files = [(ROOT / name).read_text(encoding="utf-8") for name in ("Makefile", "program.mk")]
    tasks = set(re.findall(r"^([a-z]+):", "\n".join(files), re.M))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", path.read_text(encoding="utf-8"), re.M))
    assert named
    assert named <= tasks


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_commands_exist(path: Path) -> None:
    """Every `python -m copydesk X --option` of the documentation is understood by the program."""
    usage = parser().format_help()
    for command, option in re.findall(
        r"python -m copydesk ([a-z-]+)(?:[^`\n]*?(--[a-z-]+))?", path.read_text(encoding="utf-8")
    ):
        assert command in usage
        if option:
            subcommands = next(a for a in parser()._actions if a.dest == "command").choices
            assert subcommands is not None
            assert option in subcommands[command].format_help()


def test_commands_on_who_is_who_do_what_is_said(tmp_path: Path) -> None:
    """Each of them in the README runs, on a project that has the pages it names."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(rf"python -m copydesk ((?:{'|'.join(BY_HAND)})\b[^`]*)", text)
    assert {command.split()[0] for command in commands} == set(BY_HAND)
    for number, command in enumerate(commands):
        project = tmp_path / str(number)
        _project(project, shlex.split(command))
        assert main(["--project", str(project), *shlex.split(command)]) == 0, command
        assert not [p for p in check(project) if p.severity == "error"]


def _project(project: Path, command: Sequence[str]) -> None:
    """A project with the pages and entries that a command names, but for those it begins."""
    kind = "events" if command[0] == "merge-events" else "actors"
    for folder in (kind, "entries"):
        (project / "content" / folder).mkdir(parents=True)
    there = 2 if command[0] in ("rename", "split") else 3
    for slug in [word for word in command[1:there] if is_slug(word)]:
        page = "title: Саміт" if kind == "events" else "name: Ян Гук\nkind: person"
        (project / f"content/{kind}/{slug}.md").write_text(f"---\n{page}\n---\n", encoding="utf-8")
    for name in command[3:] if command[0] == "split" else ():
        entry = f"title: Міст\nlang: uk\ndate: 2024-07-03\nactors: [{command[1]}]"
        (project / f"content/entries/{name}.md").write_text(f"---\n{entry}\n---\n", encoding="utf-8")


def test_decisions_of_the_readme_are_decisions() -> None:
    lines = re.findall(r"^\d{4}-\d\d-\d\d (?:actor|event) .*$", (ROOT / "README.md").read_text("utf-8"), re.M)
    found, problems = read("\n".join(lines))
    assert len(found) == len(lines) > 2
    assert not problems


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_named_files_exist(path: Path) -> None:
    """Every path of the repository that the documentation names is there."""
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"`((?:plugins|tests|theme|content|seeds)/[\w./-]+)`", text)
    linked = re.findall(r"\]\(([\w./-]+)\)", text)
    missing = [name for name in {*named, *linked} if not (ROOT / name).exists()]
    assert not missing


def test_glossary_words_are_used() -> None:
    """A word that nobody uses has no place in the glossary."""
    files = [
        *(ROOT / "plugins").rglob("*.py"),
        *(ROOT / "theme").rglob("*.html"),
        *(ROOT / "tests").glob("*.py"),
    ]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files).casefold()
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    words = [w.strip() for row in re.findall(r"^\| ([a-z, ]+) \|", glossary, re.M) for w in row.split(",")]
    unused = [word for word in words if word not in ("word",) and word not in code]
    assert not unused
