"""What the last build printed and of what: plain data, proved whole before it is believed, else forgotten.

The file: a line that names the format, the SHA-256 of the rest, then JSON and two blocks of numbers. It is
read as data alone; nothing in it can run. What is in any doubt (another format, another program, other
settings, a byte that differs) is thrown away, and everything is made anew.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from array import array
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from digest import addresses
from digest.press.fingerprints import SIZE

_FORMAT = b"copydesk ledger 1\n"
_DIGEST = 32
_LENGTH = 8  # octets that tell how long the JSON is
# What a damaged or foreign file makes of the reading; a file is never worth a failed build.
_DOUBTS = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    RecursionError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class File:
    """A printed file as it lay on the disk, and the digest of its bytes."""

    name: str
    size: int
    changed: int  # time of the last change, in ns
    inode: int
    digest: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A job that was made: the fingerprint of what it is of, the facets it read, the files it gave."""

    of: str
    read: array[int]
    files: tuple[File, ...]


@dataclass(slots=True)
class Ledger:
    """`base` is the fingerprint of all that every job hangs on; facets are numbered in `prints`."""

    base: str = ""
    things: list[str] = field(default_factory=list)  # names of things by their numbers
    prints: dict[int, bytes] = field(default_factory=dict)  # facet -> fingerprint of its value
    jobs: dict[str, Printed] = field(default_factory=dict)


def load(path: Path, base: str) -> Ledger:
    """The ledger in a file; an empty one where there is none, it is not whole, or it is of another base."""
    with suppress(*_DOUBTS):
        content = path.read_bytes()
        found, rest = content[len(_FORMAT) :][:_DIGEST], memoryview(content)[len(_FORMAT) + _DIGEST :]
        if content.startswith(_FORMAT) and sha256(rest).digest() == found:
            ledger = _read(rest)
            if ledger.base == base:
                return ledger
    return Ledger(base)


def save(ledger: Ledger, path: Path) -> None:
    """Write a ledger, whole or not at all; where nothing can be written, nothing is remembered."""
    content = _written(ledger)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(_FORMAT + sha256(content).digest() + content)
        Path(part).replace(path)


def forget(path: Path) -> None:
    """From now on nothing is remembered."""
    with suppress(OSError):
        path.unlink()


def _written(ledger: Ledger) -> bytes:
    jobs = [
        [name, one.of, len(one.read), [[f.name, f.size, f.changed, f.inode, f.digest] for f in one.files]]
        for name, one in ledger.jobs.items()
    ]
    told = {"base": ledger.base, "order": sys.byteorder, "things": ledger.things, "jobs": jobs,
            "facets": len(ledger.prints)}  # fmt: skip
    head = json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    reads = b"".join(one.read.tobytes() for one in ledger.jobs.values())
    return b"".join(
        [
            len(head).to_bytes(_LENGTH, "big"),
            head,
            array("I", ledger.prints).tobytes(),
            *ledger.prints.values(),
            reads,
        ]
    )


def _read(content: memoryview) -> Ledger:
    """The ledger of a proved file. Raises one of `_DOUBTS` where its parts do not fit together."""
    start = _LENGTH + int.from_bytes(content[:_LENGTH], "big")
    told: dict[str, Any] = json.loads(bytes(content[_LENGTH:start]))
    facets, prints, reads = array("I"), content[start:], array("I")
    if told["order"] != sys.byteorder:
        raise ValueError("of another machine")
    count = told["facets"]
    facets.frombytes(prints[: count * facets.itemsize])
    prints = prints[count * facets.itemsize :]
    reads.frombytes(prints[count * SIZE :])
    whole = bytes(prints[: count * SIZE])
    kept = {facet: whole[at * SIZE : (at + 1) * SIZE] for at, facet in enumerate(facets)}
    ledger, at = Ledger(told["base"], told["things"], kept), 0
    for name, of, length, files in told["jobs"]:
        ledger.jobs[name] = Printed(of, reads[at : at + length], tuple(File(*file) for file in files))
        at += length
    if at != len(reads) or len(kept) != count or not all(map(_sound, ledger.jobs.values())):
        raise ValueError("its parts do not fit together")
    return ledger


def _sound(one: Printed) -> bool:
    return all(addresses.is_contained(file.name) for file in one.files)
