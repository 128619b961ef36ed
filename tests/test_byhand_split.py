"""One page that is two: the entries that mean the other one, and both told apart."""

from __future__ import annotations

import pytest

from copydesk.byhand.decisions import PATH
from copydesk.convert import convert
from copydesk.frontmatter import Event, load
from tests.desk import Desk, desk
from tests.test_byhand import BRIDGE, OLENA, TOM, errors, filled, linked, run
from tests.test_convert import ENTRY

__all__ = ["desk", "filled"]

SECOND_OLENA = "content/actors/olena-hrytsenko-2.md"


def test_named_entries_go_to_the_new_page_with_their_speakers(
    filled: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    before = filled.files()
    arguments = ["split", "olena-hrytsenko", "olena-hrytsenko-2", ENTRY, "--why", "донька"]
    assert run(filled, *arguments, "--dry-run") == 0
    assert filled.files() == before
    assert run(filled, *arguments) == 0
    assert "1 entry of “Олена Гриценко” (olena-hrytsenko) now tell" in capsys.readouterr().out
    after = filled.files()
    assert after[SECOND_OLENA] == (
        "---\nname: Олена Гриценко\nnames:\n  uk: Олена Гриценко\nkind: person\n"
        "not_same_as:\n  - olena-hrytsenko\nstatus: confirmed\n---\n"
    )
    assert after[OLENA].replace("not_same_as:\n  - olena-hrytsenko-2\n", "") == before[OLENA]
    told, key, memory = before[ENTRY].partition("seed:")
    assert after[ENTRY] == told.replace("olena-hrytsenko", "olena-hrytsenko-2") + key + memory
    assert after[PATH].endswith("actor olena-hrytsenko different from olena-hrytsenko-2 | | донька\n")
    assert {p for p in after if after[p] != before.get(p)} == {SECOND_OLENA, OLENA, ENTRY, PATH}
    assert errors(filled) == []


def test_what_was_split_stays_so(filled: Desk) -> None:
    run(filled, "split", "olena-hrytsenko", "olena-hrytsenko-2", ENTRY)
    assert linked(filled, "Олена Гриценко") is None  # of two namesakes neither is certain
    entry = filled.read(ENTRY)
    convert(filled.root, again=[])
    assert filled.read(ENTRY) == entry
    assert run(filled, "merge-actors", "olena-hrytsenko", "olena-hrytsenko-2") == 1


def test_a_merged_slug_is_split_off_with_its_group(filled: Desk) -> None:
    filled.put(OLENA, filled.read(OLENA).replace("kind: person", "same_as: tom-bakster\nkind: person"))
    stem = ENTRY.rsplit("/", 1)[-1].removesuffix(".md")
    assert run(filled, "split", "tom-bakster", "ivan", stem, "--name", "Іван Мороз") == 0
    assert "actors:\n  - ivan\nquotations" in filled.read(ENTRY)
    assert "name: Іван Мороз\nnames:\n  uk: Іван Мороз\n" in filled.read("content/actors/ivan.md")
    assert "not_same_as:\n  - ivan\n" in filled.read(TOM)


def test_events_are_split_too_and_into_one_that_is_there(filled: Desk) -> None:
    filled.put("content/events/shliakh.md", "---\ntitle: Шлях\n---\n")
    assert run(filled, "split", "mist", "shliakh", "2024-07-06-mosty") == 0
    assert "events: [shliakh]" in filled.read("content/entries/2024/2024-07-06-mosty.md")
    for path, other in ((BRIDGE, "shliakh"), ("content/events/shliakh.md", "mist")):
        event, _ = load(filled.root / path, Event)
        assert event and event.meta.not_same_as == [other]
    assert errors(filled) == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (
            ["olena-hrytsenko", "olena-2", "2024-07-03-shkoly-heneratory"],
            "did you mean `2024-07-03-shkoly-otrymaly-h",
        ),
        (["rasa-zhemaite", "rasa-2", ENTRY], "does not name rasa-zhemaite; these do: 2024-07-05-"),
        (["olena-hrytsenko", "olena-hrytsenko", ENTRY], "are one"),
        (["olena-hrytsenko", "Олена", ENTRY], "cannot be a slug"),
    ],
)
def test_what_cannot_be_split_is_refused(
    filled: Desk, capsys: pytest.CaptureFixture[str], arguments: list[str], reason: str
) -> None:
    before = filled.files()
    assert run(filled, "split", *arguments) == 1
    assert reason in capsys.readouterr().err
    assert filled.files() == before
