"""A build that cannot be finished ends aloud: a sentence, an exit code, the former site untouched."""

from __future__ import annotations

import filecmp
import fnmatch
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from copydesk.faults import DEBUG
from digest.press.making import FailedJobError

_STAYS = (
    "nothing was published and the former site stays as it is: "
    "make room, set the permissions, or mend the page, then build again"
)


class FailedError(SystemExit):
    """Ends the process with 1 and a message."""


def aloud(run: Callable[[], None]) -> None:
    """Run a build. FailedError where the disk refuses (full, sealed, gone), or a page cannot be made."""
    try:
        run()
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise FailedError(f"{where}{error.strerror or error}; {_STAYS}") from None
    except FailedJobError as error:
        if os.environ.get(DEBUG, "0") not in ("", "0"):
            raise
        raise FailedError(f"{error}; {_STAYS}; {DEBUG}=1 shows more") from None


def came_whole(given: Mapping[str, Any], folder: Path) -> None:
    """FailedError where a file of the theme is not in `folder` as it is in the theme: Pelican only warns."""
    for name in given["THEME_STATIC_PATHS"]:
        static = Path(given["THEME"]) / name
        for path in sorted(p for p in static.rglob("*") if p.is_file()):
            inside = path.relative_to(static)
            if any(fnmatch.fnmatch(part, mark) for part in inside.parts for mark in given["IGNORE_FILES"]):
                continue
            copy = folder / given["THEME_STATIC_DIR"] / inside
            if not (copy.is_file() and filecmp.cmp(path, copy, shallow=False)):
                raise FailedError(
                    f"{path}: could not be copied whole; nothing was published and the former site stays: "
                    "look for a full disk, then build again"
                )


def no_links(kept: Path) -> None:
    """FailedError where what builds keep between them lies behind a link: files are removed there."""
    within = sorted(kept.iterdir()) if kept.is_dir() and not kept.is_symlink() else []
    for path in (kept, *within):
        if path.is_symlink():
            raise FailedError(f"{path}: a link, which is not followed; delete it, then build again")
