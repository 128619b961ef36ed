"""A build appears whole or not at all: it is made beside the output folder, then takes its place."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from copydesk import lock
from digest.addresses import FEED


class Staging:
    """The folder in which one build is made, and the folder it is for."""

    def __init__(self, output: Path, kept: Iterable[str] = ()) -> None:
        self.output = output.resolve()
        self.folder = self.output.with_name(f".{self.output.name}.new")
        self._old = self.output.with_name(f".{self.output.name}.old")
        self._kept = tuple(kept)

    def begin(self) -> None:
        """Make the folder afresh, once no other build is at it.

        SystemExit where the output folder holds what is no site of ours.
        """
        self.output.parent.mkdir(parents=True, exist_ok=True)
        lock.take(self.output.parent, self._waiting)
        if self.output.exists() and not _ours(self.output):
            raise SystemExit(
                f"{self.output} holds files that this program did not make; "
                "empty it, or choose another folder (OUTPUT_PATH, or -o)"
            )
        _remove(self.folder)
        self.folder.mkdir(parents=True)

    def publish(self) -> None:
        """Put the finished build in the former one's place; what `OUTPUT_RETENTION` names moves along."""
        for name in self._kept:
            if (self.output / name).exists() and not (self.folder / name).exists():
                (self.output / name).rename(self.folder / name)
        _remove(self._old)
        if self.output.exists():
            self.output.rename(self._old)
        self.folder.rename(self.output)
        _remove(self._old)
        lock.release(self.output.parent)

    def _waiting(self) -> None:
        print(f"Another build is writing below {self.output.parent}; waiting for its end ...", flush=True)


def _ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / FEED).is_file() or not any(folder.iterdir()))


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
