"""Everything in `content/` and `seeds/` validated; every finding says where, what, and what to do.

The one set of rules: the command `check` prints what it finds, the build the same, word for word.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from copydesk.check import (
    alike,
    curating,
    days,
    duplicates,
    entries,
    fences,
    identities,
    links,
    lookalikes,
    naming,
    pages,
    seedfiles,
)
from copydesk.check.shelves import Shelves
from copydesk.messages import say
from copydesk.model import Problem

__all__ = ["RULES", "Shelves", "check", "found"]

TOLD_OF_A_FILE = 50

# Each looks at the whole and yields what it finds.
RULES = (
    naming.version,
    naming.names,
    fences.early,
    naming.addresses,
    naming.closed,
    naming.strays,
    naming.misnamed,
    naming.beside,
    entries.known_slugs,
    entries.speakers,
    entries.quotations,
    entries.drafts,
    entries.redirects,
    curating.leads,
    curating.translations,
    pages.references,
    pages.cycles,
    pages.unused,
    pages.outlets,
    alike.near_names,
    lookalikes.mixed,
    lookalikes.same_look,
    days.entries,
    days.actors,
    days.events,
    links.bodies,
    duplicates.listed,
    duplicates.said,
    duplicates.reports,
    identities.contradicting,
    identities.unfollowed,
    seedfiles.missing,
    seedfiles.changed,
    seedfiles.twice,
    seedfiles.twins,
    seedfiles.unusable,
)


def check(project: Path) -> list[Problem]:
    """All problems of a project, sorted by place. Nothing is written."""
    return found(Shelves(project))


def found(shelves: Shelves) -> list[Problem]:
    """All problems of what was read, sorted by place; of one file the first, the gravest among them."""
    problems = [*shelves.problems, *(problem for rule in RULES for problem in rule(shelves))]
    ordered = sorted(dict.fromkeys(problems), key=lambda p: (p.path, p.line, p.column, p.rule, p.message))
    return [told for _, group in groupby(ordered, key=lambda p: p.path) for told in _bounded(list(group))]


def _bounded(problems: list[Problem]) -> list[Problem]:
    """The problems of one file, and how many more there are: thousands would hide those of others."""
    if len(problems) <= TOLD_OF_A_FILE:
        return problems
    kept = sorted(problems, key=lambda p: p.severity != "error")[:TOLD_OF_A_FILE]
    rest, last = len(problems) - TOLD_OF_A_FILE, problems[-1]
    more = say("and {count} more problems in this file", count=rest)
    fix = "mend those above first, then check again"
    end = Problem("more", last.path, more, fix, last.line, last.column, kept[0].severity)
    return [problem for problem in problems if problem in kept] + [end]
