"""A card as a PNG of 1200 × 630 pixels, in the theme's paper and ink. The same card gives the same bytes."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from digest.cards.card import Card

VERSION = 1  # of the drawing: a change of anything below makes every card anew
FONTS = Path(__file__).parent / "fonts"
WIDTH, HEIGHT, MARGIN = 1200, 630, 72
_WORDS, _APPARATUS = "NotoSerif-Bold.ttf", "NotoSans-Regular.ttf"
_TOP, _BOTTOM = 172, 470  # between them stand the words
_SIZES = (112, 92, 76, 68, 60, 54, 48, 43, 38)
_LEADING = 1.18
_SMALL, _BELOW = 30, 42
# Fifteen greys from ink to paper, and the accent: four bits a pixel.
_INK, _PAPER, _ACCENT = (0x1C, 0x1B, 0x18), (0xFA, 0xF9, 0xF5), (0x1D, 0x41, 0x91)
_GREYS = 15
# The letters that the fonts have; whatever else the words hold is left out.
_STRANGE = re.compile(
    r"[^ -~\u00a0-\u017f\u02bc\u0400-\u045f\u0490\u0491\u2010-\u2015\u2018-\u201e"
    r"\u2020-\u2022\u2026\u2030\u2039\u203a\u2116\u20ac\u20b4]+"
)

Font = ImageFont.FreeTypeFont


def png(card: Card) -> bytes:
    """The picture of a card."""
    sheet = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(sheet)
    _head(pen, card)
    left = MARGIN + (34 if card.quoted else 0)
    stop = _words(pen, card, left)
    _foot(pen, card, left)
    picture = _inked(sheet)
    if card.quoted:
        ImageDraw.Draw(picture).rectangle((MARGIN, _TOP + 10, MARGIN + 4, stop), fill=_GREYS)
    out = io.BytesIO()
    picture.save(out, "PNG", bits=4, optimize=False, compress_level=6)
    return out.getvalue()


def lines(words: str, font: Font, width: int) -> list[str]:
    """The words cut into lines of at most `width` pixels; a word that is too long alone is cut anywhere."""
    found, line = [], ""
    for word in words.split():
        if not line or font.getlength(f"{line} {word}") > width:
            if line:
                found.append(line)
            while font.getlength(word) > width:
                cuts = range(len(word) - 1, 0, -1)
                piece = next((n for n in cuts if font.getlength(word[:n]) <= width), 1)
                found.append(word[:piece])
                word = word[piece:]
            line = word
        else:
            line = f"{line} {word}"
    return [*found, line] if line else found


def _head(pen: ImageDraw.ImageDraw, card: Card) -> None:
    """The nameplate over its double rule, and the line above the words."""
    pen.text((MARGIN, 66), _known(card.name), fill=0, font=_font(_WORDS, 36), anchor="ls")
    pen.rectangle((MARGIN, 84, WIDTH - MARGIN, 87), fill=0)
    pen.rectangle((MARGIN, 91, WIDTH - MARGIN, 91), fill=0)
    font = _font(_APPARATUS, _SMALL)
    pen.text((MARGIN, 140), _short(card.above, font), fill=70, font=font, anchor="ls")


def _words(pen: ImageDraw.ImageDraw, card: Card, left: int) -> int:
    """The words in the largest size in which they fit; returns where they end. What is too long is cut."""
    words, width = _known(card.words), WIDTH - MARGIN - left
    for size in _SIZES:
        font = _font(_WORDS, size)
        room = int((_BOTTOM - _TOP) // (size * _LEADING))
        if size > _SIZES[-1] and font.getlength(words) > room * (width + size):
            continue  # so many lines cannot hold it, each with a space at its end: it need not be cut to see
        found = lines(words, font, width)
        if len(found) <= room:
            break
    else:
        found = [*found[: room - 1], found[room - 1].rstrip(" ,;:—–-") + "…"]
    base = _TOP + size
    for n, line in enumerate(found):
        pen.text((left, base + n * size * _LEADING), line, fill=0, font=font, anchor="ls")
    return int(base + (len(found) - 1) * size * _LEADING + size * 0.3)


def _foot(pen: ImageDraw.ImageDraw, card: Card, left: int) -> None:
    """The lines below, the last one at the edge."""
    told = [line for line in map(_known, card.below) if line]
    font = _font(_APPARATUS, _SMALL)
    for n, line in enumerate(reversed(told)):
        shade = 0 if n else 70
        pen.text((left, HEIGHT - 58 - n * _BELOW), _short(line, font), fill=shade, font=font, anchor="ls")


def _short(words: str, font: Font) -> str:
    """The words in one line, cut where the line is full."""
    found = lines(_known(words), font, WIDTH - 2 * MARGIN - 60)
    return f"{found[0]}…" if len(found) > 1 else "".join(found)


def _inked(sheet: Image.Image) -> Image.Image:
    """Grey levels as steps from ink to paper."""
    steps = sheet.point([value * _GREYS // 256 for value in range(256)])
    steps.putpalette([_between(n, channel) for n in range(_GREYS) for channel in range(3)] + list(_ACCENT))
    return steps


def _between(step: int, channel: int) -> int:
    return _INK[channel] + (_PAPER[channel] - _INK[channel]) * step // (_GREYS - 1)


def _known(words: str) -> str:
    """The words as far as the fonts can show them, in one line."""
    return " ".join(_STRANGE.sub("", words.replace("\n", " ")).split())


@cache
def _font(name: str, size: int) -> Font:
    # The basic layout is the same on every machine; Raqm is not everywhere.
    return ImageFont.truetype(FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)
