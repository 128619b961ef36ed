"""A build appears whole or not at all; nobody's own files are replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest import swapping
from digest.addresses import FEED
from digest.staging import Staging


def built(folder: Path, words: str) -> None:
    (folder / FEED).parent.mkdir(parents=True)
    (folder / FEED).write_text(words, encoding="utf-8")


def test_a_finished_build_takes_the_place_of_the_former(tmp_path: Path) -> None:
    for words in ("first", "second"):
        staging = Staging(tmp_path / "out")
        staging.begin()
        built(staging.folder, words)
        staging.publish()
        assert (tmp_path / "out" / FEED).read_text(encoding="utf-8") == words
    assert [p.name for p in tmp_path.iterdir()] == ["out"], "a build that is new throughout leaves nothing"


def test_an_unfinished_build_is_seen_by_nobody_and_does_no_harm_later(tmp_path: Path) -> None:
    broken = Staging(tmp_path / "out")
    broken.begin()
    built(broken.folder, "half")
    assert not (tmp_path / "out").exists()
    again = Staging(tmp_path / "out")
    again.begin()
    assert list(again.folder.iterdir()) == []


def test_a_folder_of_somebodys_own_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(SystemExit, match="did not make"):
        Staging(tmp_path / "out").begin()


def test_what_is_to_be_kept_moves_along(tmp_path: Path) -> None:
    built(tmp_path / "out", "first")
    (tmp_path / "out/.git").mkdir()
    staging = Staging(tmp_path / "out", [".git"])
    staging.begin()
    built(staging.folder, "second")
    staging.publish()
    assert (tmp_path / "out/.git").is_dir()


def test_an_output_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "disk")
    staging = Staging(tmp_path / "out")
    staging.begin()
    built(staging.folder, "x")
    staging.publish()
    assert (tmp_path / "out").is_symlink()
    assert (tmp_path / "out" / FEED).read_text(encoding="utf-8") == "x"


def test_what_is_to_be_kept_survives_a_process_that_was_killed(tmp_path: Path) -> None:
    built(tmp_path / "out", "second")
    built(tmp_path / ".out.new", "first")  # they took each other's place, then the process was killed
    (tmp_path / ".out.new/.git").mkdir()
    Staging(tmp_path / "out", [".git"]).begin()
    assert (tmp_path / "out/.git").is_dir()


@pytest.mark.parametrize("can", [True, False])
def test_a_folder_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can: bool
) -> None:
    if not can:
        monkeypatch.setattr(swapping, "_exchanged", lambda one, other: False)
    for name in ("new", "place"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_text(name, encoding="utf-8")
    swapping.replace(tmp_path / "new", tmp_path / "place", tmp_path / "aside")
    assert (tmp_path / "place/new").is_file()
    assert (tmp_path / "aside/place").is_file()
    assert not (tmp_path / "new").exists()


def test_what_takes_the_place_is_on_the_disk_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "new").mkdir()
    stood: list[bool] = []
    monkeypatch.setattr("os.sync", lambda: stood.append((tmp_path / "place").exists()), raising=False)
    swapping.replace(tmp_path / "new", tmp_path / "place", tmp_path / "aside")
    assert stood == [False]
    assert (tmp_path / "place").is_dir()


def test_a_moment_without_a_folder_is_mended(tmp_path: Path) -> None:
    built(tmp_path / ".out.old", "first")
    Staging(tmp_path / "out").begin()
    assert (tmp_path / "out" / FEED).read_text(encoding="utf-8") == "first"
