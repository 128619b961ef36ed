"""The stage behind the real stages before it, on the two seeds of the project."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from copydesk.actors import starter
from copydesk.clean import dispatch
from copydesk.model import Quotation, Seed
from copydesk.names import mentions
from copydesk.quotations import quotations
from copydesk.seeds import read

SEEDS = Path(__file__).parent.parent / "seeds"


@cache
def printed(name: str) -> tuple[Seed, tuple[Quotation, ...]]:
    """The seed and its direct and partial quotations."""
    seed, _ = read(SEEDS / name, name)
    assert seed is not None
    page = dispatch(seed)
    return seed, tuple(q for q in quotations(page, mentions(page, starter())) if q.kind != "indirect")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Ми надаватимемо один одному", "Ван Ї"),
        ("безпрецедентно високий рівень", "Сергій Лавров"),
        ("Наше стратегічне партнерство", "Сергій Лавров"),
        ("без обмежень", None),
        ("почати діалог", "Сергій Лавров"),
        ("гегемонії та політиці сили", "Ван Ї"),
        ("загальнодоступну економічну", "Ван Ї"),
        ("підривають світовий порядок", "Ван Ї"),
        ("Китай продовжує надавати", "Ентоні Блінкен"),
    ],
)
def test_the_ukrainian_seed(words: str, speaker: str | None) -> None:
    check("000_3739414d06a374c6.txt", words, speaker)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("укрепляет свою роль", "Владимир Путин"),
        ("сотрудничество не направлено", "Владимир Путин"),
        ("всеобъемлющее партнерство", "Владимир Путин"),
        ("неспокойную международную", "Си Цзиньпин"),
        ("продолжать поддерживать", "Си Цзиньпин"),
        ("старым другом", "Си Цзиньпин"),
        ("планы и договоренности", "Си Цзиньпин"),
        ("Турция может заложить", "Реджеп Тайип Эрдоган"),
        ("Разумный мир", "администрация президента Турции"),
        ("Нет, это невозможно", "Дмитрий Песков"),
        ("демонстрирует миру", "Александр Лукашенко"),
        ("имеет значительные разногласия", "Найджел Гулд-Дэвис"),
        ("основная ценность", "Найджел Гулд-Дэвис"),
    ],
)
def test_the_russian_seed(words: str, speaker: str | None) -> None:
    check("003_4b74998fec9b47ba.txt", words, speaker)


def test_names_and_titles_are_not_printed() -> None:
    seed, found = printed("003_4b74998fec9b47ba.txt")
    words = [q.whole.of(seed.text) for q in found]
    assert not any(name in content for content in words for name in ("Большую двадцатку", "Пояс и путь"))
    assert len(found) == 14
    assert len(printed("000_3739414d06a374c6.txt")[1]) == 9


def check(name: str, words: str, speaker: str | None) -> None:
    seed, found = printed(name)
    (one,) = [q for q in found if q.whole.of(seed.text).startswith(words)]
    assert one.speaker == speaker
