from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.__main__ import main
from copydesk.check import check
from tests.desk import Desk, desk
from tests.test_convert import ENTRY, FIRST

__all__ = ["desk"]

PLUGINS = str(Path(__file__).parent.parent / "plugins")


def run(desk: Desk, *arguments: str) -> int:
    return main(["--project", str(desk.root), *arguments])


def test_convert_prints_what_it_wrote(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.seed("a.txt", FIRST)
    assert run(desk, "convert") == 0
    assert ENTRY in capsys.readouterr().out.splitlines()
    desk.put(ENTRY, desk.read(ENTRY).replace("title: Школи отримали генератори", "title: Школи зі світлом"))
    desk.seed("empty.txt", "")
    assert run(desk, "convert", "--again", "--report") == 1
    printed = capsys.readouterr()
    assert "seeds/empty.txt" in printed.err and "Traceback" not in printed.err
    assert run(desk, "convert", "--again", "nothing.txt") == 1
    assert "seeds/nothing.txt: there is no such seed" in capsys.readouterr().err


def test_check_answers_with_its_exit_code(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "check") == 0
    desk.put(ENTRY, "---\ntitle: a: b\n---\n")
    assert run(desk, "check", "--format", "json") == 1
    assert json.loads(capsys.readouterr().out)[0]["path"] == ENTRY


@pytest.mark.parametrize(
    ("kind", "title", "path"),
    [
        ("entry", "Міст: відкрили", "content/entries/2024/2024-07-03-mist-vidkryly.md"),
        ("actor", "Олена Гриценко", "content/actors/olena-hrytsenko.md"),
        ("event", "Саміт “no”", "content/events/2024-07-03-samit-no.md"),
    ],
)
def test_new_writes_a_valid_file_once(
    desk: Desk, capsys: pytest.CaptureFixture[str], kind: str, title: str, path: str
) -> None:
    assert run(desk, "new", kind, title, "--date", "2024-07-03") == 0
    assert capsys.readouterr().out.strip() == path
    assert not [p for p in check(desk.root) if p.severity == "error"]
    before = desk.read(path)
    assert run(desk, "new", kind, title, "--date", "2024-07-03") == 1
    assert "is already there" in capsys.readouterr().err
    assert desk.read(path) == before


def test_wrong_use_is_told_apart(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["frobnicate"], [], ["new", "entry", "x", "--date", "today"]):
        with pytest.raises(SystemExit) as stop:
            run(desk, *arguments)
        assert stop.value.code == 2
    with pytest.raises(SystemExit) as stop:
        main(["--project", str(desk.root / "nowhere"), "check"])
    assert stop.value.code == 2


def test_an_empty_project_is_no_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(tmp_path), "convert"]) == 0
    assert main(["--project", str(tmp_path), "check"]) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_missing_seed_is_explained(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "explain", "none.txt") == 1
    assert "none.txt" in capsys.readouterr().err


def test_schema_prints_json(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "schema", "actor") == 0
    assert "wikidata" in json.loads(capsys.readouterr().out)["properties"]


def test_nothing_new_needs_no_models(desk: Desk) -> None:
    """The heavy libraries stay unloaded, so that every build pass may ask for a conversion."""
    desk.seed("a.txt", FIRST)
    run(desk, "convert")
    script = (
        "import sys; from copydesk.__main__ import main; code = main(sys.argv[1:]);"
        "heavy = {'pydantic', 'pymorphy3', 'numpy', 'rich'};"
        "print(code, sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "--project", str(desk.root), "convert"],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": PLUGINS}, check=True,
    encoding="utf-8")  # fmt: skip
    assert done.stdout.strip() == "0 []"
    assert "0 written, 1 unchanged" in done.stderr


def test_extract_needs_no_front_matter_where_no_actor_has_a_file(desk: Desk) -> None:
    """Reading and writing front matter takes a third of a start."""
    script = (
        "import sys; from copydesk.__main__ import main; code = main(sys.argv[1:]);"
        "heavy = {'pydantic', 'yaml', 'ruamel.yaml', 'rich', 'bs4'};"
        "print(code, sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "--project", str(desk.root), "extract"],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": PLUGINS}, input="", check=True,
    encoding="utf-8")  # fmt: skip
    assert done.stdout.strip() == "0 []"
