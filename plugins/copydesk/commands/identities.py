"""The commands on who is who: merge, rename."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.commands.telling import waiting

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


def carry_out(given: argparse.Namespace, project: Path, change: Callable[[Register], Change]) -> int:
    """Work a change out and write its files (not with `--dry-run`). The exit code: 1 where it was refused."""
    from copydesk import writer
    from copydesk.byhand.register import Register
    from copydesk.lock import held

    seeds = project / "seeds"
    with held(seeds, waiting) if seeds.is_dir() else nullcontext():
        try:
            made = change(Register(project))
            for path, (before, after) in made.files.items() if not given.dry_run else ():
                writer.write(project, path, after, before)
        except (writer.RefusedError, ValueError, OSError) as error:
            print(f"copydesk {given.command}: {error}", file=sys.stderr)
            return 1
    print("\n".join(made.told))
    for path in made.files:
        print(f"would write {path}" if given.dry_run else path)
    return 0
