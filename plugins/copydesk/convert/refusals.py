"""Seeds that get no entry, and why: what a conversion refuses, `check` names with the same words."""

from __future__ import annotations

from copydesk.convert.shelf import IGNORED
from copydesk.language import detect
from copydesk.messages import say
from copydesk.model import Dispatch, Problem

# A text of so many letters tells its language by itself; a shorter one is judged with the page around it.
ENOUGH = 200


def refused(dispatch: Dispatch) -> Problem | None:
    """Why a text gets no entry: another language, no article in it. None for one that does.

    A header `lang: uk` is the word of a person, who knows better.
    """
    return _foreign(dispatch) or _bare(dispatch)


def _bare(dispatch: Dispatch) -> Problem | None:
    if dispatch.blocks:
        return None
    return Problem("article", f"seeds/{dispatch.seed.name}", "no running text was found in it",
                   "paste the whole article, or delete the file", line=dispatch.seed.first_line)  # fmt: skip


def _foreign(dispatch: Dispatch) -> Problem | None:
    if dispatch.seed.facts.lang:
        return None
    text = "\n".join(block.span.of(dispatch.text) for block in dispatch.blocks)
    if sum(letter.isalpha() for letter in text) < ENOUGH:
        text = dispatch.text
    if detect(text) is not None:
        return None
    return Problem(
        "language", f"seeds/{dispatch.seed.name}", "the text is not in Ukrainian, Russian or English",
        "take the file out; if it is in one of them, begin it with the lines ---, lang: uk, ---",
        line=dispatch.seed.first_line,
    )  # fmt: skip


def twin(name: str, other: str) -> Problem:
    """A seed that repeats another."""
    fix = say("delete one of the two, or add a line `{name}` to {path}", name=name, path=IGNORED)
    message = say("the same text as {path}", path=f"seeds/{other}")
    return Problem("twin", f"seeds/{name}", message, fix, line=1)


def lost(name: str) -> Problem:
    """A seed that ends whoever reads it."""
    says = "the process that read it was ended by the system, each time it was tried"
    fix = "look whether there is memory enough, then convert again; if it stays so, report it with the file"
    return Problem("lost", f"seeds/{name}", says, fix, line=1)
