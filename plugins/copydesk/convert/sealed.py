"""Tables kept between runs: an SQLite image behind a checksum that says what made it. Data, never code."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import copydesk

# Some file systems tell times by two seconds: a file written since may change and look the same.
MOMENT = 2_000_000_000
_SEAL = 64


def opened(path: Path, tables: str, origin: str = "") -> tuple[sqlite3.Connection, str]:
    """The tables kept in a file, and its seal; empty tables and no seal where they cannot be trusted.

    They can where the file is whole, no link, of this program, and was made for the same `origin`.
    """
    with suppress(OSError, sqlite3.Error):
        if not (path.is_symlink() or path.parent.is_symlink() or path.parent.parent.is_symlink()):
            kept = path.read_bytes()
            seal, image = kept[:_SEAL].decode("ascii", "replace"), kept[_SEAL:]
            if seal == _seal(image, origin):
                base = sqlite3.connect(":memory:")
                base.execute("PRAGMA trusted_schema = OFF")
                base.deserialize(image)
                if _schema(base) == _schema(_empty(tables)):
                    return base, seal
    return _empty(tables), ""


def keep(path: Path, base: sqlite3.Connection, origin: str = "") -> str:
    """Keep tables, whole or not at all; their seal. OSError where nothing can be written."""
    from tempfile import NamedTemporaryFile  # slow to load, and seldom needed

    if path.parent.is_symlink() or path.parent.parent.is_symlink():
        raise OSError("a link is in the way")
    path.parent.mkdir(parents=True, exist_ok=True)
    base.commit()
    image = base.serialize()
    seal = _seal(image, origin)
    with NamedTemporaryFile("wb", dir=path.parent, delete=False) as file:
        file.write(seal.encode("ascii"))
        file.write(image)
    Path(file.name).replace(path)
    return seal


def _empty(tables: str) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.executescript(tables)
    return base


def _schema(base: sqlite3.Connection) -> list[tuple[str | None]]:
    return base.execute("SELECT sql FROM sqlite_schema ORDER BY name").fetchall()


def _seal(image: bytes, origin: str) -> str:
    made = sha256(_program() + origin.encode("ascii"))
    made.update(image)
    return made.hexdigest()


@cache
def _program() -> bytes:
    """The checksum of the text core's own files: by another rule or word, other values are made."""
    made = sha256()
    for folder, folders, names in os.walk(Path(copydesk.__file__).parent):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".py", ".txt", ".json")):
                made.update(name.encode("utf-8"))
                made.update(Path(folder, name).read_bytes())
    return made.digest()
