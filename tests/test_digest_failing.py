"""A build that cannot be finished: a sentence, exit code 1, the former site untouched."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from digest import failing
from digest.press.making import FailedJobError
from tests.building import build, newsroom

GIVEN = {"THEME_STATIC_PATHS": ["static"], "THEME_STATIC_DIR": "theme", "IGNORE_FILES": [".*"]}


def full() -> None:
    raise OSError(28, "No space left on device", "/site/a.html")


def broken() -> None:
    raise FailedJobError("actors/a/index.html: OSError: No space left on device")


STAYS = (
    "nothing was published and the former site stays as it is: "
    "make room, set the permissions, or mend the page, then build again"
)


@pytest.mark.parametrize(
    ("run", "says"),
    [
        (full, f"/site/a.html: No space left on device; {STAYS}"),
        (
            broken,
            f"actors/a/index.html: OSError: No space left on device; {STAYS}; COPYDESK_DEBUG=1 shows more",
        ),
    ],
)
def test_a_build_that_ends_early_is_a_sentence(run: Callable[[], None], says: str) -> None:
    with pytest.raises(SystemExit) as end:
        failing.aloud(run)
    assert str(end.value) == says


def test_a_fault_of_the_program_stays_one() -> None:
    with pytest.raises(ZeroDivisionError):
        failing.aloud(lambda: print(1 // 0))


def test_a_theme_must_come_along_whole(tmp_path: Path) -> None:
    static, copy = tmp_path / "theme/static/css", tmp_path / "out/theme/css"
    static.mkdir(parents=True), copy.mkdir(parents=True)
    (static / "a.css").write_text("p { margin: 0 }", encoding="utf-8")
    (static / ".swp").write_text("x", encoding="utf-8")
    given = {**GIVEN, "THEME": str(tmp_path / "theme")}
    for words in ("", "p { margin"):
        (copy / "a.css").write_text(words, encoding="utf-8")
        with pytest.raises(SystemExit, match=r"a\.css: could not be copied whole"):
            failing.came_whole(given, tmp_path / "out")
    (copy / "a.css").write_text("p { margin: 0 }", encoding="utf-8")
    failing.came_whole(given, tmp_path / "out")


@pytest.mark.skipif(os.name == "nt", reason="other words there")
def test_an_output_that_cannot_be_made(tmp_path: Path) -> None:
    project = newsroom(tmp_path / "n", empty=True)
    (project / "file").write_text("x", encoding="utf-8")
    built = build(project, project / "file" / "output")
    assert built.code == 1
    assert "File exists; nothing was published" in " ".join(built.printed.split())
    assert "Traceback" not in built.printed


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_what_builds_keep_does_not_lie_behind_a_link(tmp_path: Path) -> None:
    project = newsroom(tmp_path / "n", empty=True)
    (project / ".cache").mkdir()
    (project / ".cache/cards").symlink_to(tmp_path)
    built = build(project)
    assert built.code == 1
    assert ".cache/cards: a link, which is not followed; delete it" in "".join(built.printed.split("\n"))
