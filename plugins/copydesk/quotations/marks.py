"""Pairs quotation marks of every style, also nested, doubled, unclosed and run over paragraphs."""

from __future__ import annotations

import re
from itertools import zip_longest

from copydesk.model import Block, Span
from copydesk.quotations.pairs import CLOSERS, MARK, Pair, pairs
from copydesk.quotations.passages import Passage, passage

_PARAGRAPHS = 6  # how many paragraphs one pair of marks may hold

# What may follow the closing mark of a whole utterance: a comma or stop, a dash, the paragraph's end.
_AFTER_UTTERANCE = re.compile(r"\s*(?:[,.!?…;)]|[-—–]\s|$)")
_ENDS = re.compile(r"[.!?…]?\s*$")
_SAID = re.compile(r"(?:\s*,|(?<=[!?…].))\s*[-—–]\s*[^\W\d_]")
# "Text, — said X" inside an unclosed quotation: the place where the mark was lost.
_LOST = re.compile(r"[,!?…]['’]?\s*[-—–−]\s*(?=[^\W\d_])")
_BACK = re.compile(r"[.!?]\s*[-—–−]\s+(?=[^\W\d_a-zа-яіїєґё])")
_STOP = re.compile(r"[.!?…]+(?=\s+[^\W\d_a-zа-яіїєґё]|\s*$)")


def _mend(text: str, pair: Pair, block: Span) -> tuple[int, bool, list[Pair]]:
    """Where an unclosed quotation ends, whether a mark stands there, and the pairs left over after it."""
    first = pair.inner[0].start if pair.inner else block.stop
    lost = _LOST.search(text, pair.start + 1, first)
    if lost:
        # «A, — said X. — B: the words go on to the end of the paragraph.
        goes_on = not pair.inner and _BACK.search(text, lost.end(), min(block.stop, lost.end() + 160))
        return (block.stop if goes_on else lost.start()), False, pair.inner
    last = _closing(text, pair, block)
    if last is not None:
        return pair.inner[last].stop, True, pair.inner[last + 1 :]
    stop = _STOP.search(text, pair.start + 1, first)
    bracket = text.find("(", pair.start + 1, first)
    ends = [m for m in (stop.start() if stop else -1, bracket) if m > 0]
    return (min(ends) if ends else first), False, pair.inner


def _closing(text: str, pair: Pair, block: Span) -> int | None:
    """The quotation inside whose closing mark serves both, as Cyrillic typography allows: «The «Arsenal»."""
    found: int | None = None
    for number, inner in enumerate(pair.inner):
        if found is not None and _STOP.search(text, pair.inner[found].stop, inner.stop):
            break
        size = len(text[pair.start : inner.start].split())
        if size < 200 and _SAID.match(text, inner.stop + 1, block.stop):
            return number  # the one before ", — said X" rather than the first before a comma
        longest = 120 if _ENDS.match(text, inner.stop + 1, block.stop) else 40
        if found is None and size < longest and _AFTER_UTTERANCE.match(text, inner.stop + 1, block.stop):
            found = number
    return found


def _holds_all(pair: Pair, block: Span) -> bool:
    """True for marks around a whole long paragraph with quotations of its own: no speaker's marks."""
    return bool(pair.inner) and len(block) > 500 and pair.start == block.start and pair.stop >= block.stop - 1


def _runs_on(text: str, blocks: tuple[Block, ...], number: int, pair: Pair) -> bool:
    """True where a quotation left open, with others inside, is closed only in a later paragraph."""
    block = blocks[number].span
    last = max(inner.stop for inner in pair.inner)
    if _SAID.search(text, pair.start, block.stop) or _ENDS.match(text, last + 1, block.stop):
        return False
    until = _reaches(text, blocks, number)
    return until > number and bool(pairs(text, blocks[until].span)[2])


def _block(text: str, blocks: tuple[Block, ...], number: int) -> tuple[list[Passage], int | None]:
    """The passages of one block, and where its last opening is if that runs to the block's end."""
    block = blocks[number].span
    found, left_open, strays = pairs(text, block)
    stack = [pair for pair in left_open if pair.inner or not _adrift(text, pair.start, block)]
    tail: int | None = None
    passages: list[Passage | None] = []
    if strays and not stack and _unopened(text, block, strays[0], found):
        passages.append(Passage((Span(block.start, strays[0]),), (Span(block.start, strays[0] + 1),)))
        found = [pair for pair in found if pair.start > strays[0]]
    if stack and not _LOST.search(text, stack[-1].start + 1, block.stop):
        opened = stack[-1]
        tail = opened.start if not opened.inner or _runs_on(text, blocks, number, opened) else None
    for pair, after in zip_longest(stack, stack[1:]):
        if pair.start == tail:
            continue
        # Two marks that never close: the first ends where the second opens.
        stop, closed, rest = _mend(text, pair, Span(block.start, after.start) if after else block)
        passages.append(passage(text, pair.start + 1, stop, closed=closed))
        found.extend(rest)
    found = [one for pair in found for one in (pair.inner if _holds_all(pair, block) else [pair])]
    passages.extend(passage(text, pair.start + 1, pair.stop, closed=pair.closed) for pair in found)
    kept: list[Passage] = []
    for one in sorted((p for p in passages if p), key=lambda p: (p.start, -p.stop)):
        if not kept or one.start >= kept[-1].stop:
            kept.append(one)
    return kept, tail


def _unopened(text: str, block: Span, stray: int, found: list[Pair]) -> bool:
    """True where the first words of the block are a quotation whose opening mark was lost."""
    inside = [pair for pair in found if pair.start < stray]
    names = all(len(text[pair.start : pair.stop].split()) < 4 for pair in inside)
    return names and _SAID.match(text, stray + 1, block.stop) is not None


def _adrift(text: str, at: int, block: Span) -> bool:
    """True for a mark with spaces on both sides inside a block: what it marked was lost with its words."""
    last = at == block.stop - 1
    return block.start < at and text[at - 1].isspace() and (last or text[at + 1].isspace())


def _opens_with_mark(text: str, block: Span) -> bool:
    return MARK.match(text, block.start, block.stop) is not None


def _reaches(text: str, blocks: tuple[Block, ...], number: int) -> int:
    """The block in which a quotation left open in block `number` goes on or ends; `number` if nowhere.

    The next block opens again, or has a closing mark of its own that nothing opened; between them
    may lie a few paragraphs without any mark.
    """
    for after in range(number + 1, min(number + 1 + _PARAGRAPHS, len(blocks))):
        block = blocks[after]
        if block.role != blocks[number].role:
            return number
        if _opens_with_mark(text, block.span) and text[block.span.start] not in CLOSERS:
            return after if after == number + 1 else number
        found, stack, strays = pairs(text, block.span)
        if strays:
            return after
        if stack or not all(_built_in(text, pair, block.span) for pair in found):
            return number
    return number


def _built_in(text: str, pair: Pair, block: Span) -> bool:
    """True for a name or a term in marks inside a paragraph, as a long quotation may have them too."""
    return pair.start > block.start and len(text[pair.start : pair.stop].split()) < 8


def passages(text: str, blocks: tuple[Block, ...]) -> tuple[Passage, ...]:
    """All outermost marked passages in order; one that runs over blocks has a piece in each."""
    found: list[Passage] = []
    open_pieces: list[Passage] = []
    until = -1
    for number, block in enumerate(blocks):
        if number < until and number > 0 and open_pieces:
            open_pieces.append(Passage((block.span,), (block.span,)))
            continue
        inside, tail = _continued(text, blocks, number, found, open_pieces)
        found.extend(inside)
        if tail is None:
            continue
        until = _reaches(text, blocks, number)
        if until > number:
            piece = passage(text, tail + 1, block.span.stop, closed=False)
            if piece:
                open_pieces.append(piece)
            continue
        pair = Pair(tail, "")
        stop, closed, _ = _mend(text, pair, block.span)
        alone = passage(text, tail + 1, stop, closed=closed)
        found.extend([_chain([*open_pieces, alone])] if alone else [])
        open_pieces.clear()
    return tuple(sorted(found, key=lambda p: p.start))


def _continued(
    text: str, blocks: tuple[Block, ...], number: int, found: list[Passage], open_pieces: list[Passage]
) -> tuple[list[Passage], int | None]:
    """The block's own passages after the piece that continues an earlier quotation was taken off."""
    block = blocks[number]
    inside, tail = _block(text, blocks, number)
    if not open_pieces:
        return inside, tail
    if inside and inside[0].start == block.span.start:
        found.append(_chain([*open_pieces, inside.pop(0)]))
    elif tail == block.span.start:
        return inside, tail
    else:
        _, _, strays = pairs(text, block.span)
        stop = strays[0] if strays else block.span.stop
        last = Passage(
            (Span(block.span.start, stop),), (Span(block.span.start, min(stop + 1, block.span.stop)),)
        )
        found.append(_chain([*open_pieces, last]))
        inside = [p for p in inside if p.start >= stop]
    open_pieces.clear()
    return inside, tail


def _chain(parts: list[Passage]) -> Passage:
    """One quotation of several paragraphs."""
    return Passage(
        tuple(piece for part in parts for piece in part.pieces),
        tuple(outer for part in parts for outer in part.outers),
        closed=parts[-1].closed,
    )
