from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.verbatim import folded, nearest, quotation_id, stands_in
from tests.casefile import Case, cases


@pytest.mark.parametrize("case", cases("verbatim"))
def test_a_quotation_stands_in_its_seed(case: Case) -> None:
    content, _, text = case.given.partition("\n")
    assert stands_in(content, text) is (case.expected == "yes")


@given(st.text(max_size=80), st.text(min_size=1, max_size=20), st.text(max_size=80))
def test_a_piece_of_a_text_stands_in_it(before: str, piece: str, after: str) -> None:
    text = f"{before} {piece} {after}"
    assert stands_in(piece, text) is bool(folded(piece))


@given(st.text("аб «», —-.", max_size=40), st.text("аб «», —-.", max_size=120))
def test_no_letter_is_invented(content: str, text: str) -> None:
    if stands_in(content, text):
        assert set(folded(content)) <= set(folded(text)) | {" "}


def test_the_nearest_words_are_whole_words() -> None:
    text = "Того дня «Міст стоїть і стоятиме», — сказала Раса Жемайте."
    assert nearest("Міст стояв і стоятиме", text) == "Міст стоїть і стоятиме"
    assert nearest("Зовсім про щось інакше йдеться", text) == ""


def test_an_id_is_of_the_words_alone() -> None:
    assert quotation_id("Це – «так»") == quotation_id('Це  — "так"')
    assert quotation_id("Так", {quotation_id("Так")}) != quotation_id("Так")
    assert len(quotation_id("Так")) == 8


@pytest.mark.parametrize(
    ("content", "text"),
    [("а " * 200 + "б", "а - " * 5000), ("а " * 100 + "б", 'а " - ' * 3000), ("а б", "а-" * 9000)],
)
def test_no_seed_makes_the_search_long(content: str, text: str) -> None:
    start = time.perf_counter()
    assert not stands_in(content, text)
    assert time.perf_counter() - start < 1
