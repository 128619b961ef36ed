"""The commands by which editors decide who is who, and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from copydesk.commands import identities, reviewing
from copydesk.messages import say

Run = Callable[[argparse.Namespace, Path], int]
Add = Callable[[str, Run, str], argparse.ArgumentParser]


def options(add: Add) -> None:
    """merge, rename, split, review."""
    for kind, about in (
        ("actor", say("say that one actor is another")),
        ("event", say("say that one event is another")),
    ):
        merge = add(f"merge-{kind}s", identities.merge, about)
        merge.add_argument(
            "one", metavar="A", help=say("slug of the one that gives way; links to it keep working")
        )
        merge.add_argument("other", metavar="B", help=say("slug of the one that it is"))
        merge.set_defaults(kind=kind)
        _signed(merge)
    rename = add("rename", identities.rename, say("give an actor or event another slug, everywhere"))
    rename.add_argument(
        "one", metavar="A", help=say("slug of an actor or event (events/SLUG where both have it)")
    )
    rename.add_argument("new", metavar="NEW", help=say("its new slug; the old address leads there"))
    rehearsed(rename)
    split = add(
        "split", identities.split, say("say that what some entries tell of one actor or event is of another")
    )
    split.add_argument("one", metavar="A", help=say("slug of the actor or event that they name"))
    split.add_argument(
        "new", metavar="NEW", help=say("slug of the one they mean; its page is begun if there is none")
    )
    split.add_argument("entries", metavar="ENTRY", nargs="+", help=say("file name of an entry"))
    split.add_argument("--name", default="", help=say("its name or title (default: the same)"))
    _signed(split)
    _review(
        add(
            "review",
            reviewing.review,
            say("look through what was suggested: accept, reject, same as another"),
        )
    )


def _review(review: argparse.ArgumentParser) -> None:
    review.add_argument(
        "slug", nargs="?", help=say("one actor or event alone (default: all that are suggested)")
    )
    review.add_argument("--list", action="store_true", help=say("print the suggestions, ask nothing"))
    answers = review.add_mutually_exclusive_group()
    answers.add_argument("--accept", action="store_true", help=say("it gets its page: status confirmed"))
    answers.add_argument("--reject", action="store_true", help=say("it gets none: status hidden"))
    answers.add_argument("--same-as", metavar="SLUG", help=say("it is this one"))
    answers.add_argument("--different-from", metavar="SLUG", help=say("it is not this one, however alike"))
    answers.add_argument(
        "--unsure",
        nargs="?",
        const="",
        metavar="SLUG",
        help=say("ask again when more is known (whether it is SLUG)"),
    )
    _signed(review)


def _signed(command: argparse.ArgumentParser) -> None:
    command.add_argument("--who", default="", metavar="NAME", help=say("who decides, to be remembered"))
    command.add_argument("--why", default="", metavar="TEXT", help=say("why, to be remembered"))
    rehearsed(command)


def rehearsed(command: argparse.ArgumentParser) -> None:
    """An option of every command that changes files."""
    command.add_argument("--dry-run", action="store_true", help=say("say what would change, write nothing"))
