"""What was kept of texts that an edit of actors since then may concern: it is doubted, the rest stays.

The actors known when the rest was made are kept beside it, as plain JSON under its checksum; where that is
missing or damaged, everything is doubted.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.convert.cards import actor_of
from copydesk.model import Actor, Seed

if TYPE_CHECKING:
    from copydesk.actors import Gazetteer


def doubted(
    folder: Path, kept: Mapping[Path, Seed], actors: Sequence[Actor], gazetteer: Callable[[], Gazetteer]
) -> frozenset[Path]:
    """The files among `kept` (below `folder`, each of one seed) that hold no longer with these actors.

    They are removed, and all others in the folder that are of no seed here. `gazetteer` is asked for where
    the actors are others than before.
    """
    state, known = folder.with_suffix(".actors"), json.dumps([asdict(actor) for actor in actors])
    before = _trusted(state)
    if before == known:
        return frozenset()
    found = frozenset(kept) if before is None else _concerned(kept, before, gazetteer())
    with suppress(OSError):
        for path in folder.iterdir() if folder.is_dir() else ():
            if path in found or path not in kept:
                path.unlink(missing_ok=True)
        put(state, f"{_checksum(known)}\n{known}")
    return found


def _concerned(kept: Mapping[Path, Seed], before: str, now: Gazetteer) -> frozenset[Path]:
    from copydesk.actors import Gazetteer, concern, starter

    changed = concern.changed(Gazetteer.of(map(actor_of, json.loads(before))).merged(starter()), now)
    slugs, beginnings = {actor.slug for actor in changed}, concern.sounds(changed)

    def may(path: Path, seed: Seed) -> bool:
        """By the text, or by what was read of it: a name may have made a slug that is another's now."""
        return concern.may_name(seed.text, beginnings) or any(slug in _read(path) for slug in slugs)

    return frozenset(path for path, seed in kept.items() if may(path, seed))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _trusted(state: Path) -> str | None:
    """The actors known before; None where that cannot be told."""
    checksum, _, known = _read(state).partition("\n")
    return known if known and checksum == _checksum(known) and not state.is_symlink() else None


def _checksum(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def put(path: Path, text: str) -> None:
    """Write a file whole or not at all. OSError where nothing can be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, encoding="utf-8", delete=False) as file:
        file.write(text)
    Path(file.name).replace(path)
