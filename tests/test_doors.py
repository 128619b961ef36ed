"""What comes in from a folder that anybody may add to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copydesk import doors
from tests.patience import patience

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need rights there, and there are no pipes")


def test_everything_is_named_and_no_link_followed(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/text.txt").write_text("x", encoding="utf-8")
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    for name, target in (
        ("a/round", ".."),
        ("a/b/round", tmp_path),
        ("zero", "/dev/zero"),
        ("gone", "nowhere"),
    ):
        (tmp_path / name).symlink_to(target)
    os.mkfifo(tmp_path / "pipe.txt")
    with patience(5):
        met = {one.name: one.kind for one in doors.walk(tmp_path)}
    assert met == {
        "a": "folder", "a/b": "folder", "a/b/text.txt": "file", ".hidden": "file", "a/round": "link",
        "a/b/round": "link", "zero": "link", "gone": "link", "pipe.txt": "special",
    }  # fmt: skip
    (tmp_path / "away").symlink_to(tmp_path / "a")
    assert list(doors.walk(tmp_path / "away")) == []


def test_a_folder_without_a_bottom(tmp_path: Path) -> None:
    os.chdir(tmp_path)
    for _ in range(600):
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(tmp_path)
    kinds = [one.kind for one in doors.walk(tmp_path)]
    assert kinds == ["folder"] * doors.DEEPEST + ["deep"]


def test_names_of_any_bytes(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md")).write_text("x", encoding="utf-8")
    (tmp_path / "слово.md").write_text("x", encoding="utf-8")
    assert {one.unreadable for one in doors.walk(tmp_path)} == {True, False}


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_bytes(b"12345"), "larger than"),
        (lambda path: path.symlink_to("/dev/zero"), "a link, which is not followed"),
        (lambda path: os.mkfifo(path), "not a regular file"),
        (lambda path: path.mkdir(), "not a regular file"),
    ],
)
def test_what_is_not_read(tmp_path: Path, make: object, says: str) -> None:
    make(tmp_path / "x")  # type: ignore[operator]
    with patience(5), pytest.raises(doors.ShutError, match=says):
        doors.read(tmp_path / "x", 4)
