"""Editors' decisions as lines of `content/decisions.txt`: a day, what was decided, who, why.

2024-07-04 actor van-yi same as wang-yi | Олена | one minister in two spellings
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from copydesk.frontmatter.complaints import nearest
from copydesk.messages import say
from copydesk.model import Problem

PATH = "content/decisions.txt"
Kind = Literal["actor", "event"]
KINDS: tuple[Kind, ...] = ("actor", "event")
Verdict = Literal["accepted", "rejected", "same as", "different from", "unsure", "unsure about"]
VERDICTS: tuple[Verdict, ...] = (
    "accepted",
    "rejected",
    "same as",
    "different from",
    "unsure",
    "unsure about",
)
_HEAD = """\
# Decisions on actors and events, one a line, the newest last: who decided, and why, is remembered here.
# DAY actor|event SLUG, then accepted, rejected, unsure, same as SLUG, different from SLUG or
# unsure about SLUG, then | who | why where you like. What holds stands in the files themselves.
"""
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LINE = re.compile(
    rf"(?P<day>\d{{4}}-\d\d-\d\d) +(?P<kind>actor|event) +(?P<slug>{_SLUG}) +"
    r"(?:(?P<alone>accepted|rejected|unsure)|(?P<pair>same as|different from|unsure about) +"
    rf"(?P<other>{_SLUG}))"
    r"(?: +seen in (?P<seen>\d+))?"
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `other` is empty where it concerns one alone; `seen`: how many entries were known then.

    `line` is its line in the file, from 1.
    """

    day: dt.date
    kind: Kind
    slug: str
    verdict: Verdict
    other: str = ""
    seen: int | None = None
    who: str = ""
    why: str = ""
    line: int = 0

    @property
    def about(self) -> tuple[str, frozenset[str]]:
        """What it is about: a later decision about the same takes its place."""
        return self.kind, frozenset(filter(None, (self.slug, self.other)))

    def __str__(self) -> str:
        """The line of the file."""
        words = [str(self.day), self.kind, self.slug, self.verdict, self.other]
        words += [f"seen in {self.seen}"] if self.seen is not None else []
        who, why = _tidy(self.who).replace("|", "/"), _tidy(self.why)
        told = f" | {who} | {why}" if why else f" | {who}" if who else ""
        return " ".join(filter(None, words)) + told.replace(" |  |", " | |")


def text(project: Path) -> str | None:
    """The exact text of the project's file, None where there is none."""
    path = project / PATH
    if not path.is_file() or path.is_symlink():
        return None
    return path.read_bytes().decode("utf-8", "replace")


def read(text: str) -> tuple[list[Decision], list[Problem]]:
    """The decisions of the file in its order, and a problem for each line that is none."""
    found: list[Decision] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        decision = _decision(line, number)
        if isinstance(decision, Problem):
            problems.append(decision)
        else:
            found.append(decision)
    return found, problems


def latest(decisions: list[Decision]) -> list[Decision]:
    """The decisions that no later line takes back, in their order."""
    last = {decision.about: decision for decision in decisions}
    return [decision for decision in decisions if last[decision.about] is decision]


def added(text: str | None, decision: Decision) -> str:
    """The file with one more line; None begins it."""
    before = _HEAD if text is None else text
    newline = "\r\n" if "\r\n" in before else "\n"
    return before + (newline if before and not before.endswith("\n") else "") + f"{decision}{newline}"


def _decision(line: str, number: int) -> Decision | Problem:
    head, *told = (part.strip() for part in line.split("|", 2))
    found = _LINE.fullmatch(head)
    if found is None:
        close = nearest(head.split(" ", 3)[-1].rsplit(" ", 1)[0], VERDICTS)
        example = "2024-07-04 actor van-yi same as wang-yi | who | why"
        fix = say("write it like: {example}", example=example)
        if close:
            fix = say("did you mean “{close}”? {then}", close=close, then=fix)
        return Problem("decision", PATH, say("“{words}” is no decision", words=head[:80]), fix, number, 1)
    try:
        day = dt.date.fromisoformat(found["day"])
    except ValueError:
        message = say("{value} is not a day of the calendar", value=found["day"])
        return Problem("decision", PATH, message, "write a day that exists", number, 1)
    kind: Kind = "actor" if found["kind"] == "actor" else "event"
    verdict = next(v for v in VERDICTS if v == (found["alone"] or found["pair"]))
    seen = int(found["seen"]) if found["seen"] else None
    who, why = [*told, "", ""][:2]
    return Decision(day, kind, found["slug"], verdict, found["other"] or "", seen, who, why, number)


def _tidy(words: str) -> str:
    return " ".join(words.split())
