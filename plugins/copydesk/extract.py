"""JSON lines in, JSON lines out: the whole pipeline over any corpus, no files touched.

One actor index and one event index are kept over the stream. Offsets are code points of the
line's own `text`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Any, TextIO

from copydesk import seeds
from copydesk.actors import Gazetteer, Linker
from copydesk.edit import draft, event_trace, linked, prominence
from copydesk.events import Grouper, Trace
from copydesk.messages import say
from copydesk.model import LANGS, DateGuess, Draft, Facts, Mention, Quotation, Span
from copydesk.seeds import too_much
from copydesk.workers import Executor, Here, Lost

Line = dict[str, Any]

LINE_LIMIT = 4_000_000  # characters of JSON: the longest text with each character written as an escape, twice


class BadLineError(ValueError):
    """A line of input that cannot be read: the message says which and why."""


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
        given = _parse(number, line)
        seed = seeds.from_text(str(given["id"]), given["text"], _facts(number, given))
        made = draft(seed, self.gazetteer)
        return Read(given["id"], made, event_trace(made, str(given["id"])))


def bounded(stream: TextIO) -> Iterator[str]:
    """The lines of a stream, none read further than `LINE_LIMIT` characters; BadLineError beyond."""
    for number in count(1):
        line = stream.readline(LINE_LIMIT + 1)
        if len(line) > LINE_LIMIT:
            says = "line {number} is longer than {most} characters; give one article a line"
            raise BadLineError(say(says, number=number, most=f"{LINE_LIMIT:,}"))
        if not line:
            return
        yield line


def _parse(number: int, line: str) -> Line:
    try:
        given = json.loads(line)
    except json.JSONDecodeError as error:
        says = "line {number} is not JSON ({reason} at column {column})"
        raise BadLineError(say(says, number=number, reason=error.msg, column=error.colno)) from None
    except RecursionError:
        raise BadLineError(say("line {number} nests deeper than any article", number=number)) from None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise BadLineError(say('line {number} is not an object with a string under "text"', number=number))
    if much := too_much(given["text"]):
        says = "line {number}: {message}; give one article a line"
        raise BadLineError(say(says, number=number, message=much))
    given.setdefault("id", number)
    return given


def _facts(number: int, given: Line) -> Facts:
    fetched = given.get("fetched")
    try:
        day = date.fromisoformat(fetched) if fetched else None
    except (TypeError, ValueError):
        says = "line {number}: fetched {value} is not a day like 2024-04-09"
        raise BadLineError(say(says, number=number, value=repr(fetched)[:40])) from None
    lang = given.get("lang")
    return Facts(
        title=given.get("title") or None,
        url=given.get("url") or None,
        fetched=day,
        lang=lang if lang in LANGS else None,
    )


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
