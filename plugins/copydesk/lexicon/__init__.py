"""Word lists as text files, so that an editor can extend them without Python.

`lexicon/<lang>/<name>.txt`: one entry a line; after `#` the phrase it was seen in. Columns,
where a list has them, are separated by `|`. Blank lines and lines of comment alone are skipped.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def rows(lang: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of a list as tuples of stripped columns; empty where the language has no such list."""
    path = HERE / lang / f"{name}.txt" if lang else HERE / f"{name}.txt"
    if not path.exists():
        return ()
    lines = (line.split("#", 1)[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines if line)


@cache
def words(lang: str, name: str) -> frozenset[str]:
    """The first column of a list, case-folded."""
    return frozenset(row[0].casefold() for row in rows(lang, name))
