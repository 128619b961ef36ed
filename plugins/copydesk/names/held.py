"""Posts in an English run of capitals: which words are the post, which its field, which the person."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.lexicon import words
from copydesk.names.evidence import Run, bare, body_inside, capital, is_post
from copydesk.text import Token


def post(run: Run) -> int | None:
    """The place of the last post in a run with one to three words of a person behind it.

    As in "Union Environment Minister Asha Verbova": what stands before names no one else.
    """
    inside = run.sentence.tokens
    last = next((i for i in range(run.stop - 2, run.start - 1, -1) if is_post(inside[i].text.lower())), None)
    if last is None:
        return None
    behind = [t.text for t in inside[last + 1 : run.stop]]
    other = words("en", "place_words") | words("en", "organisation_words") | words("en", "not_people")
    person = all(capital(w) and bare(w).lower() not in other for w in behind) and len(behind) < 4
    return last if person else None


def field(run: Run) -> int | None:
    """Where the person begins behind a post and its field: "Minister of Infrastructure Ilya Sand"."""
    inside = run.sentence.tokens
    held = (
        run.start + 1 < run.stop
        and is_post(inside[run.start].text.lower())
        and inside[run.start + 1].text == "of"
    )
    person = (
        held
        and run.stop - run.start >= 5
        and not body_inside([t.text for t in inside[run.stop - 2 : run.stop]])
    )
    return run.stop - 2 if person else None


def home(inside: Sequence[Token], start: int, stop: int) -> int | None:
    """The "of" behind a whole name: "Inspector Asha Verbova of Delhi Police", "Anna Reed of Norvik"."""
    first = next((i for i in range(start, stop) if not is_post(inside[i].text.lower())), stop)
    here = next((i for i in range(first + 2, stop) if inside[i].text == "of"), None)
    given = first + 2 == here and bare(inside[first].text).lower() in words("en", "given_names")
    return here if first > start or given else None


def body_next(run: Run, at: int) -> bool:
    """True for "General Staff", "Governor's Office": the word is of the body's name, no post before one."""
    partly = run.sentence.tokens[at].text.lower() in ("foreign", "prime", "deputy", "acting")
    return not partly and at + 1 < run.stop and body_inside([bare(run.sentence.tokens[at + 1].text)])
