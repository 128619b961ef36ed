"""The command `changes`: what a pull request changes, for the person who decides on it."""

from __future__ import annotations

import argparse
from pathlib import Path

from copydesk.messages import chosen


def changes(given: argparse.Namespace, project: Path) -> int:
    """What changed since another state of the project, as Markdown."""
    from copydesk.byhand.decisions import text
    from copydesk.byhand.register import Register
    from copydesk.byhand.suggestions import waiting
    from copydesk.changes.compare import changed, figures
    from copydesk.changes.telling import Told, told
    from copydesk.check import check

    base: Path = given.base
    found = changed(base, project)
    new = {Path(c.path).stem for c in found if c.kind != "entries" and c.how == "new"}
    said = set((text(base) or "").splitlines())
    decided = [line for line in (text(project) or "").splitlines() if line not in said and line[:1].isdigit()]
    offers = (
        given.offers.read_text(encoding="utf-8").splitlines()
        if given.offers and given.offers.is_file()
        else []
    )
    suggestions = [one for one in waiting(Register(project)) if one.slug in new]
    what = Told(found, suggestions, decided, offers, check(project), figures(base, project))
    print(told(what, chosen()), end="")
    return 0
