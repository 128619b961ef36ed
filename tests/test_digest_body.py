"""Markdown of people to HTML that cannot run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.body import TAGS, clean, first_paragraphs, render
from tests.casefile import Case, cases


@pytest.mark.parametrize("case", cases("body"), ids=str)
def test_cases(case: Case) -> None:
    assert render(case.given, "entries/2024", 2) == case.expected


@given(st.text(alphabet=st.sampled_from("<>a b\"'=/&;:#[]()*`\n!-script"), max_size=80))
def test_cleaning_what_is_clean_changes_nothing(text: str) -> None:
    once = render(text)
    assert clean(once) == once


@given(st.text(max_size=200))
def test_only_allowed_tags_come_out(text: str) -> None:
    from bs4 import BeautifulSoup

    assert {tag.name for tag in BeautifulSoup(render(text), "html.parser").find_all(True)} <= TAGS


def test_an_excerpt_is_the_first_paragraphs() -> None:
    assert first_paragraphs(render("один\n\n## два\n\nтри\n\nчотири")) == "<p>один</p>\n<p>три</p>"
