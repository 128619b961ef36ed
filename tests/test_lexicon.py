"""The word lists: each says what it holds, each line shows where its word was seen, the table is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.lexicon import HERE
from copydesk.lexicon.reference import WITHOUT_PHRASE, entries, heading, lists, shows, table
from copydesk.model import LANGS

DOC = Path(__file__).parent.parent / "docs" / "lexicon.md"
FILES = [path for paths in lists().values() for path in paths]


def name(path: Path) -> str:
    return path.relative_to(HERE).as_posix()


def test_every_file_of_the_folder_is_a_list() -> None:
    strays = [p for p in HERE.rglob("*.txt") if p not in FILES]
    assert strays == []
    assert {p.parent.name for p in FILES} == {HERE.name, *LANGS}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_list_says_what_it_holds_and_each_line_shows_a_phrase(path: Path) -> None:
    assert heading(path), "the first line says what the list holds"
    bare = [f"{name(path)}:{number}: {columns}" for number, columns, phrase in entries(path) if not phrase]
    assert shows(path.stem) != "a phrase" or bare == [], "after # the phrase it was seen in"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_an_entry_stands_once(path: Path) -> None:
    seen: dict[str, int] = {}
    twice = [(number, seen[c]) for number, c, _ in entries(path) if seen.setdefault(c, number) != number]
    assert twice == []


def test_a_line_without_its_phrase_would_be_found(tmp_path: Path) -> None:
    path = tmp_path / "saying.txt"
    path.write_text("# Verbs.\nsay | say  # they say\nadd | say\n\n# more\nask | say #\n", encoding="utf-8")

    assert heading(path) == "Verbs."
    assert list(entries(path)) == [(2, "say | say", "they say"), (3, "add | say", ""), (6, "ask | say", "")]


def test_only_lists_that_exist_go_without_phrases() -> None:
    assert {n for names in WITHOUT_PHRASE.values() for n in names} <= set(lists())


def test_the_table_of_lists(request: pytest.FixtureRequest) -> None:
    """What stands between the marks is what the folder holds."""
    whole = DOC.read_text(encoding="utf-8")
    start, stop = "<!-- table: lexicon start -->\n", "<!-- table: lexicon stop -->"
    head, _, rest = whole.partition(start)
    shown, mark, tail = rest.partition(stop)
    assert mark
    wanted = table() + "\n"
    if request.config.getoption("--update-golden"):
        DOC.write_text(head + start + wanted + stop + tail, encoding="utf-8")
        shown = wanted
    assert shown == wanted
