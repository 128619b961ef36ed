"""One conversion, one build at a time; a lock dies with its holder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk import lock

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such locks")

HOLDER = """
import sys
from pathlib import Path
from copydesk import lock
lock.take(Path(sys.argv[1]), lambda: print("waiting", flush=True))
print("held", flush=True)
sys.stdin.readline()  # held until a line comes, or the end
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    plugins = str(Path(lock.__file__).parents[1])
    command, env = [sys.executable, "-c", HOLDER, str(folder)], {**os.environ, "PYTHONPATH": plugins}
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env, encoding="utf-8"
    )


def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    with holder(tmp_path) as first:
        assert first.stdout is not None and first.stdout.readline() == "held\n"
        assert first.stdin is not None
        # Whoever waits says so; only then does the first let go.
        with lock.held(tmp_path, first.stdin.close):
            assert first.stdin.closed
    assert list(tmp_path.iterdir()) == [], "no file is left behind"


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    with holder(tmp_path) as first:
        assert first.stdout is not None and first.stdout.readline() == "held\n"
        first.kill()
        first.wait()
        told: list[str] = []
        with lock.held(tmp_path, lambda: told.append("waiting")):
            assert told == []


def test_who_holds_it_may_take_it_again(tmp_path: Path) -> None:
    with lock.held(tmp_path, lambda: None):
        lock.take(tmp_path, lambda: pytest.fail("it waits for itself"))
    with holder(tmp_path) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
