"""Builds the invented newsroom again and again in this process: with what was printed before, and without."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pelican import Pelican
from pelican.settings import read_settings

from digest.press.press import Press
from tests.building import ROOT

QUIET = {
    "DIGEST_TODAY": "2024-07-01",
    "DIGEST_CONVERT": "0",
    "DIGEST_EXPLAIN": "0",
    "DIGEST_CARDS": "0",
}


@contextmanager
def _environment(given: Mapping[str, str]) -> Iterator[None]:
    others = {k: v for k, v in os.environ.items() if not k.startswith(("DIGEST_", "SITE"))}
    with patch.dict(os.environ, {**others, **QUIET, **given}, clear=True):
        yield


def build(project: Path, output: Path, theme: Path | None = None, **environment: str) -> tuple[str, ...]:
    """Build `project` into `output`; the names of the jobs that were made."""
    override: dict[str, Any] = {"PATH": str(project / "content"), "OUTPUT_PATH": str(output)}
    if theme:
        override["THEME"] = str(theme)
    with _environment(environment):
        site = Pelican(read_settings(str(ROOT / "pelican.conf.py"), override=override))
        site.run()
        press: Press = site.settings["DIGEST_PRESS"]
    return press.made


def cold(project: Path, theme: Path | None = None, **environment: str) -> dict[str, str]:
    """The files of a build that knows nothing of any other, with their digests."""
    afresh = project.with_name(f"{project.name}-afresh")
    shutil.copytree(project, afresh, ignore=shutil.ignore_patterns("output", ".output*", ".cache"))
    try:
        build(afresh, afresh / "output", theme, **environment)
        return digests(afresh / "output")
    finally:
        shutil.rmtree(afresh)


def digests(output: Path) -> dict[str, str]:
    """Every file below a folder, with the digest of its bytes."""
    files = (path for path in sorted(output.rglob("*")) if path.is_file())
    return {path.relative_to(output).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
