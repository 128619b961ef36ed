"""Builds sites for tests: the invented newsroom of `tests/site`, in a folder of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NEWSROOM = ROOT / "tests" / "site"
PUBLISHED = "https://digest.example/news"  # where the session's `published` site lives


@dataclass(frozen=True)
class Built:
    """A finished build: its exit code, what it printed, its problems, its folder."""

    code: int
    printed: str
    problems: list[dict[str, Any]]
    output: Path

    def files(self) -> Iterator[Path]:
        return (p for p in sorted(self.output.rglob("*")) if p.is_file())

    def pages(self) -> list[Path]:
        return [p for p in self.files() if p.suffix == ".html"]

    def text(self, file: str) -> str:
        return (self.output / file).read_text(encoding="utf-8")

    def digests(self) -> dict[str, str]:
        return {
            p.relative_to(self.output).as_posix(): sha256(p.read_bytes()).hexdigest() for p in self.files()
        }


def newsroom(folder: Path, *, empty: bool = False) -> Path:
    """A project folder with the invented content (or with empty folders), to be changed at will."""
    if not empty:
        shutil.copytree(NEWSROOM, folder)
    for name in ("content/entries", "content/actors", "content/events", "content/pages", "seeds"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    return folder


def build(project: Path, output: Path | None = None, *arguments: str, **environment: str) -> Built:
    """Build `project` with the real settings file, from another working directory."""
    output = output or project / "output"
    report = project / "problems.json"
    given = {
        "DIGEST_TODAY": "2024-07-01",
        "DIGEST_CONVERT": "0",
        "DIGEST_EXPLAIN": "0",
        **environment,
        "DIGEST_REPORT": str(report),
    }
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("DIGEST_", "SITE", "PYTHONPATH"))}
    command = [sys.executable, "-m", "pelican", str(project / "content"), "-s", str(ROOT / "pelican.conf.py")]
    done = subprocess.run(
        [*command, "-o", str(output), *arguments],
        env={**clean, "COLUMNS": "80", **given},
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    problems = json.loads(report.read_text(encoding="utf-8")) if report.exists() else []
    return Built(done.returncode, done.stdout + done.stderr, problems, output)


def kinds(built: Built) -> dict[str, list[str]]:
    """The files of each kind of page, as pages name it themselves (`data-page`), the heaviest first."""
    found: dict[str, list[str]] = {}
    for path in sorted(built.pages(), key=lambda page: (-page.stat().st_size, page)):
        kind = re.search('<body data-page="(.+?)"', path.read_text(encoding="utf-8"))
        name = kind.group(1) if kind else path.stem
        if kind or name == "mail":  # the rest leads on to other pages
            found.setdefault(name, []).append(path.relative_to(built.output).as_posix())
    return found
