"""JSON lines in, JSON lines out: the whole pipeline over any corpus, no files touched.

One actor index and one event index are kept over the stream. Offsets are code points of the
line's own `text`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from copydesk import seeds
from copydesk.actors import Gazetteer, Linker
from copydesk.edit import draft, event_trace, linked, prominence
from copydesk.events import Grouper, Trace
from copydesk.lines import Line, facts_of, parsed
from copydesk.messages import say
from copydesk.model import DateGuess, Draft, Mention, Quotation, Span
from copydesk.workers import Executor, Here, Lost


class LostLinesError(Exception):
    """Lines that end whoever reads them, by number; all others were read."""


def extract(
    lines: Iterable[str],
    gazetteer: Gazetteer,
    executor: Executor | None = None,
    progress: Callable[[int], object] = lambda done: None,
) -> Iterator[Line]:
    """What was found in each input line, in order; `executor` reads the texts (else this process does).

    Texts are read one by one, in any order; people are linked and reports grouped in the order of the lines.
    `progress` is told how many lines are done.

    Raises:
        BadLineError: a line is not a JSON object with a string `text`.
        LostLinesError: after all others were given, where there were some.
    """
    linker, grouper, lost = Linker(gazetteer), Grouper(), list[str]()
    given = ((str(number), (number, line)) for number, line in enumerate(lines, 1) if line.strip())
    for done, (number, read) in enumerate((executor or Here()).map(Reading(gazetteer), given), 1):
        if isinstance(read, Lost):
            lost.append(number)
            continue
        made = linked(read.draft, linker)
        event = grouper.add(replace(read.trace, actors=prominence(made))).event
        yield {"id": read.id, **_fields(made), "event": event}
        progress(done)
    if lost:
        says = "lines {numbers} ended whoever read them; the others were read"
        raise LostLinesError(say(says, numbers=", ".join(lost)))


@dataclass(frozen=True, slots=True)
class Read:
    """A line that was read: its draft and trace, of which the people have no pages yet."""

    id: Any
    draft: Draft
    trace: Trace


@dataclass(frozen=True, slots=True)
class Reading:
    """A numbered line to what was read of it: nothing here hangs on other lines."""

    gazetteer: Gazetteer

    def __call__(self, numbered: tuple[int, str]) -> Read:
        """What was read; BadLineError as `extract` tells."""
        number, line = numbered
        given = parsed(number, line)
        seed = seeds.from_text(str(given["id"]), given["text"], facts_of(number, given))
        made = draft(seed, self.gazetteer)
        return Read(given["id"], made, event_trace(made, str(given["id"])))


def _fields(made: Draft) -> Line:
    dispatch = made.dispatch
    return {
        "lang": dispatch.lang,
        "title": dispatch.headline.value if dispatch.headline else None,
        "outlet": dispatch.outlet.value if dispatch.outlet else None,
        "byline": dispatch.byline.value if dispatch.byline else None,
        "published": _day(made.published),
        "happened": _day(made.happened),
        "blocks": [{**_offsets(block.span), "role": block.role} for block in dispatch.blocks],
        "removed": [{**_offsets(removal.span), "rule": removal.rule} for removal in dispatch.removed],
        "teaser": _offsets(made.teaser) if made.teaser else None,
        "summary": [_offsets(span) for span in made.summary],
        "quotations": [_quotation(q, made) for q in made.quotations if q.kind != "indirect"],
        "indirect": [_quotation(q, made) for q in made.quotations if q.kind == "indirect"],
        "mentions": [_mention(mention) for mention in made.mentions],
    }


def _offsets(span: Span) -> Line:
    return {"start": span.start, "end": span.stop}


def _day(guess: DateGuess | None) -> Line | None:
    if guess is None:
        return None
    shown = guess.date.isoformat()[: {"day": 10, "month": 7, "year": 4}[guess.precision]]
    found: Line = {
        "date": shown,
        "precision": guess.precision,
        "evidence": guess.evidence,
        "rule": guess.rule,
    }
    if guess.until:
        found["until"] = guess.until.isoformat()
    return found


def _quotation(quotation: Quotation, made: Draft) -> Line:
    return {
        "spans": _joined(quotation.spans, made.dispatch.text),
        "speaker": quotation.speaker,
        "actor": quotation.actor,
        "cue": quotation.cue.of(made.dispatch.text) if quotation.cue else None,
        "kind": quotation.kind,
        "resolved": quotation.resolved,
        "rule": quotation.rule,
        "confidence": round(quotation.confidence, 2),
    }


def _joined(spans: tuple[Span, ...], text: str) -> list[list[int]]:
    """The offsets of the pieces; two with nothing but white space between them are one."""
    found: list[list[int]] = []
    for span in spans:
        if found and not text[found[-1][1] : span.start].strip():
            found[-1][1] = span.stop
        else:
            found.append([span.start, span.stop])
    return found


def _mention(mention: Mention) -> Line:
    return {
        **_offsets(mention.span),
        "kind": mention.kind,
        "name": mention.name,
        "actor": mention.actor,
        **({"figurative": True} if mention.figurative else {}),
    }
