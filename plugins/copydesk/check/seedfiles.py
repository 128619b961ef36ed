"""Seeds and the entries that came from them."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.check.shelves import Shelves
from copydesk.convert.refusals import refused, twin
from copydesk.convert.shelf import IGNORED
from copydesk.convert.twins import Twins
from copydesk.faults import fault
from copydesk.frontmatter.complaints import meant
from copydesk.merge import edited
from copydesk.messages import say
from copydesk.model import Problem


def missing(shelves: Shelves) -> Iterator[Problem]:
    """An entry whose seed is gone proves nothing; a line of the ignored seeds may name none."""
    present = frozenset(shelves.shelf.seeds())
    for document in shelves.entries.values():
        record = document.meta.seed
        if record and record.file not in present:
            other = "put the seed back, or take out `seed` if the entry is yours"
            message = say("there is no {path}", path=f"seeds/{record.file}")
            fix = meant(record.file, present, other)
            yield document.problem("seed", ("seed", "file"), message, fix)
    for name in sorted(shelves.shelf.ignored() - present):
        message = say("there is no {path}", path=f"seeds/{name}")
        yield Problem("seed", IGNORED, message, "correct or delete the line", severity="warning")


def changed(shelves: Shelves) -> Iterator[Problem]:
    """A seed whose bytes are not those that were read."""
    for document in shelves.entries.values():
        record = document.meta.seed
        seed = shelves.seeds.get(record.file) if record else None
        if record and seed and seed.sha256 != record.sha256:
            mine = ", ".join(sorted(edited(document.plain, document.body)))
            again = say("run `{command}`", command="copydesk convert")
            kept = say("{again} (your {mine} will stay)", again=again, mine=mine)
            yield document.problem(
                "seed",
                ("seed", "sha256"),
                say("{path} has changed since it was read", path=f"seeds/{seed.name}"),
                kept if mine else again,
                "warning",
            )


def twice(shelves: Shelves) -> Iterator[Problem]:
    """Two entries of one seed."""
    seen: dict[str, str] = {}
    for path, document in sorted(shelves.entries.items()):
        if document.meta.seed:
            other = seen.setdefault(document.meta.seed.file, path)
            if other != path:
                yield document.problem(
                    "seed",
                    ("seed", "file"),
                    say("{other} comes from the same seed", other=other),
                    "delete one of the two entries",
                )


def twins(shelves: Shelves) -> Iterator[Problem]:
    """A seed without an entry that repeats another seed: it is not converted."""
    if not shelves.unfiled:
        return
    filed = {entry.file for entry in shelves.shelf.filed.values()} - shelves.shelf.ignored()
    seen = Twins()
    for name in sorted(filed & shelves.seeds.keys()):
        seen.add(name, shelves.seeds[name].text)
    for seed in shelves.unfiled:
        other = seen.find(seed.text)
        if other is not None:
            yield twin(seed.name, other)
        else:
            seen.add(seed.name, seed.text)


def unusable(shelves: Shelves) -> Iterator[Problem]:
    """A seed without an entry that can get none: another language, no article in it."""
    from copydesk import clean

    for seed in shelves.unfiled:
        try:
            problem = refused(clean.dispatch(seed))
        except Exception as error:  # a text that a stage stumbles over is told, not thrown
            problem = fault(f"seeds/{seed.name}", error)
        if problem:
            yield problem
