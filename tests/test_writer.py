from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.writer import RefusedError, write


def test_a_file_is_written_whole_and_left_alone_when_equal(tmp_path: Path) -> None:
    assert write(tmp_path, "a/b.md", "one", None) == "written"
    stamp = (tmp_path / "a/b.md").stat().st_mtime_ns
    assert write(tmp_path, "a/b.md", "one", "one") == "unchanged"
    assert (tmp_path / "a/b.md").stat().st_mtime_ns == stamp
    assert write(tmp_path, "a/b.md", "two", "one") == "written"
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["b.md"]


def test_what_an_editor_saved_meanwhile_stays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("editor", encoding="utf-8")
    with pytest.raises(RefusedError, match="was changed while"):
        write(tmp_path, "a.md", "machine", "older")
    with pytest.raises(RefusedError, match="is already there"):
        write(tmp_path, "a.md", "machine", None)
    (tmp_path / "a.md").unlink()
    with pytest.raises(RefusedError, match="was deleted"):
        write(tmp_path, "a.md", "machine", "older")
    assert not list(tmp_path.iterdir())


def test_what_a_killed_process_left_is_written_over(tmp_path: Path) -> None:
    (tmp_path / ".a.md.part").write_text("half of a", encoding="utf-8")
    (tmp_path / ".b.md.part").symlink_to(tmp_path / "elsewhere")
    for name in ("a.md", "b.md"):
        assert write(tmp_path, name, "whole", None) == "written"
    assert {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()} == {
        "a.md": "whole",
        "b.md": "whole",
    }


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("old", encoding="utf-8")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path, "a.md", "new", "old")
    assert [(p.name, p.read_text(encoding="utf-8")) for p in tmp_path.iterdir()] == [("a.md", "old")]


@pytest.mark.parametrize(
    "name",
    [
        "../a",
        "/a",
        "a/../../b",
        "a/./b",
        "",
        ".hidden/a",
        "a/.b",
        "a\x00b",
        "a:b",
        "a\\b",
        "x" * 121,
        "a/ b",
        "a.",
        "a\nb",
    ],
)
def test_names_that_lead_elsewhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(RefusedError):
        write(tmp_path, name, "x", None)
    assert not list(tmp_path.iterdir())


def test_links_are_not_followed(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir(), outside.mkdir()
    (outside / "a.md").write_text("theirs", encoding="utf-8")
    (root / "folder").symlink_to(outside)
    (root / "file.md").symlink_to(outside / "a.md")
    (root / "dangling.md").symlink_to(outside / "none.md")
    for name in ("folder/a.md", "folder/new.md", "file.md", "dangling.md"):
        with pytest.raises(RefusedError, match="passes a link"):
            write(root, name, "mine", "theirs" if name != "folder/new.md" else None)
    assert [(p.name, p.read_text(encoding="utf-8")) for p in outside.iterdir()] == [("a.md", "theirs")]


def test_names_that_some_systems_cannot_tell_apart(tmp_path: Path) -> None:
    write(tmp_path, "Мій.md", "x", None)
    for name in ("мій.md", unicodedata.normalize("NFD", "Мій.md")):
        with pytest.raises(RefusedError, match="differs from"):
            write(tmp_path, name, "y", None)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("ab./\\~:\x00 -Їé\u202e", max_size=20))
def test_nothing_is_ever_written_outside(tmp_path: Path, name: str) -> None:
    root = tmp_path / "root"
    root.mkdir(exist_ok=True)
    try:
        write(root, name, "x", None)
    except RefusedError:
        pass
    except OSError:
        assert len(name) > 0
    assert [p.name for p in tmp_path.iterdir()] == ["root"]
    assert all(p.resolve().is_relative_to(root.resolve()) for p in root.rglob("*"))
