"""Turns of talk without marks: "Name: text", and questions answered after dashes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

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
    """The answers in a run of paragraphs that begin with a dash, of the one person it is a talk with."""
    spans = [block.span for block in blocks]
    dashed = [n for n, span in enumerate(spans) if _DASHED.match(text, span.start)]
    asked = [n for n in dashed if spans[n].of(text)[-1:] == "?"]
    answered = [
        (n, dash.end())
        for n in (n + 1 for n in asked if n + 1 < len(spans))
        if n not in asked and (dash := _DASHED.match(text, spans[n].start))
    ]
    guest = _guest(persons, spans[asked[0]].start) if len(answered) >= _ASKED else None
    if guest is None:
        return
    for n, start in answered:
        last = next((m for m in dashed if m > n), n + 1)
        more = spans[n + 1 : last] if last in asked else []
        said = (_said(text, start, spans[n].stop), *(_said(text, s.start, s.stop) for s in more))
        yield Passage(said, (spans[n], *more), marked=False, speaker=guest.span)


def _guest(persons: list[Mention], start: int) -> Mention | None:
    """The one person named before the first question."""
    before = [m for m in persons if m.span.start < start]
    names = {m.name for m in before}
    return before[-1] if len(names) == 1 else None


def _said(text: str, start: int, stop: int) -> Span:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)
