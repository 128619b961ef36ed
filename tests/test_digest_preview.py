"""The live preview as a person uses it: a changed file is on the page a moment later."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.building import ROOT, newsroom


class News:
    """The stream of news that an open page gets."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self._connection.request("GET", "/_live", headers={"Host": "localhost"})
        self._answer = self._connection.getresponse()

    def next(self) -> dict[str, Any]:
        """The next message; waits for it."""
        while True:
            line = self._answer.readline().decode()
            assert line, "the stream ended"
            if line.startswith("data: "):
                return dict(json.loads(line.removeprefix("data: ")))

    def close(self) -> None:
        self._answer.close()
        self._connection.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    project = newsroom(tmp_path / "Мій сайт")
    shutil.copy(ROOT / "pelican.conf.py", project)
    for name in ("plugins", "theme"):
        (project / name).symlink_to(ROOT / name)
    port = free_port()
    running = subprocess.Popen(
        [sys.executable, "-u", "-m", "digest.serve", "--project", str(project), "--port", str(port)],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "plugins"),
            "DIGEST_CONVERT": "0",
            "PYTHONUNBUFFERED": "1",
        },
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert running.stdout is not None
    assert "Serving on" in running.stdout.readline()
    yield project, port
    running.terminate()
    running.stdout.close()
    running.wait()


def page(port: int, path: str) -> str:
    connection = http.client.HTTPConnection("localhost", port, timeout=10)
    connection.request("GET", path)
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def test_edit_misspell_break_and_mend(preview: tuple[Path, int]) -> None:
    project, port = preview
    news = News(port)
    assert news.next() == {"version": 1, "ok": True, "problems": [], "said": ""}

    entry = project / "content/entries/2024/2024-06-21-bridge-over-luna.md"
    good = entry.read_text(encoding="utf-8")
    entry.write_text(good.replace("A higher bridge", "A very high bridge"), encoding="utf-8")
    assert news.next()["version"] == 2, "at once, the entry's own page"
    assert "A very high bridge" in page(port, "/entries/2024-06-21-bridge-over-luna/")
    assert "A very high bridge" not in page(port, "/entries/")
    assert news.next()["version"] == 3, "then the whole site"
    assert "A very high bridge" in page(port, "/entries/2024-06-21-bridge-over-luna/")
    assert "A very high bridge" in page(port, "/")

    entry.write_text(good.replace("byline", "bylin").replace("summary:", "sumary:"), encoding="utf-8")
    problem = news.next()
    assert problem["ok"]
    assert "did you mean `summary`" in problem["problems"][0]

    settings = project / "pelican.conf.py"
    working = settings.read_text(encoding="utf-8")
    settings.write_text("SITENAME = (", encoding="utf-8")
    broken = news.next()
    assert (broken["ok"], broken["version"]) == (False, 4)
    assert "SyntaxError" in broken["said"]
    assert "Copydesk" in page(port, "/"), "the last good site is still there"

    settings.write_text(working.replace('"Copydesk"', '"Вісник"'), encoding="utf-8")
    assert news.next()["ok"]
    assert "Вісник" in page(port, "/")
    news.close()
