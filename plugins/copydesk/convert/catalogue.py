"""What is known of a project's files: each is read once, and again only when it is another.

Kept in `.cache/` as data, see `sealed`. Where anything is in doubt it is thrown away and the files are
read again, so with it and without it the same comes out.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from copydesk import doors
from copydesk.convert import sealed
from copydesk.convert.cards import Card

FOLDER = ".cache/catalogue"
_LIMIT = 8 << 20  # no file that is read is larger
Maker = Callable[[str, bytes], Card]

# `stamp` tells without reading that a file is the same. `found` leads from a word to the files whose cards
# have it; it is large, so it is opened where something is new alone.
_FILES = """
CREATE TABLE file (id INTEGER PRIMARY KEY, kind TEXT, path TEXT, stamp TEXT, sha256 TEXT, facts TEXT,
                   UNIQUE (kind, path))
"""
_FOUND = """
CREATE TABLE found (word TEXT, file INTEGER, PRIMARY KEY (word, file)) WITHOUT ROWID;
CREATE INDEX words ON found (file)
"""


class Catalogue:
    """The cards of a project's files, as they were when last looked at."""

    def __init__(self, project: Path) -> None:
        self._project, self._changed = project, False
        self._looked: dict[str, tuple[Mapping[str, str], Maker]] = {}
        self._files, self._seal = sealed.opened(project / FOLDER / "files", _FILES)

    @cached_property
    def _found(self) -> sqlite3.Connection:
        """Words to files. Where they were lost, the cards of all files looked at are made anew."""
        base, seal = sealed.opened(self._project / FOLDER / "words", _FOUND, self._seal)
        self.__dict__["_found"] = base
        if not seal:
            self._files.execute("DELETE FROM file")
            for kind, (present, made) in self._looked.items():
                self.look(kind, present, made)
        return base

    def look(self, kind: str, present: Mapping[str, str], made: Maker) -> None:
        """Make the cards of new and changed files of a kind anew; forget those that are gone.

        `present`: path below the project -> stamp (empty: unknown, so the file is read).
        """
        self._looked[kind] = present, made
        if self._column("stamp", kind) == present:
            return
        assert self._found  # before the stamps are asked again: where it was lost they are gone as well
        stamps, checksums = self._column("stamp", kind), self.checksums(kind)
        for path in stamps.keys() - present.keys():
            self._forget(kind, path)
        for path, stamp in present.items():
            before = stamps.get(path)
            if not stamp or stamp != before:
                self._read(kind, path, stamp, checksums.get(path), made)
                self._changed |= bool(before)  # one that was young when it was kept costs a look, not a copy

    def checksums(self, kind: str) -> dict[str, str]:
        """The checksum of each file; empty where it cannot be read."""
        return self._column("sha256", kind)

    def facts(self, kind: str) -> dict[str, Any]:
        """The facts of each file's card, by path in the order of the alphabet."""
        found = self._column("facts", kind)
        facts = json.loads(f"[{','.join(found.values())}]")  # in one go: of 10,000 it is felt
        return dict(sorted(zip(found, facts, strict=True)))

    def having(self, word: str) -> frozenset[str]:
        """The files with this word."""
        return self._paths(self._found.execute("SELECT file FROM found WHERE word = ?", (word,)))

    def texts(self, key: str, around: frozenset[int] | None) -> Collection[str]:
        """The entries under a key in these stretches of days (None: in any): see `events.blocks`."""
        if around is not None:
            return frozenset[str]().union(*(self.having(f"{key}|{stretch}") for stretch in around))
        query = "SELECT DISTINCT file FROM found WHERE word > ? AND word < ?"
        return self._paths(self._found.execute(query, (f"{key}|", f"{key}}}")))

    def words(self, beginning: str) -> Iterator[str]:
        """The words of all cards that begin so, without that beginning."""
        query = "SELECT DISTINCT word FROM found WHERE word >= ? AND word < ?"
        after = beginning[:-1] + chr(ord(beginning[-1]) + 1)
        return (word.removeprefix(beginning) for (word,) in self._found.execute(query, (beginning, after)))

    def put(self, kind: str, path: str, card: Card) -> None:
        """Another card for a file that is known."""
        self._changed = True
        query = "SELECT id FROM file WHERE kind = ? AND path = ?"
        (number,) = self._files.execute(query, (kind, path)).fetchone()
        self._files.execute("UPDATE file SET facts = ? WHERE id = ?", (json.dumps(card.facts), number))
        self._found.execute("DELETE FROM found WHERE file = ?", (number,))
        self._found.executemany("INSERT INTO found VALUES (?, ?)", ((word, number) for word in card.words))

    def save(self) -> None:
        """Keep what is known. Where nothing can be written, nothing is kept."""
        if self._changed:
            late = time.time_ns() - sealed.MOMENT  # a file as young as this may change without a trace
            self._files.execute("UPDATE file SET stamp = '' WHERE CAST(stamp AS INTEGER) > ?", (late,))
            with suppress(OSError):
                self._seal = sealed.keep(self._project / FOLDER / "files", self._files)
                sealed.keep(self._project / FOLDER / "words", self._found, self._seal)

    def _column(self, name: str, kind: str) -> dict[str, str]:
        return dict(self._files.execute(f"SELECT path, {name} FROM file WHERE kind = ?", (kind,)))

    def _paths(self, numbers: sqlite3.Cursor) -> frozenset[str]:
        query = "SELECT path FROM file WHERE id = ?"
        return frozenset(self._files.execute(query, number).fetchone()[0] for number in numbers)

    def _read(self, kind: str, path: str, stamp: str, checksum: str | None, made: Maker) -> None:
        try:
            raw = doors.read(self._project / path, _LIMIT)
            now = sha256(raw).hexdigest()
        except (OSError, doors.ShutError):
            raw, stamp, now = b"", "", ""
        if now == checksum:
            self._files.execute("UPDATE file SET stamp = ? WHERE kind = ? AND path = ?", (stamp, kind, path))
            return
        self._forget(kind, path)
        query = "INSERT INTO file (kind, path, stamp, sha256, facts) VALUES (?, ?, ?, ?, '')"
        self._files.execute(query, (kind, path, stamp, now))
        self.put(kind, path, made(path, raw))

    def _forget(self, kind: str, path: str) -> None:
        self._changed = True
        query = "SELECT id FROM file WHERE kind = ? AND path = ?"
        for number in self._files.execute(query, (kind, path)).fetchall():
            self._found.execute("DELETE FROM found WHERE file = ?", number)
            self._files.execute("DELETE FROM file WHERE id = ?", number)
