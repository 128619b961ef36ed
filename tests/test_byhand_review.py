"""Suggestions looked through: what an editor is shown, what each answer writes, what is asked again."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from datetime import date

import pytest

from copydesk.__main__ import main
from copydesk.byhand.answering import Answer, understood
from copydesk.byhand.decisions import PATH
from copydesk.byhand.register import Register
from copydesk.byhand.suggestions import Likeness, Suggestion, suggestion, waiting
from copydesk.check import check
from copydesk.convert import convert
from tests.desk import Desk, desk
from tests.test_convert import ENTRY, FIRST, SECOND

__all__ = ["desk"]

OLENA, TOM, RASA = (f"content/actors/{s}.md" for s in ("olena-hrytsenko", "tom-bakster", "rasa-zhemaite"))
ALIKE = "content/actors/helena-hritsenko.md"


@pytest.fixture
def filled(desk: Desk) -> Desk:
    desk.seed("a.txt", FIRST)
    desk.seed("b.txt", SECOND)
    convert(desk.root)
    desk.put(ALIKE, "---\nname: Олена Гриценко\nnames:\n  ru: Елена Гриценко\nkind: person\n---\n")
    return desk


def run(desk: Desk, *arguments: str) -> int:
    return main(["--project", str(desk.root), *arguments])


def asked(desk: Desk) -> list[str]:
    return [s.slug for s in waiting(Register(desk.root))]


def line(desk: Desk) -> str:
    """The last decision, without its day."""
    return desk.read(PATH).splitlines()[-1].removeprefix(f"{date.today()} ")


def test_a_suggestion_shows_where_it_was_found_and_whom_it_is_like(
    filled: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    filled.put("content/events/mist.md", "---\ntitle: Міст\nstarts: 2024-07-05\nstatus: suggested\n---\n")
    assert run(filled, "review", "--list") == 0
    printed = capsys.readouterr()
    first, second = printed.out.split("\n\n")[:2]
    assert first.splitlines()[0] == f"Том Бакстер (person), in 2 entries: {TOM}"
    assert f"  {ENTRY}\n    “Поруч стояв Том Бакстер.”" in first
    assert second.splitlines() == [
        f"Олена Гриценко (person), in 1 entry: {OLENA}",
        f"  {ENTRY}",
        "    “Олена Гриценко розповіла: «Ми встигли до холодів».”",
        "  1. like Олена Гриценко (helena-hritsenko), 100 of 100",
    ]
    assert "Міст (event of 2024-07-05), in 0 entries: content/events/mist.md" in printed.out
    assert "4 suggested" in printed.err


ANSWERS: list[tuple[list[str], str, str, str]] = [
    (["--accept", "--who", "Марта"], OLENA, "status: confirmed\n", "actor olena-hrytsenko accepted | Марта"),
    (["--reject", "--why", "не та"], OLENA, "status: hidden\n", "actor olena-hrytsenko rejected | | не та"),
    (
        ["--same-as", "helena-hritsenko"], OLENA, "same_as: helena-hritsenko\n",
        "actor olena-hrytsenko same as helena-hritsenko",
    ),
    (
        ["--different-from", "helena-hritsenko"], ALIKE, "not_same_as:\n  - olena-hrytsenko\n",
        "actor olena-hrytsenko different from helena-hritsenko",
    ),
    (["--unsure"], OLENA, "status: suggested\n", "actor olena-hrytsenko unsure seen in 1"),
    (
        ["--unsure", "helena-hritsenko"], OLENA, "status: suggested\n",
        "actor olena-hrytsenko unsure about helena-hritsenko seen in 1",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("options", "path", "written", "remembered"), ANSWERS, ids=[a[3] for a in ANSWERS])
def test_each_answer_is_written_and_remembered(
    filled: Desk, options: list[str], path: str, written: str, remembered: str
) -> None:
    assert run(filled, "review", "olena-hrytsenko", *options) == 0
    assert written in filled.read(path)
    assert line(filled) == remembered
    assert ("olena-hrytsenko" in asked(filled)) == (options[0] == "--different-from")
    assert [str(p) for p in check(filled.root) if p.severity == "error" or p.path == PATH] == []
    kept = {p: filled.read(p) for p in (OLENA, ALIKE, PATH)}
    convert(filled.root, again=[])
    assert {p: filled.read(p) for p in kept} == kept


def test_the_unsure_is_asked_again_once_more_is_known(filled: Desk) -> None:
    run(filled, "review", "olena-hrytsenko", "--unsure", "helena-hritsenko")
    assert suggestion(Register(filled.root), "actor", "olena-hrytsenko").like == ()
    filled.put(
        "content/entries/x.md",
        "---\ntitle: Мости\nlang: uk\ndate: 2024-07-06\nactors: [olena-hrytsenko]\n---\n",
    )
    found = next(s for s in waiting(Register(filled.root)) if s.slug == "olena-hrytsenko")
    assert [x.slug for x in found.like] == ["helena-hritsenko"]


def test_two_told_apart_are_not_shown_as_alike(filled: Desk) -> None:
    run(filled, "review", "olena-hrytsenko", "--different-from", "helena-hritsenko")
    assert [s.like for s in waiting(Register(filled.root)) if s.slug == "olena-hrytsenko"] == [()]


def test_what_cannot_be_is_refused(filled: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    before = filled.files()
    assert run(filled, "review", "--accept") == 2
    assert run(filled, "review", "olena-hrytsenk", "--accept") == 1
    assert "did you mean `olena-hrytsenko`?" in capsys.readouterr().err
    assert run(filled, "review", "olena-hrytsenko", "--unsure", "nobody") == 1
    assert run(filled, "review", "olena-hrytsenko", "--accept", "--dry-run") == 0
    assert filled.files() == before
    run(filled, "review", "olena-hrytsenko", "--same-as", "helena-hritsenko")
    assert run(filled, "review", "olena-hrytsenko", "--accept") == 1
    assert "decide on that one" in capsys.readouterr().err
    assert run(filled, "review", "olena-hrytsenko", "--different-from", "helena-hritsenko") == 1
    assert f"are one; take `same_as` out first, in {OLENA}" in capsys.readouterr().err


def typing(monkeypatch: pytest.MonkeyPatch, *words: str) -> Callable[[], list[str]]:
    """Answer a terminal's questions with `words`, then leave; tells which were not asked for."""
    left = list(words)

    def answer(_: str) -> str:
        if not left:
            raise EOFError
        return left.pop(0)

    monkeypatch.setattr(builtins, "input", answer)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    return lambda: left


def test_at_a_terminal(
    filled: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    left = typing(monkeypatch, "", "what", "d 1 | дві різні", "y", "u", "y")
    assert run(filled, "review", "--who", "Марта") == 0
    assert left() == ["y"]  # three were suggested
    assert "write y, n, u or q" in capsys.readouterr().out
    assert [words.split(" ", 1)[1] for words in filled.read(PATH).splitlines()[3:]] == [
        "actor olena-hrytsenko different from helena-hritsenko | Марта | дві різні",
        "actor olena-hrytsenko accepted | Марта",
        "actor rasa-zhemaite unsure seen in 1 | Марта",
    ]
    text = filled.read(OLENA)
    assert "status: confirmed\n" in text and "not_same_as:\n  - helena-hritsenko\n" in text
    typing(monkeypatch, "q", "y")
    before = filled.files()
    assert run(filled, "review") == 0
    assert filled.files() == before


def test_words_that_are_no_answer_mean_none() -> None:
    like = (Likeness("van-yi", "Ван Ї", 90),)
    shown = Suggestion("actor", "wang-yi", "Wang Yi", "person", 1, (), like)
    assert understood("S 1 | one | man", shown) == Answer("same as", "van-yi", "one | man")
    assert understood("s 2", shown) == Answer("same as", "2")
    assert understood("u van-yi", shown) == Answer("unsure about", "van-yi")
    for words in ("s", "d", "y van-yi", "x", "s a b", "|", "yes please do"):
        assert understood(words, shown) is None
