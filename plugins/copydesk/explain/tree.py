"""Marks that overlap to a tree in which every character stands once, in order. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from copydesk.explain.value import Mark

# What encloses what where two marks cross; all others are pieces of the page and enclose these.
_INNER = {"outlet": 1, "indirect": 2, "left out": 3, "quotation": 4, "date": 5, "cue": 6, "name": 7}


@dataclass(frozen=True, slots=True)
class Node:
    """A stretch of text under one mark (None: bare words). `closes` is True for the mark's last piece.

    A mark that crosses a stronger one is cut into pieces: each piece is a node.
    """

    words: str
    mark: Mark | None = None
    children: tuple[Node, ...] = ()
    closes: bool = False


def tree(text: str, marks: Sequence[Mark]) -> tuple[Node, ...]:
    """The whole of `text` as nodes, under the marks that lie over each character."""
    edges = sorted({0, len(text), *(edge for m in marks for edge in (m.span.start, m.span.stop))})
    return _nodes(text, list(_atoms(marks, edges)), 0)


@dataclass(frozen=True, slots=True)
class _Atom:
    """A stretch over which the same marks lie, the outermost first."""

    start: int
    stop: int
    cover: tuple[Mark, ...]


def _atoms(marks: Sequence[Mark], edges: Sequence[int]) -> Iterator[_Atom]:
    waiting = sorted(dict.fromkeys(marks), key=lambda m: m.span.start, reverse=True)
    open_: list[Mark] = []
    for start, stop in pairwise(edges):
        open_ = [m for m in open_ if m.span.stop > start]
        while waiting and waiting[-1].span.start <= start:
            open_.append(waiting.pop())
        yield _Atom(start, stop, tuple(sorted(open_, key=_rank)))


def _rank(mark: Mark) -> tuple[int, int, int, str, str, str]:
    inner = _INNER.get(mark.kind, 0)
    return inner, mark.span.start, -mark.span.stop, mark.kind, mark.rule, mark.name


def _nodes(text: str, atoms: Sequence[_Atom], depth: int) -> tuple[Node, ...]:
    return tuple(
        _node(text, mark, list(run), depth)
        for mark, run in groupby(atoms, key=lambda a: a.cover[depth] if len(a.cover) > depth else None)
    )


def _node(text: str, mark: Mark | None, run: Sequence[_Atom], depth: int) -> Node:
    words = text[run[0].start : run[-1].stop]
    if mark is None:
        return Node(words)
    return Node(words, mark, _nodes(text, run, depth + 1), run[-1].stop == mark.span.stop)
