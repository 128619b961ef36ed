"""The value the stages of quotations hand on: a marked (or dashed) stretch of text."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.model import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that may be somebody's words.

    `pieces`: the content without marks, one span a piece; `outers`: the same with their marks.
    `marked`: between quotation marks (else found by a dash or a colon); `closed`: the closing
    mark stood where it belongs; `speaker`: words that the form itself gives
    ("Name: text"); `foreign`: a post quoted in another alphabet, as it was written.
    """

    pieces: tuple[Span, ...]
    outers: tuple[Span, ...]
    marked: bool = True
    closed: bool = True
    speaker: Span | None = None
    foreign: bool = False

    @property
    def start(self) -> int:
        """The first character, mark included."""
        return self.outers[0].start

    @property
    def stop(self) -> int:
        """One past the last character, mark included."""
        return self.outers[-1].stop

    @property
    def whole(self) -> Span:
        """From the first mark to the last."""
        return Span(self.start, self.stop)

    def words(self, text: str) -> str:
        """The content, pieces joined by a space."""
        return " ".join(piece.of(text) for piece in self.pieces)


def passage(text: str, start: int, stop: int, *, marked: bool = True, closed: bool = True) -> Passage | None:
    """A passage of one piece with its content trimmed of spaces, or None where nothing is left.

    `start` and `stop` are those of the content; with `marked` one mark stands on each side of it.
    """
    outer = Span(start - marked, stop + (marked and closed))
    while start < stop and text[start].isspace():
        start += 1
    content = trimmed(text, start, stop)
    return Passage((content,), (outer,), marked, closed) if content.start < content.stop else None


def trimmed(text: str, start: int, stop: int) -> Span:
    """The stretch without the blanks at its end."""
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)
