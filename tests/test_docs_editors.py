"""The editors' handbook in three languages: the same in each, every command runs, every example is valid."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from copydesk.__main__ import main
from copydesk.check import check
from copydesk.frontmatter import load
from copydesk.frontmatter.reference import MODELS
from copydesk.seeds import read
from tests.building import ROOT

HANDBOOK = ROOT / "docs/editors"
LANGS = ("uk", "ru", "en")
BASE = {
    "entry": {"title": "Міст", "lang": "uk", "date": "2024-04-10"},
    "actor": {"name": "Ян Гук", "kind": "person"},
    "event": {"title": "Міст"},
}


def text(lang: str) -> str:
    return (HANDBOOK / f"{lang}.md").read_text(encoding="utf-8")


def blocks(lang: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", text(lang), re.M | re.S)


def commands(lang: str) -> list[list[str]]:
    return [shlex.split(line) for block in blocks(lang, "sh") for line in block.splitlines()]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """This repository's own digest, with the second page of one man that the handbook tells of."""
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("Makefile", "requirements.txt", "pelican.conf.py"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("plugins", "theme"):
        (tmp_path / name).symlink_to(ROOT / name)
    second = "---\nname: Е. Блінкен\nkind: person\nstatus: suggested\n---\n"
    (tmp_path / "content/actors/e-blinken.md").write_text(second, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_runs(lang: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other, as an editor would who follows the handbook from its beginning."""
    monkeypatch.chdir(project)
    for command in commands(lang):
        if command[0] == "make":
            make(project, command[1])
        else:
            assert command[:3] == ["python", "-m", "copydesk"]
            assert main(command[3:]) == 0, command
    assert [str(p) for p in check(project) if p.severity == "error"] == []
    assert "same_as: entoni-blinken" in (project / "content/actors/e-blinken.md").read_text("utf-8")


def make(project: Path, task: str) -> None:
    """A task of the Makefile with this interpreter; the preview has a test of its own, it never ends."""
    ready = ["-o", ".venv/site.stamp", f"PY={sys.executable}"]
    dry = ["--dry-run"] if task == "serve" else []
    env = {k: v for k, v in os.environ.items() if not k.startswith(("DIGEST_", "SITE", "MAKE"))}
    run = ["make", "--silent", *dry, *ready, task]
    done = subprocess.run(
        run, cwd=project, env=env, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("lang", LANGS)
def test_every_example_is_valid(lang: str, tmp_path: Path) -> None:
    for kind, base in BASE.items():
        examples = blocks(lang, f"yaml {kind}")
        assert examples
        for example in examples:
            given = {line.partition(":")[0] for line in example.splitlines()}
            kept = [f"{key}: {value}\n" for key, value in base.items() if key not in given]
            document, problems = load(f"---\n{''.join(kept)}{example}---\n", MODELS[kind])
            assert document and not problems, problems
    (header,) = blocks(lang, "yaml seed")
    (tmp_path / "a.txt").write_text(f"{header}Міст відкрили.\n", encoding="utf-8")
    seed, problems = read(tmp_path / "a.txt", "a.txt")
    assert seed and not problems
    assert seed.facts.url == "https://example.org/news/1"


def test_the_languages_tell_the_same() -> None:
    def shape(lang: str) -> list[str]:
        told = text(lang).replace("lang ru", "lang uk").replace("lang en", "lang uk")
        marks = re.findall(r"^(#+ \d?)|^```(\w+ ?\w*)|^(!\[)|^(- )|^(python -m copydesk [a-z-]+)", told, re.M)
        return ["".join(mark) for mark in marks]

    assert shape("uk") == shape("ru") == shape("en")


@pytest.mark.parametrize("lang", LANGS)
def test_its_pictures_are_there_and_small(lang: str) -> None:
    named = re.findall(r"!\[(.+?)\]\((.+?)\)", text(lang))
    assert {path for _, path in named} == {
        f"pictures/{p.name}" for p in (HANDBOOK / "pictures").glob(f"{lang}-*.png")
    }
    for told, path in named:
        assert len(told) > 20
        with Image.open(HANDBOOK / path) as picture:
            assert picture.mode == "P"
        assert (HANDBOOK / path).stat().st_size < 20_000
