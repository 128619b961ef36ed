"""Files on the disk: written once, known again, never changed in place (other folders may hold them too)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from digest import addresses
from digest.press.fingerprints import SIZE
from digest.press.ledger import File


class UnsafeNameError(RuntimeError):
    """A file name that would leave the output folder, or hide in it."""


def write(folder: Path, name: str, content: bytes) -> File:
    """Write a file below `folder`. UnsafeNameError where `name` would leave it."""
    if not addresses.is_contained(name):
        raise UnsafeNameError(f"{name!r} cannot be the name of a file")
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        found = os.fstat(stream.fileno())
    return File(name, found.st_size, found.st_mtime_ns, found.st_ino, _digest(content))


def lies(file: File, folder: Path) -> bool:
    """True where the file lies below `folder` as it was printed: untouched, or with the same bytes."""
    path = f"{folder}/{file.name}"
    if same(file, path):
        return True
    try:
        if Path(path).is_symlink() or Path(path).stat().st_size != file.size:
            return False
        return _digest(Path(path).read_bytes()) == file.digest
    except OSError:
        return False


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=SIZE).hexdigest()


def same(file: File, path: str) -> bool:
    """True where this very file lies at a path."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns, found.st_ino) == (file.size, file.changed, file.inode)


def gather(kept: Iterable[File], output: Path, made: Path, folder: Path) -> None:
    """Make `folder` hold the kept files, linked from `output`, all that stands in `made`, and nothing else.

    It may hold a former build: what is in place already is left alone.
    """
    there, folders = _found(folder)
    known = {""} | folders
    wanted: set[str] = set()
    for file in kept:
        wanted.add(file.name)
        path = f"{folder}/{file.name}"
        if file.name in there and same(file, path):
            continue
        _room(folder, file.name, there, known)
        _link(f"{output}/{file.name}", path)
    for name in _found(made)[0]:
        wanted.add(name)
        _room(folder, name, there, known)
        (made / name).replace(folder / name)
    for name in there - wanted:
        (folder / name).unlink()
    needed = {parent for name in wanted for parent in _parents(name)}
    for name in sorted(folders - needed, reverse=True):
        (folder / name).rmdir()


def _parents(name: str) -> Iterator[str]:
    at = name.rfind("/")
    while at > 0:
        yield name[:at]
        at = name.rfind("/", 0, at)


def _room(folder: Path, name: str, there: set[str], known: set[str]) -> None:
    """Make way for a file: its folders exist, and nothing lies where it will."""
    above = name.rpartition("/")[0]
    if above not in known:
        (folder / above).mkdir(parents=True, exist_ok=True)
        known.update((above, *_parents(above)))
    if name in there:
        (folder / name).unlink()


def _link(path: str, to: str) -> None:
    """The same file under another name; a copy where the disk cannot do that."""
    try:
        os.link(path, to, follow_symlinks=False)
    except OSError:
        shutil.copy2(path, to, follow_symlinks=False)


def _found(folder: Path) -> tuple[set[str], set[str]]:
    """The files and folders below a folder, by their names from there."""
    files: set[str] = set()
    folders: set[str] = set()
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with os.scandir(f"{folder}/{above}") as found:
            for one in found:
                name = f"{above}{one.name}"
                if one.is_dir(follow_symlinks=False):
                    folders.add(name)
                    waiting.append(f"{name}/")
                else:
                    files.add(name)
    return files, folders
