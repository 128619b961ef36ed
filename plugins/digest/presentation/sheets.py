"""How a seed was read, in sheets that each make a light page: its text, then the decisions. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copydesk.explain.value import Decision
from copydesk.model import Span
from digest.presentation.decisions import listed
from digest.presentation.explaining import Explained

# Bytes of HTML: of a sheet, and about what a mark and a row of the table cost beside their words.
LIMIT, MARK, ROW = 26_000, 130, 330
_RUN = 4_000  # characters; a longer line is cut


def sheets(made: Explained) -> list[Explained]:
    """The explanation in pieces, each with a stretch of the text and some decisions; a short one is whole."""
    found: list[tuple[Span, list[Decision]]] = []
    weight = 0
    pieces: list[tuple[Span | Decision, int]] = [*_stretches(made), *_rows(made)]
    for piece, cost in pieces:
        weight += cost
        if not found or weight > LIMIT:
            at = found[-1][0].stop if found else 0
            found.append((Span(at, at), []))
            weight = cost
        stretch, decisions = found[-1]
        if isinstance(piece, Span):
            found[-1] = Span(stretch.start, piece.stop), decisions
        else:
            decisions.append(piece)
    return [
        replace(
            made,
            explanation=replace(made.explanation, decisions=tuple(decisions)),
            stretch=stretch,
            fingerprint=f"{made.fingerprint} {number}",
        )
        for number, (stretch, decisions) in enumerate(found or [(Span(0, 0), [])])
    ]


def _stretches(made: Explained) -> Iterator[tuple[Span, int]]:
    """The lines of the text with what each costs; nothing where the text is not shown."""
    starts = sorted(mark.span.start for mark in made.explanation.marks if mark.kind != "paragraph")
    at, met = 0, 0
    for line in made.seed.text.splitlines(keepends=True) if made.shown else ():
        for run in (line[n : n + _RUN] for n in range(0, len(line), _RUN)):
            before, stop = met, at + len(run)
            while met < len(starts) and starts[met] < stop:
                met += 1
            yield Span(at, stop), len(run.encode("utf-8", "replace")) + MARK * (met - before)
            at = stop


def _rows(made: Explained) -> Iterator[tuple[Decision, int]]:
    for one in made.explanation.decisions:
        if listed(one, made.shown):
            words = f"{one.found}{one.why}{one.span.of(made.seed.text) if one.span and made.shown else ''}"
            yield one, ROW + len(words.encode("utf-8", "replace"))
