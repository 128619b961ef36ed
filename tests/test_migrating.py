"""Content of an older form is brought to the present one: nothing is lost, a second run changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.__main__ import main
from copydesk.check import check
from copydesk.frontmatter import Entry, load
from copydesk.frontmatter.migrating import MIGRATIONS, PATH, VERSION, migrated, version, versioned

PELICAN = """Title: Міст: відкрили
Date: 2024-07-03 10:20
Author: Олена Гриценко
Category: Новини
Tags: міст,
    річка
Status: published

Міст стоїть.

Title: не ключ
"""
OURS = """---
title: "Міст: відкрили"
byline: Олена Гриценко
lang: uk
date: 2024-07-03
# date: 2024-07-03 10:20
# category: Новини
# tags: міст, річка
# status: published
---

Міст стоїть.

Title: не ключ
"""
ENTRY = "content/entries/2024-07-03-mist.md"


def test_every_version_has_its_step() -> None:
    assert [step.version for step in MIGRATIONS] == list(range(1, VERSION + 1))
    assert version(versioned()) == VERSION
    assert version(None) == 0


@pytest.mark.parametrize("text", ["", "x", "1\n2", "-1", "1.5"])
def test_a_version_is_one_number(text: str) -> None:
    with pytest.raises(ValueError, match="does not say a version"):
        version(text)


def test_pelicans_metadata_becomes_front_matter_and_nothing_is_lost() -> None:
    text, done = migrated("entries", PELICAN, 0, "uk")
    assert text == OURS
    assert len(done) == 1
    document, problems = load(text, Entry)
    assert document and not problems
    assert (document.meta.title, str(document.meta.date)) == ("Міст: відкрили", "2024-07-03")
    assert migrated("entries", text, 0, "uk") == (text, [])


@given(st.text(alphabet="Tt:ile \n-абв#'\"", max_size=80), st.sampled_from(["entries", "pages", "actors"]))
def test_any_file_stays_or_can_be_read_again(text: str, kind: str) -> None:
    made, done = migrated(kind, text, 0, "uk")
    assert done or made == text
    assert migrated(kind, made, 0, "uk")[0] == made
    words = "".join(text.split())
    assert not done or all(letter in made for letter in set(words))


def test_the_command_rehearses_and_then_does_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content/entries").mkdir(parents=True)
    (tmp_path / ENTRY).write_text(PELICAN, encoding="utf-8")
    told = f"{ENTRY}: metadata of Pelican became front matter between --- lines\n"
    assert main(["--project", str(tmp_path), "migrate", "--dry-run"]) == 0
    assert capsys.readouterr().out == told
    assert (tmp_path / ENTRY).read_text("utf-8") == PELICAN and not (tmp_path / PATH).exists()
    assert main(["--project", str(tmp_path), "migrate"]) == 0
    assert capsys.readouterr().out == told
    assert version((tmp_path / PATH).read_text("utf-8")) == VERSION
    assert [p for p in check(tmp_path) if p.severity == "error"] == []
    assert main(["--project", str(tmp_path), "migrate"]) == 0
    assert capsys.readouterr().out == ""


def test_content_of_a_newer_program_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / PATH).write_text("99\n", encoding="utf-8")
    assert [str(p) for p in check(tmp_path)] == [
        f"{PATH}:1: the content is of version 99, the program of version {VERSION}; update the program"
    ]
    assert main(["--project", str(tmp_path), "migrate"]) == 1
    assert "newer program" in capsys.readouterr().err
    (tmp_path / PATH).write_text("soon\n", encoding="utf-8")
    assert [p.rule for p in check(tmp_path)] == ["version"]
