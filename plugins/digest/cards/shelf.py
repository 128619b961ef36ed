"""Cards that were drawn before, kept by what stands on them: drawing is the dearest part of a page."""

from __future__ import annotations

import hashlib
import os
from dataclasses import astuple
from pathlib import Path

from digest.cards.card import Card
from digest.cards.drawing import FONTS, VERSION, png

_DIGEST = 32  # octets of the checksum before each picture


class Shelf:
    """The pictures in a folder, each under a key of all that it depends on."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._seal = folder, _seal()

    def picture(self, card: Card) -> bytes:
        """The picture of a card: drawn only where there is no sound copy, which is then kept."""
        key = hashlib.sha256(self._seal + repr(astuple(card)).encode("utf-8", "backslashreplace")).hexdigest()
        picture = _read(self._folder / key)
        if picture is None:
            picture = png(card)
            _write(self._folder / key, picture)
        return picture

    def tidy(self, wanted: int) -> None:
        """Throw away the oldest pictures where there are more than twice as many as are `wanted`."""
        kept = list(self._folder.iterdir()) if self._folder.is_dir() else []
        if len(kept) > 2 * wanted:
            kept.sort(key=lambda path: path.stat().st_mtime_ns)
            for path in kept[: len(kept) - wanted]:
                path.unlink(missing_ok=True)


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
