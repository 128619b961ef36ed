"""The commands on who is who: merge, rename, split; and how a change of theirs is carried out."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.commands.telling import refused, waiting
from copydesk.messages import chosen, say, spoken

if TYPE_CHECKING:
    from copydesk.byhand.register import Change, Register


def merge(given: argparse.Namespace, project: Path) -> int:
    """One actor or event is another."""
    from copydesk.byhand.merging import merged

    def change(register: Register) -> Change:
        return merged(register, given.kind, given.one, given.other, date.today(), given.who, given.why)

    return carry_out(given, project, change)


def rename(given: argparse.Namespace, project: Path) -> int:
    """Another slug, everywhere."""
    from copydesk.byhand.renaming import renamed

    def change(register: Register) -> Change:
        return renamed(register, *register.meant(given.one), given.new)

    return carry_out(given, project, change)


def split(given: argparse.Namespace, project: Path) -> int:
    """One actor or event is two."""
    from copydesk.byhand import splitting

    def change(register: Register) -> Change:
        kind, slug = register.meant(given.one)
        signed = (given.name, given.who, given.why)
        return splitting.split(register, kind, slug, given.new, given.entries, date.today(), *signed)

    return carry_out(given, project, change)


def carry_out(given: argparse.Namespace, project: Path, change: Callable[[Register], Change]) -> int:
    """Work a change out and write its files, while no conversion runs; the exit code."""
    from copydesk.byhand.register import Register

    with alone(project):
        return put(given, Register(project), change)


def put(given: argparse.Namespace, register: Register, change: Callable[[Register], Change]) -> int:
    """Write the files of a change (not with `--dry-run`). The exit code: 1 where it was refused."""
    from copydesk import writer

    try:
        made = change(register)
        for path, (before, after) in made.files.items() if not given.dry_run else ():
            writer.write(register.shelf.project, path, after, before)
    except (writer.RefusedError, ValueError, OSError) as error:
        refused(given.command, error)
        return 1
    if not given.dry_run:
        register.reread(made.files)
    print("\n".join(spoken(line, chosen()) for line in made.told))
    for path in made.files:
        print(spoken(say("would write {path}", path=path), chosen()) if given.dry_run else path)
    return 0


def alone(project: Path) -> AbstractContextManager[None]:
    """While this lasts no conversion of the project runs."""
    from copydesk.lock import held

    return held(project / "seeds", waiting) if (project / "seeds").is_dir() else nullcontext()
