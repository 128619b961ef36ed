"""One conversion, one build at a time; a lock dies with its holder."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from copydesk import lock

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such locks")

HOLDER = """
import sys, time
from pathlib import Path
from copydesk import lock
lock.take(Path(sys.argv[1]), lambda: print("waiting", flush=True))
print("held", flush=True)
time.sleep(float(sys.argv[2]))
"""


def holder(folder: Path, seconds: float) -> subprocess.Popen[str]:
    plugins = str(Path(lock.__file__).parents[1])
    command = [sys.executable, "-c", HOLDER, str(folder), str(seconds)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": plugins}
    )


def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    told: list[float] = []
    with holder(tmp_path, 0.3) as first:
        assert first.stdout is not None and first.stdout.readline() == "held\n"
        with lock.held(tmp_path, lambda: told.append(time.monotonic())):
            assert told and time.monotonic() - told[0] > 0.1
    assert list(tmp_path.iterdir()) == [], "no file is left behind"


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    with holder(tmp_path, 60) as first:
        assert first.stdout is not None and first.stdout.readline() == "held\n"
        first.kill()
        first.wait()
        told: list[str] = []
        with lock.held(tmp_path, lambda: told.append("waiting")):
            assert told == []


def test_who_holds_it_may_take_it_again(tmp_path: Path) -> None:
    with lock.held(tmp_path, lambda: None):
        lock.take(tmp_path, lambda: pytest.fail("it waits for itself"))
    with holder(tmp_path, 0) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
