"""The command `migrate`: content of an older form brought to the present one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from copydesk.commands.telling import refused
from copydesk.messages import chosen, say, spoken


def migrate(given: argparse.Namespace, project: Path) -> int:
    """Each file that changes and what is done to it; the version of the content. `--dry-run` only tells."""
    from copydesk import writer
    from copydesk.commands.identities import alone
    from copydesk.convert.shelf import Shelf
    from copydesk.frontmatter.migrating import PATH, VERSION, migrated, version, versioned

    shelf = Shelf(project)
    try:
        noted = shelf.text(PATH) if (project / PATH).is_file() else None
        since = version(noted)
        if since > VERSION:
            raise ValueError(say("{path} is of a newer program; update this one", path=PATH))
        with alone(project):
            for kind in ("entries", "actors", "events", "outlets", "pages"):
                for path in shelf.files(kind):
                    before = shelf.text(path)
                    after, done = migrated(kind, before, since, given.lang)
                    for does in done:
                        print(f"{path}: {spoken(does, chosen())}")
                    if done and not given.dry_run:
                        writer.write(project, path, after, before)
            if not given.dry_run and since != VERSION:
                writer.write(project, PATH, versioned(), noted)
    except (writer.RefusedError, ValueError, OSError) as error:
        refused("migrate", error)
        return 1
    says = "the content is of version {since}, the program of version {now}"
    print(spoken(say(says, since=since, now=VERSION), chosen()), file=sys.stderr)
    return 0
