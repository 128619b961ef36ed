"""What a careful reader gets from the first two seeds of the digest, word for word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from copydesk import seeds
from copydesk.actors import Linker, starter
from copydesk.edit import draft, linked
from copydesk.model import Draft, Quotation

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(starter())


def _read(name: str, linker: Linker) -> Draft:
    seed, problems = seeds.read(SEEDS / name, name)
    assert seed is not None
    assert not problems
    return linked(draft(seed, starter()), linker)


@pytest.fixture(scope="module")
def uk(linker: Linker) -> Draft:
    return _read("000_3739414d06a374c6.txt", linker)


@pytest.fixture(scope="module")
def ru(uk: Draft, linker: Linker) -> Draft:
    return _read("003_4b74998fec9b47ba.txt", linker)


def _kept(made: Draft) -> str:
    return "\n".join(block.span.of(made.dispatch.text) for block in made.dispatch.blocks)


def _said(made: Draft) -> dict[str, Quotation]:
    text = made.dispatch.text
    return {" … ".join(s.of(text) for s in q.spans): q for q in made.quotations if q.kind != "indirect"}


def _speaker(made: Draft, begins: str) -> str | None:
    found = [q for words, q in _said(made).items() if words.startswith(begins)]
    assert len(found) == 1, (begins, list(_said(made)))
    return found[0].speaker


def test_uk_head(uk: Draft) -> None:
    """Language, headline, outlet."""
    assert uk.dispatch.lang == "uk"
    assert uk.dispatch.headline and uk.dispatch.headline.value.startswith("Рішуча підтримка і багатостороння")
    assert uk.dispatch.outlet and uk.dispatch.outlet.value == "DW"


def test_uk_dates(uk: Draft) -> None:
    """No publication date stands in the text: the weekday and the told events leave one year."""
    assert uk.published and (uk.published.date, uk.published.precision) == (date(2024, 4, 9), "day")
    assert "вівторок, 9 квітня" in uk.published.evidence
    assert uk.happened and uk.happened.date == date(2024, 4, 9)


def test_uk_has_nothing_of_the_related_articles(uk: Draft) -> None:
    """The box of other articles is gone, the last paragraph of this one is kept."""
    for alien in ("Статті", "Якщо Америка", "першою дроновою", "Мюнхен-2025", "21.02.2025", "Всі статті"):
        assert alien not in _kept(uk)
    assert "чотириденні переговори в Китаї" in _kept(uk)


@pytest.mark.parametrize(
    ("begins", "speaker"),
    [
        ("Ми надаватимемо один одному", "Ван Ї"),
        ("безпрецедентно високий рівень", "Сергій Лавров"),
        ("Наше стратегічне партнерство", "Сергій Лавров"),
        ("почати діалог", "Сергій Лавров"),
        ("гегемонії та політиці сили", "Ван Ї"),
        ("загальнодоступну економічну", "Ван Ї"),
        ("підривають світовий порядок", "Ван Ї"),
        ("Китай продовжує надавати", "Ентоні Блінкен"),
    ],
)
def test_uk_speakers(uk: Draft, begins: str, speaker: str) -> None:
    """Every quotation with its speaker, three of them behind one "сказав він"."""
    assert _speaker(uk, begins) == speaker


def test_ru_head(ru: Draft) -> None:
    """The doubled headline once, without the site's name; the masthead gives the outlet."""
    assert ru.dispatch.lang == "ru"
    assert ru.dispatch.headline
    assert ru.dispatch.headline.value == (
        "Путин и Си Цзиньпин приветствуют «стабильность» китайско-российского партнёрства на фланге ШОС"
    )
    assert ru.dispatch.outlet and ru.dispatch.outlet.value == "Orsk.today"


def test_ru_dates(ru: Draft) -> None:
    """The date line is the publication's, the weekday the event's."""
    assert ru.published and ru.published.date == date(2024, 7, 7)
    assert ru.happened and ru.happened.date == date(2024, 7, 3)


def test_ru_body(ru: Draft) -> None:
    """No masthead, tagline or cross-links; the subheading in its role."""
    for alien in ("Orsk.today", "Будьте в курсе", "READ", "оперативные обновления", "Новости\n"):
        assert alien not in _kept(ru)
    subheadings = [b.span.of(ru.dispatch.text) for b in ru.dispatch.blocks if b.role == "subheading"]
    assert subheadings == ["Общая оптика"]


@pytest.mark.parametrize(
    ("begins", "speaker"),
    [
        ("укрепляет свою роль", "Владимир Путин"),
        ("сотрудничество не направлено", "Владимир Путин"),
        ("всеобъемлющее партнерство", "Владимир Путин"),
        ("неспокойную международную ситуацию", "Си Цзиньпин"),
        ("продолжать поддерживать", "Си Цзиньпин"),
        ("планы и договоренности", "Си Цзиньпин"),
        ("Турция может заложить основу", "Реджеп Тайип Эрдоган"),
        ("Нет, это невозможно", "Дмитрий Песков"),
        ("демонстрирует миру", "Александр Лукашенко"),
        ("имеет значительные разногласия", "Найджел Гулд-Дэвис"),
        ("основная ценность", "Найджел Гулд-Дэвис"),
    ],
)
def test_ru_speakers(ru: Draft, begins: str, speaker: str) -> None:
    """Every quotation with its speaker: named, by pronoun, by role, by "по его словам"."""
    assert _speaker(ru, begins) == speaker


@pytest.mark.parametrize("name", ["Большую двадцатку", "Пояс и путь"])
def test_ru_names_are_not_quotations(ru: Draft, name: str) -> None:
    """Quotation marks around a name quote nobody."""
    assert not any(name in words for words in _said(ru))


def test_one_actor_over_languages(uk: Draft, ru: Draft) -> None:
    """The same people and states end on one page each."""

    def page(made: Draft, start: str) -> str | None:
        pages = {m.actor for m in made.mentions if m.name.endswith(start)}
        assert len(pages) == 1, (start, pages)
        return pages.pop()

    assert page(uk, "Путін") == page(ru, "Путин")
    assert page(uk, "Китай") == page(ru, "Китай")
    text = uk.dispatch.text
    alliance = {m.actor for m in uk.mentions if m.span.of(text).startswith("Північноатлантичний")}
    assert alliance == {m.actor for m in ru.mentions if m.span.of(ru.dispatch.text) == "НАТО"} != {None}
    russia = {m.actor for m in uk.mentions if m.span.of(text) in ("Росія", "Росії", "РФ", "Росією")}
    speaking = {m.actor for m in uk.mentions if m.span.of(text) == "Москва"}
    assert russia == speaking == {m.actor for m in ru.mentions if m.span.of(ru.dispatch.text) == "Россия"}


def test_every_quotation_is_verbatim(uk: Draft, ru: Draft) -> None:
    """Spans slice to words that stand inside a kept block."""
    for made in (uk, ru):
        for quotation in made.quotations:
            for span in quotation.spans:
                assert span.of(made.dispatch.text).strip()
                assert any(span in block.span for block in made.dispatch.blocks) or (
                    made.dispatch.headline
                    and made.dispatch.headline.span
                    and span in made.dispatch.headline.span
                )
