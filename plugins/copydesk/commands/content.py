"""The commands on content: check it, begin a file of it, begin a digest."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from datetime import date
from pathlib import Path

from copydesk.commands.telling import refused
from copydesk.messages import chosen, say, spoken


def check(given: argparse.Namespace, project: Path) -> int:
    """Everything that is wrong."""
    from copydesk import check as checking
    from copydesk.check.formats import shown
    from copydesk.check.waiting import waiting

    if given.fix and not _mend(given, project):
        return 1
    shelves = checking.Shelves(project)
    problems, lang = checking.found(shelves), chosen()
    if problems or given.format == "json":
        print(shown(problems, given.format, lang))
    if given.format == "text" and os.environ.get("GITHUB_ACTIONS") == "true":
        print(shown(problems, "github", lang))
    for one in waiting(shelves.entries, date.today()):
        print(spoken(one.told, chosen()), file=sys.stderr)
    errors = sum(p.severity == "error" for p in problems)
    counted = say("errors: {errors}, warnings: {warnings}", errors=errors, warnings=len(problems) - errors)
    print(spoken(counted, lang), file=sys.stderr)
    return 1 if errors else 0


def _mend(given: argparse.Namespace, project: Path) -> bool:
    """Mend what is certain, and say what was done; False where a file could not be written."""
    from copydesk import writer
    from copydesk.check.mending import mended
    from copydesk.commands.identities import alone
    from copydesk.convert.shelf import Shelf
    from copydesk.frontmatter import KINDS

    shelf = Shelf(project)
    with alone(project):
        for kind, model in KINDS.items():
            for path in shelf.files(kind):
                before = shelf.text(path)
                after, done = mended(before, model)
                try:
                    if done:
                        writer.write(project, path, after, before)
                except (writer.RefusedError, OSError) as error:
                    refused("check", error)
                    return False
                for mend in done:
                    told = f"{path}:{mend.line}: {spoken(mend.does, chosen())}"
                    print(told, file=sys.stdout if given.format == "text" else sys.stderr)
    return True


def init(given: argparse.Namespace, project: Path) -> int:
    """A digest begun."""
    from copydesk import starter
    from copydesk.writer import RefusedError

    try:
        starter.begin(project / given.folder, given.name, given.lang)
    except (RefusedError, OSError) as error:
        refused("init", error)
        return 1
    look = f"cd {shlex.quote(str(given.folder))} && make serve"
    made = say("The digest is in {folder}. Look at it with: {command}", folder=given.folder, command=look)
    print(spoken(made, chosen()))
    return 0
