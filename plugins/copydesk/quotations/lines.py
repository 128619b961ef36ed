"""Lines broken inside a sentence: one paragraph while it is read, pieces of their own when it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copydesk.model import Block, Span


def whole(text: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, those of one sentence joined: a line that ends in "сказав", the next in "речник Лис"."""
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if before and before.role == block.role == "paragraph" and _goes_on(text, before.span, block.span):
            found[-1] = Block(Span(before.span.start, block.span.stop), before.role)
        else:
            found.append(block)
    return tuple(found)


def _goes_on(text: str, first: Span, second: Span) -> bool:
    """True where the first ends in a word or a comma and the second begins with a small letter."""
    end = first.of(text).rstrip()[-1:]
    return (end.isalnum() or end == ",") and second.of(text).lstrip()[:1].islower()


def broken(spans: Iterable[Span], blocks: tuple[Block, ...]) -> Iterator[Span]:
    """The spans cut where the blocks end: no piece runs over the space between two of them."""
    for span in spans:
        parts = [
            Span(max(span.start, block.span.start), min(span.stop, block.span.stop))
            for block in blocks
            if block.span.overlaps(span)
        ]
        yield from parts or (span,)
