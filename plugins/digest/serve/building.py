"""One build in a process of its own: fresh code, fresh settings, and a crash that harms nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from digest.conversion import WRITTEN


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build went. `problems` as `digest.report` writes them; `printed` is what Pelican said.

    `written`: the files that its conversion wrote, with the time of their last change (ns).
    """

    ok: bool
    problems: list[dict[str, Any]] = field(default_factory=list)
    printed: str = ""
    seconds: float = 0.0
    written: dict[Path, int] = field(default_factory=dict)


def build(project: Path, output: Path) -> Outcome:
    """Build the site of `project` into `output`; the former site stays where the build fails."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "problems.json"
        done = subprocess.run(
            [sys.executable, "-m", "pelican", "-s", str(project / "pelican.conf.py"), "-o", str(output)],
            env={
                "DIGEST_DRAFTS": "1",
                **os.environ,
                "DIGEST_REPORT": str(report),
                "SITEURL": "",
                "COLUMNS": "160",
                "PYTHONPATH": _path(project),
            },
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        problems = json.loads(report.read_text(encoding="utf-8")) if report.exists() else []
    printed, seconds = done.stdout.strip(), time.monotonic() - began
    return Outcome(done.returncode == 0, problems, printed, seconds, _written(project, printed))


def _written(project: Path, printed: str) -> dict[Path, int]:
    """What the build says it wrote below `project`."""
    said = (line.removeprefix(WRITTEN) for line in printed.splitlines() if line.startswith(WRITTEN))
    return {
        project / name: (project / name).stat().st_mtime_ns for name in said if (project / name).is_file()
    }


def news(changed: Iterable[Path], written: Mapping[Path, int]) -> set[Path]:
    """The changes that a build did not make itself: a page it wrote is on the site already."""
    folders = {parent for path in written for parent in path.parents}
    return {path for path in changed if path not in folders and _changed_since(path, written)}


def _changed_since(path: Path, written: Mapping[Path, int]) -> bool:
    return path not in written or not path.is_file() or path.stat().st_mtime_ns != written[path]


def _path(project: Path) -> str:
    """The project's own modules first, whatever the caller's path is."""
    return os.pathsep.join(filter(None, [str(project / "plugins"), os.environ.get("PYTHONPATH", "")]))
