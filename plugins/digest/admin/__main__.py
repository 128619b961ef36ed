"""`python -m digest.admin`: fetch the browser editor from npm, once, into `.cache/`."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.request import urlopen

from digest.admin import archive
from digest.admin.package import ADDRESS, ARCHIVE, is_genuine


def fetch(project: Path) -> str:
    """Put the package below `project` unless it is there; why not, in words, where that cannot be."""
    if is_genuine(archive(project)):
        return ""
    try:
        with urlopen(ADDRESS, timeout=120) as answer:
            packed: bytes = answer.read()
    except OSError as error:
        return f"{ADDRESS}: {error}"
    if not is_genuine(packed):
        return f"{ADDRESS}: not the file that was expected"
    (project / ".cache").mkdir(exist_ok=True)
    (project / ".cache" / ARCHIVE).write_bytes(packed)
    return ""


if __name__ == "__main__":
    if problem := fetch(Path()):
        sys.exit(f"The browser editor was not fetched. {problem}")
