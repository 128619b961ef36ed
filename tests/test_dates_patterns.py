"""A pattern of figures finds the same where it is asked at figures only."""

import re

from hypothesis import given
from hypothesis import strategies as st

from copydesk.dates.clues import _matches
from copydesk.dates.patterns import written

WORDS = ("квітня", "April", "2024", "09", "31", "7", "року", "2024-04-09", "9.04.2024", "12:30", "понеділок")
PARTS = st.lists(st.sampled_from([*WORDS, " ", " ", " ", ".", ",", "-", "—", "/", "\n", "ст"]), max_size=16)


@given(PARTS)
def test_figures_are_found_where_finditer_finds_them(parts):
    text = "".join(parts)
    figures = [found.start() for found in re.finditer(r"\d+", text)]
    for pattern in written():
        found = [match.span() for match in _matches(pattern, text, figures)]
        assert found == [match.span() for match in pattern.regex.finditer(text)], pattern.name


def test_eleven_patterns_begin_with_figures():
    assert sum(pattern.begins_with_figures for pattern in written()) == 11
