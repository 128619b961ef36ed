"""Days become editions. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, pairwise

from digest import addresses
from digest.index import Edition, Entry


def editions(entries: Iterable[Entry]) -> list[Edition]:
    """An edition for each day of `entries` (which are newest first), newest first, knowing its neighbours."""
    made = [
        Edition(day, addresses.edition(day), list(told))
        for day, told in groupby(entries, key=lambda entry: entry.date)
    ]
    for later, earlier in pairwise(made):
        later.before, earlier.after = earlier, later
    return made
