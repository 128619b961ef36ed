"""Seeds and the entries that came from them."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.check.shelves import Shelves
from copydesk.convert.run import twin_problem
from copydesk.convert.shelf import IGNORED
from copydesk.convert.twins import Twins
from copydesk.frontmatter.complaints import nearest
from copydesk.merge import edited
from copydesk.model import Problem


def missing(shelves: Shelves) -> Iterator[Problem]:
    """An entry whose seed is gone proves nothing; a line of the ignored seeds may name none."""
    present = shelves.shelf.seeds()
    for document in shelves.entries.values():
        record = document.meta.seed
        if record and record.file not in present:
            close = nearest(record.file, present)
            fix = (
                f"did you mean `{close}`?"
                if close
                else "put the seed back, or take out `seed` if the entry is yours"
            )
            yield document.problem("seed", ("seed", "file"), f"there is no seeds/{record.file}", fix)
    for name in sorted(shelves.shelf.ignored() - set(present)):
        yield Problem(
            "seed", IGNORED, f"there is no seeds/{name}", "correct or delete the line", severity="warning"
        )


def changed(shelves: Shelves) -> Iterator[Problem]:
    """A seed whose bytes are not those that were read."""
    for document in shelves.entries.values():
        record = document.meta.seed
        seed = shelves.seeds.get(record.file) if record else None
        if record and seed and seed.sha256 != record.sha256:
            mine = ", ".join(sorted(edited(document.plain, document.body)))
            kept = f" (your {mine} will stay)" if mine else ""
            yield document.problem(
                "seed",
                ("seed", "sha256"),
                f"seeds/{seed.name} has changed since it was read",
                f"run `copydesk convert`{kept}",
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
                    f"{other} comes from the same seed",
                    "delete one of the two entries",
                )


def twins(shelves: Shelves) -> Iterator[Problem]:
    """A seed without an entry that repeats another seed: it is not converted."""
    filed = {entry.file for entry in shelves.shelf.filed.values()}
    seen = Twins()
    for name in sorted(shelves.seeds, key=lambda n: (n not in filed, n)):
        if name in shelves.shelf.ignored():
            continue
        text = shelves.seeds[name].text
        other = seen.find(text) if name not in filed else None
        if other is not None:
            yield twin_problem(name, other)
        else:
            seen.add(name, text)
