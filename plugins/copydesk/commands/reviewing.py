"""The command `review`: suggestions shown, answers taken from a terminal or from options."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.commands.identities import alone, carry_out, put
from copydesk.commands.telling import refused
from copydesk.messages import chosen, say, spoken

if TYPE_CHECKING:
    from copydesk.byhand.answering import Answer
    from copydesk.byhand.register import Change, Register
    from copydesk.byhand.suggestions import Suggestion

_ASK = say("[y]es, [n]o, [s]ame as SLUG, [d]ifferent from SLUG, [u]nsure, Enter: later, [q]uit; then | why: ")

_HOW = say("write y, n, u or q; or s and a slug, as: s wang-yi | one minister in two spellings")


def review(given: argparse.Namespace, project: Path) -> int:
    """Suggestions decided on, or listed."""
    answer = _answer(given)
    if answer is not None and not given.slug:
        refused("review", ValueError(say("say which: review SLUG --accept")))
        return 2
    if answer is not None:
        return carry_out(given, project, lambda register: _change(register, given, answer))
    return _looked_through(given, project)


def _answer(given: argparse.Namespace) -> Answer | None:
    from copydesk.byhand.answering import Answer

    if given.accept or given.reject:
        return Answer("accepted" if given.accept else "rejected", why=given.why)
    if given.unsure is not None:
        return Answer("unsure about" if given.unsure else "unsure", given.unsure, given.why)
    if given.same_as:
        return Answer("same as", given.same_as, given.why)
    if given.different_from:
        return Answer("different from", given.different_from, given.why)
    return None


def _change(register: Register, given: argparse.Namespace, answer: Answer) -> Change:
    from copydesk.byhand.answering import answered

    return answered(register, *register.meant(given.slug), answer, date.today(), given.who)


def _looked_through(given: argparse.Namespace, project: Path) -> int:
    from copydesk.byhand.register import Register
    from copydesk.byhand.suggestions import suggestion, waiting
    from copydesk.writer import RefusedError

    register = Register(project)
    try:
        found = [suggestion(register, *register.meant(given.slug))] if given.slug else waiting(register)
    except RefusedError as error:
        refused("review", error)
        return 1
    if given.list or given.dry_run or not sys.stdin.isatty():
        print("\n\n".join(one.told(chosen()) for one in found))
        print(spoken(say("{count} suggested", count=len(found)), chosen()), file=sys.stderr)
        return 0
    with alone(project):
        for asked in found:
            if not _asked(register, asked, given):
                break
    return 0


def _asked(register: Register, asked: Suggestion, given: argparse.Namespace) -> bool:
    """Ask until this suggestion is decided on or left for later; False where the editor leaves."""
    from copydesk.byhand.answering import answered, understood

    print(f"\n{asked.told(chosen())}")
    while True:
        try:
            words = input(spoken(_ASK, chosen())).strip()
        except EOFError:
            return False
        if words in ("", "q"):
            return not words
        answer = understood(words, asked)
        if answer is None:
            print(spoken(_HOW, chosen()))
            continue
        change = partial(
            answered, kind=asked.kind, slug=asked.slug, answer=answer, today=date.today(), who=given.who
        )
        if put(given, register, change) == 0 and answer.verdict != "different from":
            return True
