"""The browser editor at `admin/`: Sveltia CMS, told of our keys, served from the site itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from copydesk.model import Problem
from digest.admin import pages
from digest.admin.package import ARCHIVE, contents, is_genuine

ADDRESS = "admin/"


def missing(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Why there will be no browser editor, where the settings ask for one."""
    if settings["DIGEST_ADMIN"] and not is_genuine(archive(_project(settings))):
        fix = "fetch it with `make admin`, or set DIGEST_ADMIN to 0"
        yield Problem("admin", f".cache/{ARCHIVE}", "the browser editor is not here, or is another one", fix)


def files(settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Address and content of every file of the browser editor; none where it is off or not there."""
    packed = archive(_project(settings))
    if not (settings["DIGEST_ADMIN"] and is_genuine(packed)):
        return
    for name, content in contents(packed).items():
        yield f"{ADDRESS}{pages.EDITOR}{name}", content
    made = pages.made(settings["DIGEST_LANG"], settings["SITENAME"], settings["DIGEST_REPOSITORY"])
    for name, text in made.items():
        yield f"{ADDRESS}{name}", text.encode("utf-8")


def archive(project: Path) -> bytes:
    """The package as it was fetched; empty where it was not."""
    kept = project / ".cache" / ARCHIVE
    return kept.read_bytes() if kept.is_file() else b""


def _project(settings: Mapping[str, Any]) -> Path:
    return Path(settings["DIGEST_PROJECT"])
