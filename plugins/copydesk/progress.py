"""How far long work is: a bar on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

# From so many seeds on, work is long enough to say in a log how far it is.
LONG = 20
# Of a stream without an end it is said each time so many texts are done.
STEP = 1_000


@contextmanager
def shown() -> Iterator[Callable[[int, int, str], None]]:
    """A callback `(done, total, name)` to tell of each step."""
    if not sys.stderr.isatty():
        yield _logged
        return
    bars: list[Any] = []

    def show(done: int, total: int, name: str) -> None:
        if not bars:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                TextColumn("{task.fields[name]}"),
            )
            bars.append(Progress(*columns, console=Console(stderr=True), transient=True))
            bars[0].start()
            bars.append(bars[0].add_task("", total=total, name=name))
        bars[0].update(bars[1], completed=done, total=total, name=name)

    try:
        yield show
    finally:
        if bars:
            bars[0].stop()


def counted(done: int) -> None:
    """Say on a terminal and in a log how many texts of a stream are done, now and then."""
    if done % STEP == 0:
        print(f"{done:,} texts", file=sys.stderr)


def _logged(done: int, total: int, name: str) -> None:
    if total >= LONG and done and done % max(1, total // 10) == 0:
        print(f"{done} of {total} seeds", file=sys.stderr)
