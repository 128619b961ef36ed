"""The readable seeds of a batch that repeat no other seed."""

from __future__ import annotations

from collections.abc import Collection

from copydesk.convert import cards
from copydesk.convert.catalogue import Catalogue
from copydesk.convert.refusals import twin
from copydesk.convert.report import Report
from copydesk.convert.run import Batch, read
from copydesk.convert.shelf import Shelf
from copydesk.convert.twins import Sketch, Twins, marks, sketch
from copydesk.model import Seed


def fresh(shelf: Shelf, catalogue: Catalogue, batch: Batch, report: Report) -> dict[str, Seed]:
    """The seeds by name in the order of the alphabet; what is wrong with the others is reported."""
    seeds = ((name, read(shelf, name, report)) for name in batch.names)
    found = {name: seed for name, seed in seeds if seed}
    new = sorted(found.keys() - batch.filed.keys())
    if not new:
        return found
    known = _Known(shelf, catalogue, batch.filed.keys() - set(batch.names))
    twins = Twins(known.marked, known.sketched)
    for name in found.keys() & batch.filed.keys():
        twins.add(name, found[name].text)
    for name in new:
        other = twins.find(found[name].text)
        if other is not None:
            report.problems.append(twin(name, other))
            del found[name]
        else:
            twins.add(name, found[name].text)
    return {name: found[name] for name in sorted(found)}


class _Known:
    """The texts that have an entry and are not read in this run, by their marks in the catalogue."""

    def __init__(self, shelf: Shelf, catalogue: Catalogue, names: Collection[str]) -> None:
        self._shelf, self._catalogue, self._names = shelf, catalogue, names
        for path, taken in catalogue.facts("seeds").items():
            if not taken and path.removeprefix("seeds/") in names:
                catalogue.put("seeds", path, cards.marked(marks(self.sketched(path.removeprefix("seeds/")))))

    def marked(self, mark: int) -> list[str]:
        """Those with this mark."""
        having = self._catalogue.having(f"{cards.MARK}{mark}")
        return [name for path in having if (name := path.removeprefix("seeds/")) in self._names]

    def sketched(self, name: str) -> Sketch:
        """The sketch of one; of an unreadable one nothing."""
        seed = read(self._shelf, name, Report())
        return sketch(seed.text) if seed else frozenset()
