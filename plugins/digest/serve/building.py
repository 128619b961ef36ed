"""Each build in a process of its own: fresh code, fresh settings, and a crash that harms nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from digest.conversion import WRITTEN
from digest.serve.staying import DONE


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


class Builder:
    """Builds a project. The process of the last good build stays: it knows how an edited entry now looks."""

    def __init__(self, project: Path, output: Path) -> None:
        self._project, self._output = project, output
        self._staying: subprocess.Popen[str] | None = None
        self._asking = threading.Lock()

    def build(self) -> Outcome:
        """Build the site; the former one stays where the build fails."""
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "problems.json"
            running = self._start(report)
            printed, done = _heard(running)
            problems = json.loads(report.read_text(encoding="utf-8")) if report.exists() else []
        if done:
            with self._asking:
                former, self._staying = self._staying, running
            _end(former)
        else:
            _end(running)
        seconds = time.monotonic() - began
        return Outcome(done, problems, printed, seconds, _written(self._project, printed))

    def pages(self, names: Iterable[str]) -> dict[str, bytes]:
        """The pages of edited entries by their files in the site, as far as they can be told at once.

        `names` are the entries' files below the project.
        """
        found: dict[str, bytes] = {}
        with self._asking:
            for name in names:
                found |= {file: text.encode() for file, text in self._ask(name).items()}
        return found

    def end(self) -> None:
        """Nobody will ask again."""
        with self._asking:
            _end(self._staying)
            self._staying = None

    def _ask(self, name: str) -> dict[str, str]:
        running = self._staying
        if running is None or running.stdin is None or running.stdout is None:
            return {}
        try:
            running.stdin.write(json.dumps(name) + "\n")
            running.stdin.flush()
        except OSError:  # it died meanwhile: the build that follows tells what there is to tell
            return {}
        answer = next((line for line in running.stdout if line.startswith(DONE)), "")
        return dict(json.loads(answer.removeprefix(DONE) or "{}"))

    def _start(self, report: Path) -> subprocess.Popen[str]:
        settings = str(self._project / "pelican.conf.py")
        return subprocess.Popen(
            [sys.executable, "-m", "digest.serve.staying", settings, str(self._output)],
            env={
                "DIGEST_DRAFTS": "1",
                **os.environ,
                "DIGEST_REPORT": str(report),
                "SITEURL": "",
                "COLUMNS": "160",
                "PYTHONPATH": _path(self._project),
            },
            cwd=self._project,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )


def _heard(running: subprocess.Popen[str]) -> tuple[str, bool]:
    """What a build printed, and whether it came to its end."""
    said: list[str] = []
    for line in running.stdout or ():
        if line.startswith(DONE):
            return "".join(said).strip(), True
        said.append(line)
    return "".join(said).strip(), False


def _end(running: subprocess.Popen[str] | None) -> None:
    """Let a process go."""
    if running is not None:
        for stream in (running.stdin, running.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        running.wait()


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
