"""`check --fix` mends what is certain, says what it did, and touches nothing that an editor meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.__main__ import main
from copydesk.check.mending import mended
from copydesk.frontmatter import Entry, load
from tests.casefile import Case, cases

PATH = "content/entries/2024-07-03-mist.md"


@pytest.mark.parametrize("case", cases("mending"))
def test_what_is_certain_is_mended(case: Case) -> None:
    text, done = mended(case.given.replace("␠", "\ufeff") + "\n", Entry)
    told = "".join(f"{mend.line}: {mend.does}\n" for mend in done)
    assert told + text == case.expected + "\n"
    assert mended(text, Entry) == (text, [])


WRITTEN = """title: Міст|title: Міст: стоїть|lang: uk|date: 2024-07-03|date: 13.07.2024|byline: 12:30
byline: no # так|actors: tom|actors:|  - tom|  - tom|events: [on, mist]|---||x"""
LINES = st.lists(st.sampled_from(re.split(r"[|\n]", WRITTEN)), max_size=12)


@given(LINES, st.sampled_from(["", "Текст: як є.\n\n---\n\n- no\n"]))
def test_the_text_and_every_other_line_stay(lines: list[str], body: str) -> None:
    raw = "\n".join(["---", *lines, "---", body])
    text, done = mended(raw, Entry)
    assert text.endswith(body)
    kept = [line for line in raw.split("\n") if line in text.split("\n")]
    assert len(raw.split("\n")) - len(kept) <= len(done)
    if load(raw, Entry)[0]:
        assert load(text, Entry)[0]


def test_the_command_says_what_it_did_and_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "content/entries").mkdir(parents=True)
    wrong = "---\ntitle: Міст: стоїть\nlang: uk\ndate: 2024-07-03\nactors: [nobody]\n---\nТекст.\n"
    (tmp_path / PATH).write_text(wrong, encoding="utf-8")
    assert main(["--project", str(tmp_path), "--messages", "uk", "check", "--fix"]) == 1
    out = capsys.readouterr().out
    assert out == (
        f"{PATH}:2: узято значення в лапки\n"
        f"{PATH}:5:10: немає content/actors/nobody.md; "
        "додайте content/actors/nobody.md або приберіть назву звідси\n"
    )
    assert (tmp_path / PATH).read_text(encoding="utf-8") == wrong.replace("Міст: стоїть", '"Міст: стоїть"')
