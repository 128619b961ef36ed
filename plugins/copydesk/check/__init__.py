"""Everything in `content/` and `seeds/` validated; every finding says where, what, and what to do."""

from __future__ import annotations

from pathlib import Path

from copydesk.check import entries, pages, seedfiles
from copydesk.check.shelves import Shelves
from copydesk.model import Problem

__all__ = ["RULES", "check"]

# Each looks at the whole and yields what it finds.
RULES = (
    entries.addresses,
    entries.known_slugs,
    entries.quotations,
    entries.days,
    entries.drafts,
    pages.slugs,
    pages.references,
    pages.cycles,
    pages.unused,
    pages.near_names,
    seedfiles.missing,
    seedfiles.changed,
    seedfiles.twice,
    seedfiles.twins,
)


def check(project: Path) -> list[Problem]:
    """All problems of a project, sorted by place. Nothing is written."""
    shelves = Shelves(project)
    found = list(shelves.problems)
    for rule in RULES:
        found += rule(shelves)
    return sorted(dict.fromkeys(found), key=lambda p: (p.path, p.line, p.column, p.rule, p.message))
