"""Pairing of marks alone: what is between them, piece by piece."""

from __future__ import annotations

import re

import pytest

from copydesk.model import Block, Span
from copydesk.quotations.marks import passages


def found(text: str) -> list[str]:
    blocks = tuple(Block(Span(m.start(), m.end()), "paragraph") for m in re.finditer(r"[^\n]+", text))
    return [" / ".join(piece.of(text) for piece in one.pieces) for one in passages(text, blocks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Він сказав «так» і «ні».", ["так", "ні"]),
        ("Завод „Маяк“ і завод „Хвиля”.", ["Маяк", "Хвиля"]),
        ('Он сказал: "Да", потом: "Нет".', ["Да", "Нет"]),
        ('Он сказал " да " и ушёл.', ["да"]),
        ('"Мы любим "Маяк", и он нас", — сказал он.', ['Мы любим "Маяк", и он нас']),
        ("«Ми любимо „Маяк“ і море», — сказав він.", ["Ми любимо „Маяк“ і море"]),
        ("«Ми любимо завод «Маяк», — сказав він.", ["Ми любимо завод «Маяк"]),
        (
            'Він додав. "Між "Маяком" та "Хвилею", як і раніше, угода є, зокрема щодо "Маяк", - сказав він.',
            ['Між "Маяком" та "Хвилею", як і раніше, угода є, зокрема щодо "Маяк'],
        ),
        (
            "«Есть одна беда. Хотелось сказать: «Всё, хватит!» — вспоминает она.",
            ["Есть одна беда. Хотелось сказать: «Всё, хватит!"],
        ),
        ("«Завод «Маяк», и точка. Потом «мы рады», — сказал он.", ["Завод «Маяк", "мы рады"]),
        ('"Дощ буде, — сказав він. Потім пішов.', ["Дощ буде"]),
        ("«Дощ буде. Потім він пішов.", ["Дощ буде"]),
        ('Закрылось здесь" и ничего.', []),
        ("«Перше.\n«Друге.\n«Третє».", ["Перше. / Друге. / Третє"]),
        ("“One. “Two,” he said.", ["One.", "Two,"]),
        ("The ‘old mill’ isn’t far.", ["old mill"]),
        ('Труба диаметром 5" и длиной 3".', []),
        ("«»", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert found(text) == expected
