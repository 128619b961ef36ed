"""Whole seeds through the whole pipeline: `seed.*` in, `expected.md` out, one folder a case.

`make test UPDATE=1` writes the expected files anew; read the difference before committing it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from copydesk.convert import convert

GOLDEN = Path(__file__).parent / "golden"
FOLDERS = sorted(folder for folder in GOLDEN.iterdir() if folder.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_golden(folder: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The entry written for the seed is the expected one, byte for byte."""
    (tmp_path / "seeds").mkdir()
    (seed,) = folder.glob("seed.*")
    shutil.copy(seed, tmp_path / "seeds" / f"{folder.name}{seed.suffix}")
    report = convert(tmp_path)
    assert not [str(p) for p in report.problems if p.severity == "error"]
    (entry,) = (tmp_path / "content" / "entries").rglob("*.md")
    written = f"{entry.relative_to(tmp_path).as_posix()}\n\n{entry.read_text(encoding='utf-8')}"
    expected = folder / "expected.md"
    if request.config.getoption("--update-golden"):
        expected.write_text(written, encoding="utf-8")
    assert written == expected.read_text(encoding="utf-8")
