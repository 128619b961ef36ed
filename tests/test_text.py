"""Tokens of a part are those of the part alone; the plain text has the length of the text."""

from hypothesis import given
from hypothesis import strategies as st

from copydesk.model import Span
from copydesk.text import plain, tokens, words_of

TEXTS = st.text("абґé'’-‑«»3.,:_ \u00a0\n", max_size=40)


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_tokens_of_a_span_are_those_of_its_words(text, one, other):
    start, stop = sorted((min(one, len(text)), min(other, len(text))))
    found = tokens(text, Span(start, stop))
    assert [t.text for t in found] == [t.text for t in tokens(text[start:stop])]
    assert all(text[t.start : t.stop] == t.text for t in found)


def test_a_span_may_end_inside_a_token():
    assert [t.text for t in tokens("рівно 3.5 кг", Span(0, 8))] == ["рівно", "3", "."]


@given(TEXTS)
def test_plain_keeps_every_offset(text):
    assert len(plain(text)) == len(text)


def test_plain_folds_spaces_dashes_marks_and_apostrophes():
    assert plain("п’ять\u00a0– „так“‑то «ні»") == 'п\'ять — "так"-то «ні»'


def test_words_are_case_folded_without_numbers():
    assert words_of("П’ять із 10, м'Яко") == ["п'ять", "із", "м'яко"]
