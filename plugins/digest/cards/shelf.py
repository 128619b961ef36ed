"""Cards that were drawn before, kept by what stands on them: drawing is the dearest part of a page."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from pathlib import Path

from digest.cards.card import Card
from digest.cards.drawing import FONTS, VERSION, png

_DIGEST = 32  # octets of the checksum before each picture


def shelved(wanted: Iterable[tuple[str, Card]], shelf: Path) -> Iterator[tuple[str, bytes]]:
    """The address and picture of every card; each is drawn only where `shelf` has no sound copy.

    Pictures that nobody wanted this time are thrown away.
    """
    seal = _seal()
    used: set[str] = set()
    for address, card in wanted:
        key = hashlib.sha256(seal + repr(astuple(card)).encode("utf-8", "backslashreplace")).hexdigest()
        used.add(key)
        picture = _read(shelf / key)
        if picture is None:
            picture = png(card)
            _write(shelf / key, picture)
        yield address, picture
    for old in shelf.iterdir() if shelf.is_dir() else ():
        if old.name not in used:
            old.unlink()


def _seal() -> bytes:
    """What every picture depends on besides its card."""
    fonts = b"".join(hashlib.sha256(path.read_bytes()).digest() for path in sorted(FONTS.glob("*.ttf")))
    return fonts + str(VERSION).encode()


def _read(path: Path) -> bytes | None:
    """A picture whose checksum is right; None where there is none."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    checksum, picture = kept[:_DIGEST], kept[_DIGEST:]
    return picture if hashlib.sha256(picture).digest() == checksum else None


def _write(path: Path, picture: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.write_bytes(hashlib.sha256(picture).digest() + picture)
    part.replace(path)
