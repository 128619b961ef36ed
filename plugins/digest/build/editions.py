"""Days become editions. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, pairwise

from digest import addresses
from digest.index import Edition, Entry

_LAST = 1 << 30


def editions(entries: Iterable[Entry]) -> list[Edition]:
    """An edition for each day of `entries` (which are newest first), newest first, knowing its neighbours.

    In an edition those that an editor gave a place come first; the others keep their order.
    """
    made = [
        Edition(day, addresses.edition(day), sorted(told, key=lambda entry: entry.order or _LAST))
        for day, told in groupby(entries, key=lambda entry: entry.date)
    ]
    for later, earlier in pairwise(made):
        later.before, earlier.after = earlier, later
    return made
