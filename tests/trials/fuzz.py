"""`make fuzz`: the six doors of `targets` fed with mutated texts, guided by coverage where there is atheris.

`make fuzz` installs Atheris by hash (`requirements-fuzz.txt`); it has wheels for Linux on x86-64 alone.
Without it inputs are mutated at random, and terminal and page say so. An input that breaks a promise is kept.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from random import Random

from tests import hostile
from tests.trials.results import FOLDER, Row, command, record

ATHERIS = find_spec("atheris") is not None
_LONGEST = 4096
_ROOT = Path(__file__).parents[2]


def starters(folder: Path) -> list[bytes]:
    """What mutation begins with: the hostile and benign files, and golden seeds. Written to `folder` too."""
    texts = [case.raw for case in [*hostile.hostile(), *hostile.benign()] if 0 < len(case.raw) <= _LONGEST]
    texts += [path.read_bytes() for path in sorted((_ROOT / "tests/golden").rglob("seed.*"))]
    for number, raw in enumerate(texts):
        (folder / f"{number}").write_bytes(raw)
    return texts


def mutated(dice: Random, texts: list[bytes]) -> bytes:
    """One text with some of it changed, doubled, dropped, or taken from another."""
    raw = bytearray(dice.choice(texts))
    for _ in range(dice.randrange(1, 6)):
        at = dice.randrange(len(raw) + 1)
        stop = min(len(raw), at + dice.randrange(1, 20))
        other = dice.choice(texts)
        start = dice.randrange(len(other) + 1)
        new = (
            bytes([dice.randrange(256)]),
            bytes(raw[at:stop]) * dice.randrange(1, 40),
            b"",
            other[start : start + dice.randrange(1, 60)],
        )[dice.randrange(4)]
        raw[at:stop] = new
    return bytes(raw[:_LONGEST])


def feed(name: str, seconds: int) -> int:
    """Feed one target, in this process; prints how many inputs it took."""
    with tempfile.TemporaryDirectory() as folder:
        texts = starters(Path(folder))
        if ATHERIS:
            return _guided(name, seconds, folder)
        from tests.trials.targets import TARGETS, tried

        dice, runs, began = Random(name), 0, time.process_time()
        while time.process_time() - began < seconds:
            raw = mutated(dice, texts)
            try:
                tried(TARGETS[name], raw)
            except BaseException:
                _kept(name, raw)
                raise
            runs += 1
        print(f"Done {runs} runs")
    return 0


def _guided(name: str, seconds: int, folder: str) -> int:
    import atheris  # type: ignore[import-not-found]

    with atheris.instrument_imports(include=["copydesk", "digest", "markdown"]):
        from tests.trials.targets import TARGETS, tried

    def one(raw: bytes) -> None:
        try:
            tried(TARGETS[name], raw)
        except BaseException:
            _kept(name, raw)
            raise

    options = [f"-max_total_time={seconds}", f"-max_len={_LONGEST}", "-timeout=20", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], *options, folder], one)
    atheris.Fuzz()
    return 0


def _kept(name: str, raw: bytes) -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"fuzz-{name.replace(' ', '-')}.input").write_bytes(raw)


def main() -> int:
    """Feed all targets, each in a process of its own; 1 where one broke."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=1800)
    parser.add_argument("--target")
    given = parser.parse_args()
    if given.target:
        return feed(given.target, given.seconds)
    if not ATHERIS:
        print(
            "WARNING: atheris is not installed here. Inputs are mutated at random, which finds much less.",
            file=sys.stderr,
        )
    rows: list[Row] = []
    for name in ("decode", "html", "front matter", "markdown", "names", "conversion"):
        line = [sys.executable, "-m", "tests.trials.fuzz", "--target", name, "--seconds", str(given.seconds)]
        done = subprocess.run(
            line, capture_output=True, text=True, errors="replace", check=False, encoding="utf-8"
        )
        told = done.stdout + done.stderr
        found = re.search(r"Done (\d+) (?:runs|in)|#(\d+)\s+DONE", told)
        runs = int(next(filter(None, found.groups()), 0)) if found else 0
        sound = done.returncode == 0
        rows.append((name, runs + (not sound), runs, f"inputs in {given.seconds} s"))
        print(f"{name}: {runs} inputs, {'sound' if sound else told[-1500:]}", flush=True)
    guide = "atheris, guided by coverage" if ATHERIS else "random mutation: atheris is not installed here"
    about = f"Inputs fed to six doors ({guide}); none may raise, hang, leak or come out alive."
    return record("fuzz", about, rows, command("fuzz"))


if __name__ == "__main__":
    sys.exit(main())
