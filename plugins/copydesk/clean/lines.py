"""The lines of a seed with what can be seen of each: the ground of all cleaning rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from copydesk.model import Span
from copydesk.text import plain

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
# The last mark of a sentence, behind which a quote mark, bracket or footnote may follow.
_TERMINAL = re.compile(r"[.!?…][\"»')\]]*(?:\[\d+\])?$")
_INNER_END = re.compile(r"[^\W\d_]{2}[\"»)]*[.!?…][\"»)]*\s+[\"«(—-]?\s*[^\W\d_]")
# Pages flattened to one line keep their blocks apart by two spaces or more.
_WIDE_GAP = re.compile(r"[ \u00a0\t]{2,}")
_FLAT = 300
# Blanks and the invisible marks of writing direction.
_BLANK = " \n\r\t\f\v\u0085\u2028\u2029\u200e\u200f"


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of the seed between line ends (or wide gaps, in a flattened page), without outer blanks.

    `text` is folded by `copydesk.text.plain`, character for character; `full_stop` tells that it
    ends as a sentence does, `asks` that it ends with a question or exclamation mark.
    """

    index: int
    span: Span
    text: str
    words: int
    full_stop: bool
    asks: bool
    sentences: int
    key: str = field(repr=False)

    @property
    def prose(self) -> bool:
        """Running text by its shape: a finished sentence of some length, or very long."""
        if self.words >= 30 or (self.full_stop and not self.asks and self.words >= 4):
            return True
        return self.words >= 8 and (self.asks or self.text.endswith(":"))

    @property
    def title_like(self) -> bool:
        """A line as headlines are: some words, no full stop at the end."""
        return 2 <= self.words <= 34 and (not self.full_stop or self.asks) and self.text[-1] not in ",;:"


def split(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank, in order."""
    folded = plain(text)
    return tuple(_line(index, span, folded) for index, span in enumerate(_spans(folded)))


def _spans(text: str) -> Iterator[Span]:
    start = 0
    for raw in text.split("\n"):
        cut = _pieces(raw) if len(raw) > _FLAT else [(0, len(raw))]
        for begin, end in cut:
            piece = raw[begin:end]
            if inner := piece.strip(_BLANK):
                at = start + begin + piece.index(inner[0])
                yield Span(at, at + len(inner))
        start += len(raw) + 1


def _pieces(raw: str) -> list[tuple[int, int]]:
    """The pieces of a line that holds a whole page; a line with a single wide gap is just badly typed."""
    gaps = [m.span() for m in _WIDE_GAP.finditer(raw.rstrip()) if not _inside_sentence(raw, m)]
    if len(gaps) < 3:
        return [(0, len(raw))]
    starts = [0, *(end for _, end in gaps)]
    return list(zip(starts, [*(begin for begin, _ in gaps), len(raw)], strict=True))


def _inside_sentence(raw: str, gap: re.Match[str]) -> bool:
    """True for a gap that a link's tags left in the middle of a sentence: a small letter goes on."""
    return raw[gap.end() : gap.end() + 1].islower() and raw[gap.start() - 1 : gap.start()] not in ".!?…"


def _line(index: int, span: Span, folded: str) -> Line:
    text = folded[span.start : span.stop]
    found = _WORD.findall(text)
    end = _TERMINAL.search(text, max(0, len(text) - 8))
    return Line(
        index=index,
        span=span,
        text=text,
        words=len(found),
        full_stop=bool(end),
        asks=bool(end) and text[end.start()] in "?!" if end else False,
        sentences=1 + len(_INNER_END.findall(text)),
        key=" ".join(found).casefold(),
    )
