"""An edited entry's page, made alone, is the page that a whole build makes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.serve.building import Builder
from tests import corpus
from tests.building import ROOT


@pytest.fixture
def builder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Builder, Path]]:
    corpus.write(tmp_path, 30)
    shutil.copy(ROOT / "pelican.conf.py", tmp_path)
    for name in ("plugins", "theme"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name, value in {"DIGEST_CONVERT": "0", "DIGEST_CARDS": "0", "DIGEST_EXPLAIN": "0"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("DIGEST_TREES", "uk en")
    made = Builder(tmp_path, tmp_path / "output")
    yield made, tmp_path
    made.end()


def test_it_is_the_page_of_the_whole_build(builder: tuple[Builder, Path]) -> None:
    made, project = builder
    outcome = made.build()
    assert outcome.ok, outcome.printed
    names = sorted(
        path.relative_to(project).as_posix() for path in (project / "content/entries").rglob("*.md")
    )
    for name in names:
        with (project / name).open("a", encoding="utf-8") as stream:
            stream.write("\nЩе одне речення.\n")
    shown = made.pages(names)
    assert len(shown) == 2 * len(names)
    assert made.build().ok
    for file, content in shown.items():
        assert (project / "output" / file).read_bytes() == content, file
        assert "Ще одне речення." in content.decode()


def test_what_only_a_build_can_tell_is_not_shown(builder: tuple[Builder, Path]) -> None:
    made, project = builder
    assert made.pages(["content/entries/none.md"]) == {}, "before any build"
    assert made.build().ok
    entry = next((project / "content/entries").rglob("*.md"))
    name = entry.relative_to(project).as_posix()
    good = entry.read_text(encoding="utf-8")
    copied = entry.with_name("2024-01-01-new.md")
    copied.write_text(good, encoding="utf-8")
    entry.write_text(good.replace("title:", "titel:"), encoding="utf-8")
    assert made.pages([name, copied.relative_to(project).as_posix(), "content/entries/gone.md"]) == {}
    entry.write_text(good, encoding="utf-8")
    assert len(made.pages([name])) == 2, "it answers still"
