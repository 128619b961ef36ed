"""A span meets some of many just where it overlaps one of them."""

from hypothesis import given
from hypothesis import strategies as st

from copydesk.model import Span
from copydesk.places import Places

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(0, 9))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_met_where_one_of_them_overlaps(spans, asked):
    assert Places(spans).meet(asked) == any(span.overlaps(asked) for span in spans)


def test_neighbours_do_not_meet():
    assert not Places([Span(0, 3), Span(5, 8)]).meet(Span(3, 5))
    assert not Places([]).meet(Span(0, 9))
