"""A build appears whole or not at all: it is made beside the output folder, then takes its place."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from copydesk import lock
from digest import swapping
from digest.addresses import FEED
from digest.press.ledger import File
from digest.press.sheets import gather


class Staging:
    """The folder in which one build is made, and the folder it is for.

    The former build stays beside it, out of sight: the next one begins from there, so that what did not
    change needs not be written, nor even linked, again. Its files are never changed, only replaced: other
    folders may hold them too.
    """

    def __init__(self, output: Path, kept: Iterable[str] = ()) -> None:
        self.output = output.resolve()
        self.folder, self._next, self._old = (
            self.output.with_name(f".{self.output.name}.{name}") for name in ("new", "next", "old")
        )
        self._kept = tuple(kept)

    def begin(self) -> None:
        """Make the folder afresh, once no other build is at it.

        SystemExit where the output folder holds what is no site of ours.
        """
        self.output.parent.mkdir(parents=True, exist_ok=True)
        lock.take(self.output.parent, self._waiting)
        swapping.restored(self.output, self._old)
        self._retain(self.folder, self._next)
        if self.output.exists() and not _ours(self.output):
            raise SystemExit(
                f"{self.output} holds files that this program did not make; "
                "empty it, or choose another folder (OUTPUT_PATH, or -o)"
            )
        _remove(self.folder)
        _remove(self._next)  # of a build that was killed
        self.folder.mkdir(parents=True)

    def publish(self, unchanged: Iterable[File] = ()) -> None:
        """Put the finished build in the former one's place; what `OUTPUT_RETENTION` names moves along.

        The build is what was made in `folder`, and the files of the former one that are `unchanged`.
        """
        whole = self._gathered(list(unchanged))
        _remove(self._old)
        swapping.replace(whole, self.output, self._old)
        self._retain(self._old)
        if whole == self.folder:
            _remove(self._old)
        _remove(self.folder)
        lock.release(self.output.parent)

    def _retain(self, *former: Path) -> None:
        """Take what `OUTPUT_RETENTION` names out of former builds, those of killed processes too."""
        for name in self._kept if self.output.exists() else ():
            for folder in (self._old, *former):
                if (folder / name).exists() and not (self.output / name).exists():
                    (folder / name).rename(self.output / name)

    def _gathered(self, unchanged: Sequence[File]) -> Path:
        """The folder that holds the whole build."""
        if not unchanged:
            return self.folder
        if self._old.exists():
            self._old.rename(self._next)
        else:
            self._next.mkdir()
        gather(unchanged, self.output, self.folder, self._next)
        return self._next

    def _waiting(self) -> None:
        print(f"Another build is writing below {self.output.parent}; waiting for its end ...", flush=True)


def _ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / FEED).is_file() or not any(folder.iterdir()))


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
