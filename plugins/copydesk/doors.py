"""How files come in: regular ones, of a bounded size, never through a link. Nothing is written.

A folder that anybody may add to can hold links to anywhere, even in circles, pipes that never end, a disk's
worth of zeros, folders without a bottom. All that is met is named, so that each can be refused aloud.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from copydesk.messages import say

Kind = Literal["file", "folder", "link", "special", "deep", "closed"]
DEEPEST = 8


class Met(NamedTuple):
    """A thing below a folder: its POSIX path from there, what it is, and what the system says of it.

    `special`: no file, folder or link. `deep`: a folder too far down; `closed`: one that cannot be opened.
    """

    name: str
    kind: Kind
    entry: os.DirEntry[str] | None = None

    @property
    def hidden(self) -> bool:
        """True where a part of the path begins with a dot."""
        return f"/{self.name}".find("/.") >= 0

    @property
    def unreadable(self) -> bool:
        """True for a name whose bytes are no UTF-8."""
        return not self.name.isascii() and any("\udc80" <= letter <= "\udcff" for letter in self.name)


class ShutError(OSError):
    """A file that is not read: `says` is what it is, for a person, `rule` which rule keeps it out."""

    def __init__(self, rule: str, says: str) -> None:
        super().__init__(says)
        self.rule, self.says = rule, says


def read(path: Path, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. ShutError for anything else."""
    raw = begin(path, limit + 1)
    if len(raw) > limit:
        raise ShutError("size", say("larger than {number} MiB", number=f"{limit / (1 << 20):.3g}"))
    return raw


def begin(path: Path, limit: int) -> bytes:
    """The first bytes of a regular file, at most `limit`. ShutError for anything else."""
    if path.is_symlink():
        raise ShutError("link", "a link, which is not followed")
    # Without O_NONBLOCK, to open a pipe would wait for somebody to write into it.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ShutError("file", "not a regular file")
    with os.fdopen(handle, "rb") as stream:
        return stream.read(limit)


def walk(root: Path, deep: bool = True) -> Iterator[Met]:
    """All that lies in a folder and, with `deep`, in its folders, in no order; nothing where it is a link."""
    waiting = [(root, "")] if root.is_dir() and not root.is_symlink() else []
    while waiting:
        folder, above = waiting.pop()
        try:
            with os.scandir(folder) as listed:
                entries = list(listed)
        except OSError:
            yield Met(above.rstrip("/"), "closed")
            continue
        for entry in entries:
            met = Met(above + entry.name, _kind(entry, above), entry)
            if met.kind == "folder" and deep:
                waiting.append((folder / entry.name, f"{met.name}/"))
            yield met


def _kind(entry: os.DirEntry[str], above: str) -> Kind:
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        return "deep" if above.count("/") >= DEEPEST else "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "special"
