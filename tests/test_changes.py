"""What a pull request changes, told to a person: all of it, in their language, and nothing of it works."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from markdown import markdown

from copydesk.__main__ import main
from copydesk.changes.compare import FIGURES, Changed, changed
from copydesk.changes.telling import MOST, Told, safe, told
from copydesk.convert import convert
from copydesk.model import Problem
from tests.desk import Desk, desk
from tests.test_convert import ENTRY, FIRST, SECOND

__all__ = ["desk"]


@pytest.fixture
def base(desk: Desk) -> Path:
    """The project as it was: one entry. What the test changes is in `desk`."""
    desk.seed("a.txt", FIRST)
    convert(desk.root)
    before = desk.root / "before"
    for folder in ("content", "seeds"):
        shutil.copytree(desk.root / folder, before / folder)
    return before


def summary(desk: Desk, base: Path, capsys: pytest.CaptureFixture[str], lang: str = "en", *more: str) -> str:
    capsys.readouterr()
    options = ["--project", str(desk.root), "--messages", lang, "changes", "--base", str(base), *more]
    assert main(options) == 0
    return capsys.readouterr().out


def test_nothing_changed(desk: Desk, base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert summary(desk, base, capsys) == "Nothing in `content/` changed, and nothing is wrong.\n"
    assert summary(desk, base, capsys, "uk") == "У `content/` нічого не змінилося, і помилок немає.\n"


def test_a_new_seed_a_correction_and_a_mistake(
    desk: Desk, base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.seed("b.txt", SECOND)
    convert(desk.root)
    desk.put(ENTRY, desk.read(ENTRY).replace("speaker: olena-hrytsenko", "speaker: olena-hrytsenk"))
    (desk.root / "offers.txt").write_text("e.md:2: `title`: kept “A”; the rules read “B”\n", "utf-8")
    out = summary(desk, base, capsys, "en", "--offers", str(desk.root / "offers.txt"))
    heads = [line for line in out.splitlines() if line.startswith("### ")]
    assert heads == [
        "### To mend (1)",
        "### New entries (1)",
        "### Changed entries (1)",
        "### New actors (1)",
        "### Suggested, to be decided on (1)",
        "### Kept as an editor wrote it; the rules now read (1)",
    ]
    assert f"- `{ENTRY}:12:5` there is no content/actors/olena\\-hrytsenk.md; did you mean" in out
    assert "- **Міст відкрили знову** · `content/entries/2024/2024-07-05-mist-vidkryly-znovu.md`" in out
    assert "· from `seeds/b.txt`" in out
    assert f"- **Школи отримали генератори** · `{ENTRY}` · `quotations`" in out
    assert "- **Раса Жемайте** · `rasa-zhemaite`\n  - " in out


def test_files_that_go_and_files_that_cannot_be_read_are_named(desk: Desk, base: Path) -> None:
    (desk.root / ENTRY).unlink()
    desk.put("content/actors/tom-bakster.md", "немає ключів\n")
    assert [(c.path, c.how, c.title, c.read) for c in changed(base, desk.root)] == [
        (ENTRY, "deleted", "Школи отримали генератори", True),
        ("content/actors/tom-bakster.md", "changed", "Том Бакстер", False),
    ]
    out = told(Told(changed(base, desk.root)), "en")
    assert (
        "### Deleted entries (1)" in out
        and "**Том Бакстер** · `content/actors/tom-bakster.md` · cannot be read" in out
    )


def test_what_the_machine_keeps_for_itself_is_no_change(desk: Desk, base: Path) -> None:
    desk.put(ENTRY, desk.read(ENTRY).replace("  rules: 2\n", "  rules: 1\n"))
    assert changed(base, desk.root) == []


def test_a_change_of_the_measured_quality_is_a_table(
    desk: Desk, base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"part": "names", "name": "exact F1", "figure": "92.0", "goal": "90"}
    for root, figure in ((base, "92.0"), (desk.root, "93.5")):
        (root / FIGURES).parent.mkdir(parents=True)
        (root / FIGURES).write_text(json.dumps([{**row, "figure": figure}]), "utf-8")
    assert "| names | exact F1 | 92.0 | 93.5 | 90 |" in summary(desk, base, capsys)


HOSTILE = (
    "<script>alert(1)</script> ![x](https://evil.example/p.png) @everyone #1 `code` | cell\n\n# head [a](b)"
)


def test_no_word_of_a_text_becomes_markup_a_picture_or_a_mention() -> None:
    change = Changed("content/entries/2024/`x`.md", "entries", "new", HOSTILE, seed="a`b.txt")
    out = told(Told([change], offers=[HOSTILE], problems=[Problem("r", "p`.md", HOSTILE, HOSTILE)]), "en")
    html = markdown(out, extensions=["markdown.extensions.tables"])
    assert "<script" not in html and "<img" not in html and "<a " not in html
    assert "@everyone" not in out and "https://" not in out
    assert [line for line in out.splitlines() if line.startswith("# ")] == []


def test_a_long_list_says_how_much_more_there_is() -> None:
    many = [Changed(f"content/actors/a-{n}.md", "actors", "new", f"А {n}") for n in range(MOST + 7)]
    assert told(Told(many), "uk").rstrip().endswith("- і ще 7")


def test_safe_words_are_one_line() -> None:
    assert safe("a\n- b") == "a \\- b"
