"""The quick walk finds what pymorphy3 finds, in its order, for known, guessed and broken words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymorphy3 import MorphAnalyzer

from copydesk.morphology import analyser

WORDS = {
    "ru": ["еще", "мед", "сказала", "посланница", "жемайтём", "по-новому", "мини-рынок", "ъъъ", "", "е"],
    "uk": ["ґанок", "гриб", "сказала", "посланниця", "жемайтом", "найтихіший", "міні-ринок", "ьь", "г"],
}
SLOW = {lang: MorphAnalyzer(lang=lang) for lang in WORDS}


def read(parses):
    return [(p.word, str(p.tag), p.normal_form, p.score, p.is_known) for p in parses]


@pytest.mark.parametrize(("lang", "word"), [(lang, word) for lang in WORDS for word in WORDS[lang]])
def test_a_word_reads_as_before(lang, word):
    assert read(analyser(lang).parse(word)) == read(SLOW[lang].parse(word))


@given(st.sampled_from(["ru", "uk"]), st.text("абвгґдеёєжзиіїйклмнопрстухчшщьюя'-", max_size=12))
def test_any_letters_read_as_before(lang, word):
    assert read(analyser(lang).parse(word)) == read(SLOW[lang].parse(word))
