"""The one way in which copydesk writes a file: inside its folder, whole or not at all.

No link is followed, no name is new in capitals only, no unchanged file is touched, and a file
that somebody changed since it was read is left to them.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path, PurePosixPath
from typing import Literal

from copydesk.addresses import is_device
from copydesk.messages import say

SEGMENT_LIMIT = 120
Outcome = Literal["written", "unchanged"]


class RefusedError(Exception):
    """The file must not be written; the message says why, in words for a person."""


def write(root: Path, name: str, text: str, before: str | None) -> Outcome:
    """Make `text` the content of the file `name` (POSIX, below `root`).

    `before` is the text the change started from (None: there was no file). RefusedError where the
    name leads outside, passes a link, differs from a neighbour's in capitals or composition alone,
    or where the file is not what it was.
    """
    target = contained(root, name)
    wanted = text.encode("utf-8")
    if _current(target) == wanted:
        return "unchanged"
    _unchanged_since(target, name, before)
    target.parent.mkdir(parents=True, exist_ok=True)
    contained(root, name)
    _replace(target, wanted, name, before)
    return "written"


def contained(root: Path, name: str) -> Path:
    """The path of `name` below `root`, every step of it checked. RefusedError where it must not be used."""
    parts = PurePosixPath(name).parts
    if not parts or PurePosixPath(name).is_absolute() or any(p in ("..", ".") for p in name.split("/")):
        raise RefusedError(say("{name} leads out of {folder}", name=name, folder=root.name))
    here = root.resolve()
    for part in parts:
        _segment(part, name)
        _twin(here, part, name)
        here = here / part
        if here.is_symlink():
            message = say("{name} passes a link; replace the link by the file or folder itself", name=name)
            raise RefusedError(message)
    if here.exists() and not here.is_file():
        raise RefusedError(say("{name} is not a regular file", name=name))
    return here


def _segment(part: str, name: str) -> None:
    if len(part.encode("utf-8", "surrogatepass")) > SEGMENT_LIMIT:
        message = say("{name} has a part longer than {number} bytes", name=name, number=SEGMENT_LIMIT)
        raise RefusedError(message)
    if any(unicodedata.category(c) in ("Cc", "Cs", "Cn") or c in '\\:*?"<>|' for c in part):
        raise RefusedError(say("{name} has characters that file names must not have", name=f"{name!r}"))
    if is_device(part):
        raise RefusedError(say("{name} has the name of a device of Windows", name=f"{name!r}"))
    if part.startswith(".") or part != part.strip() or part.endswith("."):
        message = say(
            "{name} has a hidden part or one that begins or ends with a space or dot", name=f"{name!r}"
        )
        raise RefusedError(message)


def folded(part: str) -> str:
    """What two names share that macOS or Windows cannot keep apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", part).casefold())


def _twin(folder: Path, part: str, name: str) -> None:
    if (folder / part).exists() and part.isascii() and part == part.lower():
        return  # usual: an ASCII name that is there as it stands
    if not folder.is_dir():
        return
    names = (p.name for p in folder.iterdir())
    twins = [n for n in names if n != part and folded(n) == folded(part)]
    if twins:
        message = say("{name} differs from {twin} in capitals or accents alone", name=name, twin=min(twins))
        raise RefusedError(message)


def _current(target: Path) -> bytes | None:
    """The bytes of a file that is there, None where there is none; a link is never read through."""
    try:
        handle = os.open(target, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        return None
    with os.fdopen(handle, "rb") as stream:
        return stream.read()


def _unchanged_since(target: Path, name: str, before: str | None) -> None:
    now = _current(target)
    if now is None and before is not None:
        raise RefusedError(say("{name} was deleted while it was being worked on", name=name))
    if now is not None and (before is None or now != before.encode("utf-8")):
        there = say("{name} is already there", name=name)
        raise RefusedError(
            there if before is None else say("{name} was changed while it was being worked on", name=name)
        )


def _replace(target: Path, wanted: bytes, name: str, before: str | None) -> None:
    """Write beside the target, force it to the disk, then put it in place in one step.

    The name beside it is the target's own: what a process that was killed left there is written over.
    """
    mode = stat.S_IMODE(target.stat().st_mode) if before is not None else 0o644
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(wanted)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(mode)
        _unchanged_since(target, name, before)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
