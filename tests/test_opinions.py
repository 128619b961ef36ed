"""What the losing rules said, and what was kept from being a quotation: asked for by `explain`."""

from __future__ import annotations

from copydesk import clean, quotations, seeds

PAGE = """Назарій Дрозд відкрив пором через Тису | Голос Тиси
Назарій Дрозд відкрив пором через Тису

«Пором ходитиме щодня», — сказав капітан Назарій Дрозд газеті «Голос Тиси». Він радить цей рейс.
Так званий «мостовий» збір скасують із першого числа наступного місяця, додали в раді.
"""


def test_every_rule_for_the_headline_is_heard_and_the_first_is_believed() -> None:
    seed = seeds.from_text("porom", PAGE)
    found = [one for field, one in clean.opinions(seed) if field == "headline"]

    assert [one.rule for one in found] == ["doubled", "first"]
    assert clean.dispatch(seed).headline == found[0]


def test_names_and_terms_in_marks_are_left_out_with_their_rule() -> None:
    dispatch = clean.dispatch(seeds.from_text("porom", PAGE))
    found = quotations.left_out(dispatch, ())

    assert [(one.span.of(dispatch.text), one.rule) for one in found] == [
        ("«Голос Тиси»", "after_kind_of_thing"),
        ("«мостовий»", "so_called"),
    ]
    assert "says what is named" in found[0].why
    kept = [q.whole for q in quotations.quotations(dispatch, ())]
    assert kept
    assert not any(q.overlaps(one.span) for q in kept for one in found)
