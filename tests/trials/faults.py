"""`make faults`: kills, a full disk, folders that may not be written to, two at once.

Promised: an old site stays untouched until the new one is whole, no file is ever half written, no edit is
lost, a failure ends with an exit code that is not 0, and the next run gives what an undisturbed one gives.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

from tests import corpus
from tests.trials import children
from tests.trials.children import Work, at_event, child, ended, run
from tests.trials.results import Row, command, record

Bytes = dict[str, str]


def snapshot(folder: Path) -> Bytes:
    """Each file's name below a folder and the checksum of its bytes; links are named, not followed."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_symlink() or p.is_file())
    return {
        p.relative_to(folder).as_posix(): "link" if p.is_symlink() else sha256(p.read_bytes()).hexdigest()
        for p in files
    }


class Trial:
    """A project before a run (`start`), and what an undisturbed run makes of it (`whole`)."""

    def __init__(self, home: Path, work: Work, entries: int) -> None:
        self.home, self.work, self.dice = home, work, Random(7)
        self.start = home / "start"
        corpus.write(self.start, entries)
        self.shown = "output" if work is children.build else "content"
        if work is children.convert:
            for path in sorted((self.start / "content/entries").rglob("*.md"))[::2]:
                path.unlink()  # half of the seeds have no entry yet
        else:
            assert run(work, self.start) == 0, children.said(self.start)
            entry = sorted((self.start / "content/entries").rglob("*.md"))[0]
            entry.write_text(entry.read_text(encoding="utf-8") + "\nДописано.\n", encoding="utf-8")
        self.old = snapshot(self.start / self.shown)
        self.whole = self._undisturbed()
        self.events = children.count_events(work, self.fresh())

    def _undisturbed(self) -> Bytes:
        project = self.fresh()
        assert run(self.work, project) == 0, children.said(project)
        return snapshot(project / self.shown)

    def fresh(self) -> Path:
        """The project as it was before, in a folder of its own."""
        project = self.home / "project"
        shutil.rmtree(project, ignore_errors=True)
        shutil.copytree(self.start, project, symlinks=True)
        return project

    def sound(self, project: Path) -> bool:
        """True where what is there is as before or as it should become: whole sites, whole files."""
        now = snapshot(project / self.shown)
        if self.work is children.build:
            return now in (self.old, self.whole)
        visible = {name: mark for name, mark in now.items() if not name.rpartition("/")[2].startswith(".")}
        return all(mark in (self.old.get(name), self.whole.get(name)) for name, mark in visible.items())

    def recovers(self, project: Path) -> bool:
        """True where the next run gives what an undisturbed one gives, and leaves nothing else behind."""
        return run(self.work, project) == 0 and snapshot(project / self.shown) == self.whole

    def kill(self, times: int) -> Iterator[bool]:
        """Killed at every stage: half of the times at the n-th thing done to a file, half at some moment."""
        began = time.monotonic()
        run(self.work, self.fresh())
        lasts = time.monotonic() - began
        for n in range(times):
            project = self.fresh()
            if n % 2:
                number = child(self.work, project)
                time.sleep(self.dice.uniform(0, lasts))
                os.kill(number, 9)
                ended(number)
            else:
                run(self.work, project, at_event(1 + self.events * n // max(times, 1), children.die))
            yield self.sound(project) and self.recovers(project)

    def fill(self, levels: int) -> Iterator[bool]:
        """No room left from the n-th write on: the exit code tells, what was stays; then it recovers."""
        for level in range(levels):
            project = self.fresh()
            first = 1 + self.events * level // levels
            code = run(self.work, project, _from_event(first))
            now = snapshot(project / self.shown)
            told = now == self.whole or (code != 0 and "Traceback" not in children.said(project))
            yield told and self.sound(project) and self.recovers(project)

    def small_disk(self, levels: int) -> Iterator[bool]:
        """The same on a real small disk."""
        disk = self.home / "disk"
        disk.mkdir(exist_ok=True)
        needed = sum(p.stat().st_size + 4096 for p in self.start.rglob("*") if p.is_file())
        for level in range(levels):
            size = int(needed * (1.02 + 1.2 * level / levels)) + (1 << 18)
            if os.system(f"mount -t tmpfs -o size={size} tmpfs '{disk}' 2>/dev/null"):
                return
            try:
                shutil.copytree(self.start, disk / "project", symlinks=True)
                code = run(self.work, disk / "project")
                now = snapshot(disk / "project" / self.shown)
                yield (code == 0 and now == self.whole) or (code != 0 and self.sound(disk / "project"))
            finally:
                os.system(f"umount '{disk}'")

    def sealed(self) -> Iterator[bool]:
        """Folders that may not be written to: a message, an exit code that is not 0, nothing changed there.

        Elsewhere whole files may come: the pages of actors whose entries cannot be written.
        """
        for name in ("", "content", "content/entries") if self.work is children.convert else ("",):
            project = self.fresh()
            for path in [project / name, *(p for p in (project / name).rglob("*") if p.is_dir())]:
                path.chmod(0o555)
            code = run(self.work, project, _without_powers)
            told = children.said(project)
            for path in [project, *(p for p in project.rglob("*") if p.is_dir())]:
                path.chmod(0o755)
            unchanged = snapshot(project / name) == snapshot(self.start / name)
            if not name:  # what was printed lies beside the project, its cache inside
                unchanged = snapshot(project / self.shown) == self.old
            yield code != 0 and "Traceback" not in told and unchanged and self.sound(project)

    def pairs(self, times: int) -> Iterator[bool]:
        """Two processes at once: both end, and what is there is what one alone would have made."""
        for _ in range(times):
            project = self.fresh()
            numbers = [child(self.work, project), child(self.work, project)]
            codes = [ended(number) for number in numbers]
            yield codes == [0, 0] and snapshot(project / self.shown) == self.whole


def _from_event(first: int) -> Callable[[], None]:
    """From the n-th thing done to a file on, nothing can be made."""

    def hinder() -> None:
        left = first

        def seen(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            left -= children.takes_room(event, arguments)
            if left <= 0 and children.takes_room(event, arguments):
                children.full()

        sys.addaudithook(seen)

    return hinder


def _without_powers() -> None:
    """From now on rights hold for root too: all its capabilities are given back (Linux)."""
    if os.geteuid() == 0:
        header, none = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
        if ctypes.CDLL(None).capset(header, none):
            raise OSError("the powers of root could not be given back")


def trials(trial: Trial, given: argparse.Namespace) -> Iterator[Row]:
    """What was tried on one of the two, with counts."""
    what = "a build" if trial.work is children.build else "a conversion"
    tries = {
        f"{what} killed": (trial.kill(given.kills), "whole before the next run; then as an undisturbed run"),
        f"{what} on a full disk": (trial.fill(given.levels), "every write fails from the n-th on; exit code"),
        f"{what} on a small disk": (trial.small_disk(given.levels), "tmpfs of growing size"),
        f"{what} in a sealed folder": (trial.sealed(), "without rights to write; a message, no traceback"),
        f"two of {what} at once": (trial.pairs(given.pairs), "both end, the bytes are those of one alone"),
    }
    for name, (outcomes, how) in tries.items():
        found = list(outcomes)
        print(f"{name}: {sum(found)} of {len(found)}", flush=True)
        yield name, len(found), sum(found), how


def main() -> int:
    """Try it all; 1 where a promise did not hold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--levels", type=int, default=20)
    parser.add_argument("--pairs", type=int, default=50)
    parser.add_argument("--entries", type=int, default=24)
    given = parser.parse_args()
    children.warm()
    rows: list[Row] = []
    for work in (children.convert, children.build):
        with tempfile.TemporaryDirectory() as home:
            Path(home).chmod(0o755)
            rows += trials(Trial(Path(home), work, given.entries), given)
    about = "Kills, full disks, sealed folders, two at once: the old stays until the new is whole."
    return record("faults", about, rows, command("faults"))


if __name__ == "__main__":
    sys.exit(main())
