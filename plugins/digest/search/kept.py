"""The index of the last build, kept so that a build in which nothing it holds has changed makes none.

A file of plain JSON in the project's `.cache`; what does not prove to be whole is made anew.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from digest.index import Digest
from digest.search.making import Index, fingerprint, index


def files(digest: Digest, cache: Path) -> Index:
    """The index of the digest: the kept one where it holds just this, else a new one, which is kept."""
    version = fingerprint(digest)
    kept = _read(cache, version)
    if kept is not None:
        return kept
    made = index(digest, version)
    with suppress(OSError):  # a project that cannot be written to is built without a memory
        _keep(cache, made)
    return made


def _read(cache: Path, version: str) -> Index | None:
    """The kept index, None where there is none of this version or a byte of it is not as written."""
    try:
        state: dict[str, Any] = json.loads(cache.read_text(encoding="utf-8"))
        if state["version"] == version and state["digest"] == _digest(state["files"]):
            return Index(version, state["files"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return None


def _keep(cache: Path, made: Index) -> None:
    """Write the index beside the kept one, then put it in its place in one step; nothing behind a link."""
    if cache.parent.is_symlink():
        return
    cache.parent.mkdir(parents=True, exist_ok=True)
    state = {"version": made.version, "digest": _digest(made.files), "files": made.files}
    handle, part = tempfile.mkstemp(prefix=f"{cache.name}.", dir=cache.parent)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
        json.dump(state, stream, ensure_ascii=False)
    Path(part).replace(cache)


def _digest(files: Mapping[str, str]) -> str:
    """Of all names and texts, in their order."""
    return sha256(json.dumps(list(files.items())).encode()).hexdigest()
