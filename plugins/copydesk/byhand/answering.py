"""An editor's answer to a suggestion, as changed files and a remembered decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from copydesk.byhand.decisions import Decision, Kind, Verdict
from copydesk.byhand.merging import merged, order, parted
from copydesk.byhand.register import Change, Register, counted, path_of, title_of
from copydesk.byhand.suggestions import Suggestion
from copydesk.frontmatter.writing import revise
from copydesk.messages import say
from copydesk.writer import RefusedError

_STATUS = {"accepted": "confirmed", "rejected": "hidden"}
_SHORT: dict[str, Verdict] = {
    "y": "accepted",
    "n": "rejected",
    "s": "same as",
    "d": "different from",
    "u": "unsure",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an editor says; `other` where it is about two."""

    verdict: Verdict
    other: str = ""
    why: str = ""


def answered(register: Register, kind: Kind, slug: str, answer: Answer, today: date, who: str = "") -> Change:
    """The files that the answer changes, the decision among them. RefusedError where it cannot be."""
    page = register.page(kind, slug)
    if answer.verdict == "same as":
        return merged(register, kind, slug, answer.other, today, who, answer.why)
    if answer.verdict == "different from":
        return parted(register, kind, slug, answer.other, today, who, answer.why)
    if answer.other:
        register.page(kind, answer.other)
    change, seen = Change(), len(register.naming(kind, slug))
    if answer.verdict in _STATUS:
        if page.meta.same_as:
            says = "{slug} is the same as {other}; decide on that one"
            raise RefusedError(say(says, slug=slug, other=page.meta.same_as))
        raw = register.raw(kind, slug)
        text = revise(raw, {"status": _STATUS[answer.verdict]}, order(kind))
        change.files[path_of(kind, slug)] = (raw, text)
        status = say(_STATUS[answer.verdict])
        change.told.append(
            say("“{title}” ({slug}) is {status}", title=title_of(page), slug=slug, status=status)
        )
        return register.remembered(
            change, Decision(today, kind, slug, answer.verdict, who=who, why=answer.why)
        )
    says = "“{title}” ({slug}) waits until more than {entries} name it"
    change.told.append(say(says, title=title_of(page), slug=slug, entries=counted(seen)))
    return register.remembered(
        change, Decision(today, kind, slug, answer.verdict, answer.other, seen, who, answer.why)
    )


def understood(words: str, asked: Suggestion) -> Answer | None:
    """The answer that `s wang-yi | why`, `y`, `d 2` means; None for words that mean none.

    A number stands for the page that the suggestion lists under it.
    """
    short, _, why = (part.strip() for part in words.partition("|"))
    letter, *rest = short.split() or [""]
    verdict = _SHORT.get(letter.lower())
    if verdict is None or len(rest) > 1 or bool(rest) < (verdict in ("same as", "different from")):
        return None
    other = rest[0] if rest else ""
    if other.isdecimal() and 0 < int(other) <= len(asked.like):
        other = asked.like[int(other) - 1].slug
    if other and verdict in _STATUS:
        return None
    return Answer("unsure about" if other and verdict == "unsure" else verdict, other, why)
