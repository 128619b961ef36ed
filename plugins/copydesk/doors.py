"""How a file comes in: a regular one, of a bounded size, never through a link. Nothing is written.

A folder that anybody may add to can hold links to anywhere, pipes that never end, a disk's worth of zeros.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path


class ShutError(OSError):
    """A file that is not read: `says` is what it is, for a person, `rule` which rule keeps it out."""

    def __init__(self, rule: str, says: str) -> None:
        super().__init__(says)
        self.rule, self.says = rule, says


def read(path: Path, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. ShutError for anything else."""
    raw = begin(path, limit + 1)
    if len(raw) > limit:
        raise ShutError("size", f"larger than {limit / (1 << 20):.3g} MiB")
    return raw


def begin(path: Path, limit: int) -> bytes:
    """The first bytes of a regular file, at most `limit`. ShutError for anything else."""
    if path.is_symlink():
        raise ShutError("link", "a link, which is not followed")
    # Without O_NONBLOCK, to open a pipe would wait for somebody to write into it.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ShutError("file", "not a regular file")
        return stream.read(limit)
