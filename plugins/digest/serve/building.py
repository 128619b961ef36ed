"""One build in a process of its own: fresh code, fresh settings, and a crash that harms nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build went. `problems` as `digest.report` writes them; `printed` is what Pelican said."""

    ok: bool
    problems: list[dict[str, Any]] = field(default_factory=list)
    printed: str = ""
    seconds: float = 0.0


def build(project: Path, output: Path) -> Outcome:
    """Build the site of `project` into `output`; the former site stays where the build fails."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "problems.json"
        done = subprocess.run(
            [sys.executable, "-m", "pelican", "-s", str(project / "pelican.conf.py"), "-o", str(output)],
            env={**os.environ, "DIGEST_REPORT": str(report), "SITEURL": "", "PYTHONPATH": _path(project)},
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        problems = json.loads(report.read_text(encoding="utf-8")) if report.exists() else []
    return Outcome(done.returncode == 0, problems, done.stdout.strip(), time.monotonic() - began)


def _path(project: Path) -> str:
    """The project's own modules first, whatever the caller's path is."""
    return os.pathsep.join(filter(None, [str(project / "plugins"), os.environ.get("PYTHONPATH", "")]))
