"""The fast way for plain prose gives what Python-Markdown and the sanitiser give, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import body, prose
from digest.body import clean, render
from tests import corpus

MARKS = list("«»„“”‘’'\"()–—-/%№+=$€₴°§@:;,!?….")
ODD = list("*_[]<>&|#`~\\{}^\u0301\u00a0\u2028ß")
BREAKS = [
    "\n",
    "\n\n",
    "\n\n\n",
    "\n\n## ",
    "\n\n### ",
    "\n\n# ",
    "\n\n##### ",
    "\n\n- ",
    "\n\n12. ",
    "\n    ",
]


def slowly(text: str) -> str:
    """As it is done for text that is more than prose."""
    return clean(body._markdown().reset().convert(text))


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from([*"аїґ ez 0129", *MARKS, *BREAKS]), max_size=40).map("".join))
def test_prose_is_what_markdown_makes_of_it(text: str) -> None:
    made = prose.html_of(text)
    assert made is None or made == slowly(text)


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from([*"аb1. ", *MARKS, *ODD, "\n"]) | st.characters(codec="utf-8"), max_size=24))
def test_any_text_is_what_markdown_makes_of_it(text: str) -> None:
    assert render(text) == slowly(text)


@pytest.mark.parametrize(
    "text",
    ["* a", "a *b* c", "1. a", "a\nb", "a  \nb", "a\n===", "# a", "## a #", "    a", "a_b_c", "a | b",
     "<b>a</b>", "a &amp; b", "a\u00a0b", "[a](b)", "a\n\n \nb", "a ", "---", "- a", "+ a", "## ", "##a"],
)  # fmt: skip
def test_what_may_mean_something_is_left_to_markdown(text: str) -> None:
    assert prose.html_of(text) is None


def test_an_entry_as_the_converter_writes_it_needs_no_markdown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(body, "_markdown", lambda: pytest.fail("Markdown was called"))
    corpus.write(tmp_path, 30, words=200)
    texts = [p.read_text("utf-8").split("---\n", 2)[2] for p in (tmp_path / "content/entries").rglob("*.md")]
    assert all("<p>" in render(text.strip()) for text in texts)
    assert any("<h2>" in render(text.strip()) for text in texts)
