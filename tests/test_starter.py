"""`copydesk init`: a new digest that builds and is checked at once, with no thing of another publication."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from copydesk.__main__ import main
from tests.building import ROOT
from tests.sitelint import complaints

NAME = "Слово «за» словом' \\ \""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("begun") / "Нова збірка"
    assert main(["init", str(folder), "--name", NAME, "--lang", "en"]) == 0
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What the Makefile's tasks run, with the folder's own program."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("DIGEST_", "SITE", "GITHUB"))}
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env={**env, "PYTHONPATH": "plugins"},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_it_builds_and_is_checked_at_once(begun: Path) -> None:
    entry = begun / "content/entries/2024/2024-05-06-first.md"
    entry.parent.mkdir()
    entry.write_text("---\ntitle: First\nlang: en\ndate: 2024-05-06\n---\nThe first text.\n", "utf-8")
    checked = run(begun, "copydesk", "check")
    assert (checked.returncode, checked.stderr) == (0, "errors: 0, warnings: 0\n")
    built = run(begun, "pelican", "-s", "pelican.conf.py", "--fatal", "errors")
    assert built.returncode == 0, built.stdout + built.stderr
    assert complaints(begun / "output") == []
    home = (begun / "output/index.html").read_text("utf-8")
    assert '<html lang="en">' in home
    assert "Слово «за» словом" in home


def test_it_has_the_whole_program_and_nobody_elses_content(begun: Path) -> None:
    for package in ("copydesk", "digest"):
        ours = {
            p.relative_to(ROOT / "plugins") for p in (ROOT / "plugins" / package).rglob("*") if p.is_file()
        }
        theirs = {p.relative_to(begun / "plugins") for p in (begun / "plugins" / package).rglob("*")}
        assert {p for p in ours - theirs if "__pycache__" not in p.parts} == set()
    kept = {p.name for p in [*(begun / "content").rglob("*"), *(begun / "seeds").iterdir()] if p.is_file()}
    assert kept - {"2024-05-06-first.md"} == {".gitkeep", "schema.txt"}


def test_its_tasks_and_workflows_need_nothing_that_is_not_there(begun: Path) -> None:
    tasks = set(re.findall(r"^([a-z]+):", (begun / "Makefile").read_text("utf-8"), re.M))
    readme = set(re.findall(r"^make ([a-z]+)", (begun / "README.md").read_text("utf-8"), re.M))
    assert readme and readme <= tasks
    for workflow in (begun / ".github/workflows").iterdir():
        for job in yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values():
            for step in job["steps"]:
                said = str(step.get("run", ""))
                assert set(re.findall(r"\bmake ([a-z]+)", said)) <= tasks, workflow.name
                for script in re.findall(r"\b(?:bash|sh) (\S+)", said):
                    assert (begun / script).is_file()
    assert "make check" in (begun / ".ci/run").read_text("utf-8")


@pytest.mark.parametrize("lang", ["uk", "ru", "en"])
def test_the_readme_is_in_its_language(lang: str, tmp_path: Path) -> None:
    assert main(["--project", str(tmp_path), "init", "x", "--name", "Слово", "--lang", lang]) == 0
    assert (tmp_path / "x/README.md").read_text("utf-8").startswith("# Слово\n")
    assert f"DIGEST_LANG = '{lang}'" in (tmp_path / "x/pelican.conf.py").read_text("utf-8")


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"copydesk init: {tmp_path} is not empty; name a new folder\n"
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
