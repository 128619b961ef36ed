"""The language of a text."""

from __future__ import annotations

import pytest

from copydesk.language import detect
from tests.casefile import Case, cases


@pytest.mark.parametrize("case", cases("language"), ids=str)
def test_case(case: Case) -> None:
    assert (detect(case.given) or "?") == case.expected


@pytest.mark.parametrize("text", ["", "   ", "2024", "!!!", "ok"])
def test_no_words_no_language(text: str) -> None:
    assert detect(text) is None
