"""Turns of talk without marks: "Name: text", and questions answered after dashes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from copydesk.model import Block, Mention, Span
from copydesk.quotations.passages import Passage

_TURN = re.compile(r"([^\W\d_][^:.!?«»\"\n]{1,60}):\s+(?=[^\W\d_])")
_DASHED = re.compile(r"[-—]\s*(?=[^\W\d_])")
_ASKED = 2  # questions answered, before a run of dashes is an interview


def turns(text: str, blocks: tuple[Block, ...], mentions: tuple[Mention, ...]) -> list[Passage]:
    """Paragraphs "Name: text" where the form comes at least twice, and the answers of an interview."""
    persons = {m.span: m for m in mentions if m.kind == "person"}
    found: list[tuple[Mention, Passage]] = []
    for block in blocks:
        match = _TURN.match(text, block.span.start, block.span.stop)
        named = match and persons.get(Span(match.start(1), match.end(1)))
        if match and named:
            said = _said(text, match.end(), block.span.stop)
            if len(said.of(text).split()) >= 3:
                found.append((named, Passage((said,), (said,), marked=False, speaker=named.span)))
    names = Counter(m.name for m, _ in found)
    named_turns = [p for m, p in found if len(found) > 1 and (names[m.name] > 1 or len(names) > 1)]
    return named_turns or list(_answers(text, blocks, list(persons.values())))


def _answers(text: str, blocks: tuple[Block, ...], persons: list[Mention]) -> Iterator[Passage]:
    """The answers in a run of paragraphs that begin with a dash, of the one person named before it."""
    answers = [
        (answer, dash.end())
        for question, answer in pairwise(block.span for block in blocks)
        if _DASHED.match(text, question.start)
        and question.of(text).endswith("?")
        and (dash := _DASHED.match(text, answer.start))
        and not answer.of(text).endswith("?")
    ]
    before = [m for m in persons if answers and m.span.start < answers[0][0].start]
    if len(answers) < _ASKED or len({m.name for m in before}) != 1:
        return
    for answer, start in answers:
        said = _said(text, start, answer.stop)
        yield Passage((said,), (answer,), marked=False, speaker=before[-1].span)


def _said(text: str, start: int, stop: int) -> Span:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)
