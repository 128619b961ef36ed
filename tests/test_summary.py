"""The teaser and the sentences that open a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk import summary
from copydesk.text import block_sentences
from tests.casefile import Case, cases
from tests.marked import marked

SENTENCES = [
    "Мер Зарічного Іван Коваль відкрив новий міст через річку Білу.",
    "Проте він поїхав додому ще до того, як відкрили міст.",
    "Чому маленькому місту потрібен такий великий новий міст?",
    "«Міст поєднає наші два народи назавжди», — сказав посол Іван Коваль.",
    "Старий міст зруйнувала велика весняна повінь два роки тому.",
    "Читайте також про те, як у Зарічному будували старий міст.",
    "Так.",
    "Жителі " + "дуже " * 90 + "раділи новому мосту через річку.",
]


@pytest.mark.parametrize("case", cases("summary"))
def test_summary(case: Case) -> None:
    dispatch = marked(case.given)
    teaser = summary.teaser(dispatch)
    lines = ["T: " + (teaser.of(dispatch.text) if teaser else "none")]
    lines += ["S: " + span.of(dispatch.text) for span in summary.summary(dispatch)] or ["S: none"]
    assert "\n".join(lines) == case.expected


@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), max_size=4))
@settings(max_examples=80)
def test_only_whole_sentences_of_the_article_in_their_order(paragraphs: list[list[str]]) -> None:
    dispatch = marked("lang: uk\nH: Новини Зарічного\n" + "\n".join("P: " + " ".join(p) for p in paragraphs))
    whole = {s for b in dispatch.blocks for s in block_sentences(dispatch.text, b.span, "uk")}
    spans = summary.summary(dispatch)
    assert set(spans) <= whole and list(spans) == sorted(spans)
    assert len(spans) <= 3 and sum(map(len, spans)) <= 700
    teaser = summary.teaser(dispatch)
    assert teaser is None or (
        teaser in whole and teaser.of(dispatch.text) in (SENTENCES[i] for i in (0, 3, 4))
    )


@given(st.text(max_size=200))
@settings(max_examples=80)
def test_any_text_is_survived(text: str) -> None:
    dispatch = marked("lang: ru\nP: " + " ".join(text.split()))
    assert len(summary.summary(dispatch)) <= 3
    summary.teaser(dispatch)


def test_what_was_taken_out_is_never_shown() -> None:
    dispatch = marked("lang: uk\nN: Жителі Зарічного двадцять років переправлялися на другий берег човнами.")
    assert summary.teaser(dispatch) is None and summary.summary(dispatch) == ()
