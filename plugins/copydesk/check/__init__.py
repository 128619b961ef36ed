"""Everything in `content/` and `seeds/` validated; every finding says where, what, and what to do.

The one set of rules: the command `check` prints what it finds, the build the same, word for word.
"""

from __future__ import annotations

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
    naming,
    pages,
    seedfiles,
)
from copydesk.check.shelves import Shelves
from copydesk.model import Problem

__all__ = ["RULES", "Shelves", "check", "found"]

# Each looks at the whole and yields what it finds.
RULES = (
    naming.version,
    naming.names,
    fences.early,
    naming.addresses,
    naming.closed,
    naming.strays,
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
    alike.mixed,
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
    """All problems of what was read, sorted by place."""
    problems = [*shelves.problems, *(problem for rule in RULES for problem in rule(shelves))]
    return sorted(dict.fromkeys(problems), key=lambda p: (p.path, p.line, p.column, p.rule, p.message))
