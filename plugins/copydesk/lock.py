"""One at a time: a lock on a folder that is let go when its holder ends, however it ends.

The folder itself is locked, so no file is left behind. Where the system has no such locks
(Windows), nothing is locked.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_HELD: dict[Path, int] = {}


def take(folder: Path, waiting: Callable[[], None]) -> None:
    """Hold the lock of an existing folder until `release`. `waiting()` is told where another process has it.

    To take what this process already holds changes nothing.
    """
    place = folder.resolve()
    if fcntl is None or place in _HELD:
        return
    handle = os.open(place, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:  # a file system without locks, as some network folders are
        os.close(handle)
        return
    except BaseException:
        os.close(handle)
        raise
    _HELD[place] = handle


def release(folder: Path) -> None:
    """Let others have the folder."""
    handle = _HELD.pop(folder.resolve(), None)
    if handle is not None:
        os.close(handle)


@contextmanager
def held(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """The lock for the length of a block."""
    take(folder, waiting)
    try:
        yield
    finally:
        release(folder)
