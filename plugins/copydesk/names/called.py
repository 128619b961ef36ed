"""English bodies without a word for a body: by whom they join, the kind of firm before, an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from copydesk.lexicon import words
from copydesk.model import MentionKind
from copydesk.names import evidence
from copydesk.names.collective import is_one
from copydesk.names.evidence import NATION, PEOPLE, Run, is_post, titlecase

_JOINED = re.compile(r"(?!Mc|Mac|Fitz|De|Di|Le|La|Van|Von)[A-Z][a-z]+[A-Z][a-z]+")  # "FairSkies"


def collective(run: Run) -> MentionKind | None:
    """As in "Friends of the Docks", "Transport for Norvik": whom a body joins, or what it is for."""
    return "organisation" if is_one(run.tokens) else None


def called_body(run: Run) -> MentionKind | None:
    """As in "The Islands Grid said": what has an article and speaks under two capitals is no person."""
    speaks_on = run.after in words("en", "saying") and not run.sentence.heading
    fits = run.before == "the" and len(run.words) in (2, 3) and all(titlecase(w) for w in run.words)
    whole = run.start and run.sentence.tokens[run.start - 1].text.lower() == "the" and not run.titled
    return "organisation" if fits and whole and speaks_on and not _somebodys(run.words) else None


def _somebodys(own: Sequence[str]) -> bool:
    """True for a given name inside, a post, a nation or its people last: "the South Africans"."""
    last = own[-1].lower()
    if any(word.lower() in words("en", "given_names") for word in own):
        return True  # "Bishop of the Isles Mark Dunn"
    return (
        is_post(last)
        or bool(PEOPLE.match(last))
        or bool(NATION.match(last))
        or last in words("en", "nations")
    )


def called_firm(run: Run) -> MentionKind | None:
    """As in "budget carrier Skyhop", "FairSkies": behind the kind of firm it is, or a capital inside."""
    kind = run.before in words("en", "firm_kinds") and len(run.words) < 4 and not run.titled
    joined = len(run.words) == 1 and _JOINED.fullmatch(run.words[0]) is not None
    return "organisation" if joined or (kind and not _somebodys(run.words)) else None


RULES: tuple[Callable[[Run], MentionKind | None], ...] = (
    collective,
    called_firm,
    evidence.organisation_word,
    evidence.titled,
    evidence.given_name,
    evidence.abbreviation,
    evidence.speaks,
    evidence.set_off,
    evidence.located,
    called_body,
    evidence.two_capitals,
)
