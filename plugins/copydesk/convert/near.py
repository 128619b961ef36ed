"""The entries that may tell of one event with new reports: those most like each, found by the catalogue."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from copydesk.convert.catalogue import Catalogue
from copydesk.convert.happenings import Told
from copydesk.convert.shelf import Shelf
from copydesk.events.blocks import likest
from copydesk.frontmatter import Document, Entry


def near(
    shelf: Shelf, catalogue: Catalogue, mine: frozenset[str], reports: Iterable[Told]
) -> dict[str, Document[Entry]]:
    """The entries by path, but none of `mine`: no other is read."""
    if not catalogue.checksums("entries").keys() - mine:
        return {}
    others = _Others(catalogue, mine)
    paths = sorted({path for report in reports for path in likest(report.blocks, others)})
    found = ((path, shelf.document(path, Entry)) for path in paths)
    return {path: document for path, document in found if document}


@dataclass(frozen=True, slots=True)
class _Others:
    """The catalogue's entries but some."""

    catalogue: Catalogue
    left_out: frozenset[str]

    def texts(self, key: str, around: frozenset[int] | None) -> Collection[str]:
        """See `events.blocks`."""
        return frozenset(self.catalogue.texts(key, around)) - self.left_out
