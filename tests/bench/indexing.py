"""`python -m tests.bench.indexing PROJECT`: the search index of a project, made and then found unchanged."""

from __future__ import annotations

import resource
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from digest import search, settings
from digest.desk import Desk
from digest.growing import grown
from digest.index import Digest
from digest.presentation import GLOBALS
from digest.report import Report


def digest_of(project: Path) -> Digest:
    """What a build indexes."""
    given: dict[str, Any] = {}
    settings.complete(given)
    given["JINJA_GLOBALS"] = GLOBALS(given)
    desk = Desk(project, date(2030, 1, 1), "uk", Report(""))
    for path in sorted((project / "content" / "entries").rglob("*.md")):
        desk.entry(path)
    return grown(desk, desk.unique_entries(), given, alone=True)[0].digest


def main(project: Path) -> str:
    """The cells of the table: files, MB, CPU s, peak MiB, CPU s where nothing changed."""
    digest = digest_of(project)
    with TemporaryDirectory() as folder:
        cache = Path(folder) / "search.json"
        begun = time.process_time()
        files = search.files(digest, cache).files
        made = time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        search.files(digest, cache)
        again = time.process_time()
    size = sum(len(text.encode()) for text in files.values()) / 1e6
    return f"{len(files):,} | {size:.1f} | {made - begun:.2f} | {peak:.0f} | {again - made:.2f}"


if __name__ == "__main__":
    print(main(Path(sys.argv[1])))
