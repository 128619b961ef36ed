"""Two states of a project compared, file by file and key by key. Reads only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from copydesk.convert.shelf import Shelf
from copydesk.frontmatter import KINDS, Document, Part, load
from copydesk.score.figures import Measured, measured

How = Literal["new", "changed", "deleted"]
# What the machine keeps for itself: to change it changes nothing for a reader.
_KEPT = frozenset({"seed", "wrote"})
FIGURES = "plugins/copydesk/score/measured.json"


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that is new, changed or deleted. `keys`: which keys differ, `body` for the text.

    `title` is what it was where the file cannot be `read` any more. `seed`: the seed of an entry.
    """

    path: str
    kind: str
    how: How
    title: str
    keys: tuple[str, ...] = ()
    status: str = ""
    seed: str = ""
    read: bool = True


def changed(base: Path, project: Path) -> list[Changed]:
    """The files of entries, actors and events that differ, entries first, by path."""
    return [one for kind, model in KINDS.items() for one in _of_kind(base, project, kind, model)]


def _of_kind(base: Path, project: Path, kind: str, model: type[Part]) -> Iterator[Changed]:
    before, after = Shelf(base), Shelf(project)
    old, new = set(before.files(kind)), set(after.files(kind))
    for path in sorted(old | new):
        was = before.text(path) if path in old else None
        now = after.text(path) if path in new else None
        if was == now:
            continue
        first, second = (load(text, model, path)[0] if text else None for text in (was, now))
        how: How = "new" if was is None else "deleted" if now is None else "changed"
        keys = tuple(_differing(first, second)) if how == "changed" else ()
        if keys or how != "changed" or second is None:
            made = _changed(path, kind, how, second or first, keys)
            yield replace(made, read=bool(second) or how == "deleted")


def _changed(
    path: str, kind: str, how: How, document: Document[Any] | None, keys: tuple[str, ...]
) -> Changed:
    if document is None:
        return Changed(path, kind, how, "", keys)
    plain = document.plain
    title = str(plain.get("title") or plain.get("name") or "")
    seed = (plain.get("seed") or {}).get("file", "")
    return Changed(path, kind, how, title, keys, str(plain.get("status") or ""), seed)


def _differing(first: Document[Any] | None, second: Document[Any] | None) -> Iterator[str]:
    """The keys that differ, in the order of the file."""
    if first is None or second is None:
        return
    one: Mapping[str, Any] = first.plain
    other: Mapping[str, Any] = second.plain
    yield from (k for k in dict.fromkeys([*one, *other]) if k not in _KEPT and one.get(k) != other.get(k))
    if first.body != second.body:
        yield "body"


def figures(base: Path, project: Path) -> list[tuple[Measured, str]]:
    """Each measured figure that differs, and what it was before (empty: it is new)."""
    if not (base / FIGURES).is_file() or not (project / FIGURES).is_file():
        return []
    was = {(row.part, row.name): row.figure for row in measured(base / FIGURES)}
    now = measured(project / FIGURES)
    return [
        (row, was.get((row.part, row.name), "")) for row in now if was.get((row.part, row.name)) != row.figure
    ]
