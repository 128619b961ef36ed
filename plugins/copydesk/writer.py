"""The one way in which copydesk writes a file: inside its folder, whole or not at all.

No link is followed, no name is new in capitals only, no unchanged file is touched, and a file
that somebody changed since it was read is left to them.
"""

from __future__ import annotations

import os
import stat
import tempfile
import unicodedata
from pathlib import Path, PurePosixPath
from typing import Literal

from copydesk.addresses import is_device

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
        raise RefusedError(f"{name} leads out of {root.name}")
    here = root.resolve()
    for part in parts:
        _segment(part, name)
        _twin(here, part, name)
        here = here / part
        if here.is_symlink():
            raise RefusedError(f"{name} passes a link; replace the link by the file or folder itself")
    if here.exists() and not here.is_file():
        raise RefusedError(f"{name} is not a regular file")
    return here


def _segment(part: str, name: str) -> None:
    if len(part.encode("utf-8", "surrogatepass")) > SEGMENT_LIMIT:
        raise RefusedError(f"{name} has a part longer than {SEGMENT_LIMIT} bytes")
    if any(unicodedata.category(c) in ("Cc", "Cs", "Cn") or c in '\\:*?"<>|' for c in part):
        raise RefusedError(f"{name!r} has characters that file names must not have")
    if is_device(part):
        raise RefusedError(f"{name!r} has the name of a device of Windows")
    if part.startswith(".") or part != part.strip() or part.endswith("."):
        raise RefusedError(f"{name!r} has a hidden part or one that begins or ends with a space or dot")


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
        raise RefusedError(f"{name} differs from {min(twins)} in capitals or accents alone")


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
        raise RefusedError(f"{name} was deleted while it was being worked on")
    if now is not None and (before is None or now != before.encode("utf-8")):
        reason = "is already there" if before is None else "was changed while it was being worked on"
        raise RefusedError(f"{name} {reason}")


def _replace(target: Path, wanted: bytes, name: str, before: str | None) -> None:
    """Write beside the target, force it to the disk, then put it in place in one step."""
    mode = stat.S_IMODE(target.stat().st_mode) if before is not None else 0o644
    handle, made = tempfile.mkstemp(prefix=".copydesk-", suffix=".part", dir=target.parent)
    part = Path(made)
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
