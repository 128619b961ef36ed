"""Which quotation mark opens, which closes, and which belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from copydesk.model import Span

OPENERS = {"«": "«", "„": "„", "‟": "„", "〝": "„", "‹": "‹", "‘": "‘"}


CLOSERS = {"»": "«", "〞": "„", "›": "‹", "’": "‘"}

# A typewriter's apostrophe is a mark only as one of a pair: 'Not now,' she said.
_APOSTROPHE = "'"


# One character, two duties: German-style closing, English-style opening, or a typewriter's mark.
_EITHER = {'"': '"', "“": "„", "”": "„", "＂": '"'}


MARK = re.compile("[" + "".join({*OPENERS, *CLOSERS, *_EITHER}) + "]")
_MARK = re.compile("[" + "".join({*OPENERS, *CLOSERS, *_EITHER, _APOSTROPHE}) + "]")
_CLOSES = re.compile(r"[^\s(\[{'’][\'’](?![^\W_])")
_OWNERS = re.compile(r"[sS]['’]\s+[a-zа-яіїєґё]")  # "the dockers' union": theirs, not the end of what is said
_SHORT = re.compile(r"'(?:\d\ds?\b|(?:em|til|tis|twas|cause|n|bout|round)\b)", re.IGNORECASE)


_BEFORE_OPENING = frozenset("([{—–-−:/«„“\"'…,;>")


_AFTER_STOP = re.compile(r"[.!?…]\s+$")


@dataclass(slots=True)
class Pair:
    """An opening mark, its closing one once known, and the pairs inside."""

    start: int
    style: str
    stop: int = -1
    closed: bool = True
    inner: list[Pair] = field(default_factory=list)


def _faces(text: str, at: int, block: Span) -> tuple[bool, bool]:
    """Whether the mark at `at` may open, may close, by its neighbours."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.stop else " "
    opens = (
        (before.isspace() or before in _BEFORE_OPENING) and not after.isspace() and after not in ",.;:!?)»”"
    )
    closes = not before.isspace() and not after.isalnum() and before not in "([{"
    return opens, closes


def _direction(text: str, at: int, block: Span, stack: list[Pair]) -> tuple[str, bool] | None:
    """The style of the mark and whether it opens; None where it is no quotation mark."""
    mark = text[at]
    if mark in "‘’'":
        return _single(text, at, block, stack)
    if mark in OPENERS:
        return OPENERS[mark], True
    if mark in CLOSERS:
        return CLOSERS[mark], False
    style = _EITHER[mark]
    held = any(pair.style in (style, "„", '"') for pair in stack)
    opens, closes = _faces(text, at, block)
    if opens == closes:
        if opens and text[at - 1] in ",;:—–-" and held:
            return style, False
        # ' " ' with spaces on both sides, or letters on both: parity is all there is.
        return (style, not held) if opens or not _between_letters(text, at) else None
    return style, opens


def _single(text: str, at: int, block: Span, stack: list[Pair]) -> tuple[str, bool] | None:
    """What a single mark does; an apostrophe ("it's", "the '90s", "dockers' rights") does nothing."""
    mark, (opens, closes) = text[at], _faces(text, at, block)
    if mark != "’" and opens and (mark == "‘" or _opens_single(text, at, block)):
        return "‘", True
    if mark == "‘" or not closes or not any(pair.style == "‘" for pair in stack):
        return None
    if _OWNERS.match(text, at - 1, block.stop) and _CLOSES.search(text, at + 1, block.stop):
        return None
    return "‘", False


def _opens_single(text: str, at: int, block: Span) -> bool:
    """True for an apostrophe before a word that a later one closes."""
    return not _SHORT.match(text, at) and _CLOSES.search(text, at + 2, block.stop) is not None


def _between_letters(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def _close(stack: list[Pair], style: str, at: int) -> Pair | None:
    """The opening that this mark closes, taken off the stack with whatever lay unclosed above it."""
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].style == style or {stack[depth].style, style} <= {"„", '"'}:
            pair = stack[depth]
            for lost in stack[depth + 1 :]:
                pair.inner.extend(lost.inner)
            del stack[depth:]
            pair.stop = at
            return pair
    if stack and style in ('"', "„"):  # «…" : opened with one mark, closed with another
        pair = stack.pop()
        pair.stop = at
        return pair
    return None


def pairs(text: str, block: Span) -> tuple[list[Pair], list[Pair], list[int]]:
    """Closed outermost pairs, openings never closed, closings never opened."""
    stack: list[Pair] = []
    found: list[Pair] = []
    strays: list[int] = []
    for match in _MARK.finditer(text, block.start, block.stop):
        at = match.start()
        face = _direction(text, at, block, stack)
        if face is None:
            continue
        if face[1]:
            if stack and stack[-1].style == face[0] == "„" and _AFTER_STOP.search(text, block.start, at):
                # “A paragraph left open. “The next one: paragraphs run together in a copied page.
                left = stack.pop()
                left.stop, left.closed = at, False
                (stack[-1].inner if stack else found).append(left)
            stack.append(Pair(at, face[0]))
            continue
        pair = _close(stack, face[0], at)
        if pair is None:
            strays.append(at)
        else:
            (stack[-1].inner if stack else found).append(pair)
    return found, stack, strays
