"""One folder in another's place, in one step where the system can do that."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD, RENAME_EXCHANGE of Linux


def replace(new: Path, place: Path, aside: Path) -> None:
    """`new` stands at `place`, and what stood there (if anything) at `aside`, which must be free.

    A process that is killed in between leaves one or the other at `place`. Where the system cannot exchange
    two folders there is a moment with none: `restored` mends that. What is in `new` is on the disk before,
    so that a power cut right after leaves no empty files.
    """
    if hasattr(os, "sync"):  # all at once: to flush fifty thousand files one by one takes minutes
        os.sync()
    if not place.exists():
        new.rename(place)
    elif _exchanged(new, place):
        new.rename(aside)
    else:
        place.rename(aside)
        new.rename(place)


def restored(place: Path, aside: Path) -> None:
    """Put back what stood at `place`, if a process ended in the moment with nothing there."""
    if aside.exists() and not place.exists():
        aside.rename(place)


def _exchanged(one: Path, other: Path) -> bool:
    """True where the two took each other's place."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # not Linux, or an old one
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
