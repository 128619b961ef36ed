"""Turns of talk without marks: "Name: text", and questions answered after dashes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from copydesk.model import Block, Mention, Span
from copydesk.quotations.bare_talk import answered
from copydesk.quotations.passages import Passage, trimmed

_TURN = re.compile(r"([^\W\d_][^:.!?«»\"\n]{1,60}):\s+(?=[^\W\d_])")
_DASHED = re.compile(r"[-—]\s*(?=[^\W\d_])")
# What a newsroom writes of its own people: "Розмовляла Марта Гай".
_ASKS = re.compile(
    r"\b(?:розмовля|спілкува|розпит|запис|бесед|общал|поговорил|расспраш|interviewed)", re.IGNORECASE
)
_POST = re.compile(r"\s*(?:[-—,(:][^.!?…]*)?")  # "Марта Гай — лікарка", with nothing that ends a sentence
_LABEL = 16  # words of such a line
_ASKED = 2  # questions answered, before a run of dashes is an interview


def turns(text: str, blocks: tuple[Block, ...], mentions: tuple[Mention, ...]) -> list[Passage]:
    """Paragraphs "Name: text" where the form comes at least twice; else words below a name, or answers."""
    persons = {m.span: m for m in mentions if m.kind == "person"}
    found: list[tuple[Mention, Passage]] = []
    for block in blocks:
        match = _TURN.match(text, block.span.start, block.span.stop)
        named = match and persons.get(Span(match.start(1), match.end(1)))
        if match and named:
            said = trimmed(text, match.end(), block.span.stop)
            if len(said.of(text).split()) >= 3:
                found.append((named, Passage((said,), (said,), marked=False, speaker=named.span)))
    names = Counter(m.name for m, _ in found)
    named_turns = [p for m, p in found if len(found) > 1 and (names[m.name] > 1 or len(names) > 1)]
    spans = [block.span for block in blocks]
    labelled = list(_labelled(text, spans, list(persons.values())))
    people = list(persons.values())
    return named_turns or labelled or list(_answers(text, spans, people)) or list(_bare(text, spans, people))


def _labelled(text: str, spans: list[Span], persons: list[Mention]) -> Iterator[Passage]:
    """What stands after a dash below a line of its own with a name and a post, as it is spoken on the air."""
    named = {m.span.start: m for m in persons}
    for label, reply in pairwise(spans):
        dash, who = _DASHED.match(text, reply.start, reply.stop), named.get(label.start)
        if dash is None or who is None or reply.of(text)[-1:] not in ".!?…" or not text[dash.end()].isupper():
            continue
        post = _POST.fullmatch(text, who.span.stop, label.stop)
        if post and len(label.of(text).split()) <= _LABEL:
            yield Passage((trimmed(text, dash.end(), reply.stop),), (reply,), marked=False, speaker=who.span)


def _answers(text: str, spans: list[Span], persons: list[Mention]) -> Iterator[Passage]:
    """The answers in a run of paragraphs that begin with a dash, of the one person it is a talk with."""
    dashes = {n: dash.end() for n, span in enumerate(spans) if (dash := _DASHED.match(text, span.start))}
    asked = [n for n in dashes if spans[n].of(text)[-1:] == "?"]
    if sum(n + 1 in dashes and n + 1 not in asked for n in asked) < _ASKED:
        return
    guest = _guest(text, persons, spans, min(dashes))
    if guest is None:
        return
    following = dict(pairwise(dashes))
    for n in _replies(list(dashes), asked):
        last = following.get(n, n + 1)
        more = spans[n + 1 : last] if last in asked else []
        said = (trimmed(text, dashes[n], spans[n].stop), *(trimmed(text, s.start, s.stop) for s in more))
        yield Passage(said, (spans[n], *more), marked=False, speaker=guest.span)


def _bare(text: str, spans: list[Span], persons: list[Mention]) -> Iterator[Passage]:
    """The answers in a talk whose questions and answers have no mark before them."""
    talk = answered(text, spans)
    guest = _guest(text, persons, spans, talk[0][0]) if talk else None
    if guest is None:
        return
    for _, reply in talk:
        outers = tuple(spans[n] for n in reply)
        said = tuple(trimmed(text, one.start, one.stop) for one in outers)
        yield Passage(said, outers, marked=False, speaker=guest.span)


def _replies(dashed: list[int], asked: list[int]) -> Iterator[int]:
    """Those of the numbered paragraphs that answer: who asks and who answers take turns.

    Three in a row without a mark of asking are an answer, something asked without the mark, and its
    answer; of two in a row nobody knows what the second is. A single one before the first question opens.
    """
    if dashed[1:2] == asked[:1]:
        yield dashed[0]
    for n, after in zip(asked, [*asked[1:], dashed[-1] + 1], strict=True):
        run = dashed[bisect_right(dashed, n) : bisect_left(dashed, after)]
        if run[:1] == [n + 1]:
            yield from run[::2] if len(run) % 2 else run[:1]


def _guest(text: str, persons: list[Mention], spans: list[Span], first: int) -> Mention | None:
    """The one person named in the paragraph above the talk, unless that says who asks; else before it.

    A guest is introduced with the whole name: where one is given, half names are of others.
    """
    before = [m for m in persons if m.span.start < spans[first].start]
    above = spans[first - 1] if first else Span(0, 0)
    lead = [m for m in before if m.span in above and not _ASKS.search(above.of(text))]
    for named in (lead, before):
        whole = [m for m in named if " " in m.name] or named
        if len({m.name for m in whole}) == 1:
            return whole[-1]
    return None
