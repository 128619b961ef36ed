"""Shapes of words are named as the model was taught them."""

import pytest

from copydesk.names.outline import outline
from copydesk.names.tagger import tagger

SHAPES = {
    "Обрій": "RU_Xx", "ОБРІЙ": "RU_XX", "обрій": "RU_xx", "обрий": "RU_xx", "Я": "RU_X", "я": "RU_x",
    "Гай-Луг": "RU_Xx-Xx", "по-нашому": "RU_xx", "Із": "OTHER", "BBC": "EN_XX", "eBay": "EN_OTHER",
    "2024": "NUM", "10-й": "NUM", ",": "PUNCT_,", "«": "PUNCT_«", "?!": "PUNCT_OTHER", "§": "OTHER",
}  # fmt: skip


@pytest.mark.parametrize("word", SHAPES)
def test_outline(word):
    assert outline(word) == SHAPES[word]


def test_the_model_knows_every_shape():
    assert set(SHAPES.values()) <= tagger().shapes.keys()


def test_sentences_of_a_document_do_not_see_each_other():
    alone = tagger().tag([["Раиса", "Жемайтова", "приехала", "."]])
    assert tagger().tag([["Он", "из", "Раисы"], [], ["Раиса", "Жемайтова", "приехала", "."]])[1:] == [
        [],
        *alone,
    ]
    assert alone[0][:2] == ["B-PER", "I-PER"]
