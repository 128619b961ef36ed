"""Lines broken inside a sentence: one paragraph while it is read, pieces of their own when it is printed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from copydesk.model import Block, Span

_SAYING = re.compile(r"[-—–]\s*[^\W\d_]")
_ASIDE = re.compile(r"[,!?…]\s*[-—–]\s*[a-zа-яіїєґё][^!?…]{,160}\.$")  # ", — said the head … Anna Reed."
_RUNNING = frozenset(("paragraph", "item"))  # a reply that begins with a dash looks like an item of a list


def whole(text: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, those of one sentence joined: a line that ends in "сказав", the next in "речник Лис"."""
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if before and {before.role, block.role} <= _RUNNING and _goes_on(text, before, block):
            found[-1] = Block(Span(before.span.start, block.span.stop), before.role)
        else:
            found.append(block)
    return tuple(found)


def _goes_on(text: str, first: Block, second: Block) -> bool:
    """True where the first ends in a word, comma or closing mark and the second begins with a small letter.

    Or where the break stands before ", — said X", or behind it and before "— More words".
    """
    end, begin = first.span.of(text).rstrip()[-1:], second.span.of(text).lstrip()
    if _SAYING.match(begin):
        if begin.lstrip("-—– ")[0].islower():
            return end in ",!?…"
        return _one_line(text, first.span, second.span) and _ASIDE.search(first.span.of(text)) is not None
    prose = first.role == second.role == "paragraph"
    return prose and (end.isalnum() or end in ",»”") and begin[:1].islower()


def _one_line(text: str, first: Span, second: Span) -> bool:
    """True for a line end that parts no paragraphs, in a text whose paragraphs are parted by empty lines."""
    return "\n\n" in text and "\n\n" not in text[first.stop : second.start]


def broken(spans: Iterable[Span], blocks: tuple[Block, ...]) -> Iterator[Span]:
    """The spans cut where the blocks end: no piece runs over the space between two of them."""
    for span in spans:
        first = bisect_right(blocks, span.start, key=lambda block: block.span.stop)
        last = bisect_left(blocks, span.stop, lo=first, key=lambda block: block.span.start)
        parts = [
            Span(max(span.start, block.span.start), min(span.stop, block.span.stop))
            for block in blocks[first:last]
        ]
        yield from parts or (span,)
