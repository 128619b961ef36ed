"""The YAML header of a seed."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.model import Facts
from copydesk.seeds.header import KEYS, read_date, split


def test_a_header_becomes_facts() -> None:
    head = split(
        "---\nurl: https://misto.ua/1\noutlet: Вісник\nfetched: 2024-05-06\nlang: uk\n"
        "title: 'Міст: відкрито'\n"
        "byline: О. Лис\npublished: 2024-05-05T10:00:00\n---\nТекст",
        "a.txt",
    )
    assert head.facts == Facts(
        title="Міст: відкрито",
        outlet="Вісник",
        url="https://misto.ua/1",
        byline="О. Лис",
        lang="uk",
        published=date(2024, 5, 5),
        fetched=date(2024, 5, 6),
    )
    assert (head.text, head.first_line, head.problems) == ("Текст", 10, [])


@pytest.mark.parametrize(
    "text",
    [
        "Текст",
        "---",
        "---\nтекст",
        "---\nПро це пише: DW\n---\nТекст",
        "---\n- пункт\n---\n",
        " ---\noutlet: A\n---\n",
        "-----\n",
        "---\n\n---\n",
    ],
)  # fmt: skip
def test_a_dashed_line_is_not_always_a_header(text: str) -> None:
    head = split(text, "a.txt")
    assert (head.facts, head.text, head.first_line, head.problems) == (Facts(), text, 1, [])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("utlet: A", "did you mean `outlet`"),
        ("colour: A", "the keys here are url"),
        ("fetched: вчора", "a date like"),
        ("lang: de", "one of uk, ru, en"),
        ("lang: no", "one of uk, ru, en"),
        ("url: javascript:alert(1)", "https://"),
        ("title: 12", "quote a number"),
        ("title: [a, b]", "quote a number"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(line: str, message: str) -> None:
    head = split(f"---\nbyline: A\n{line}\n---\nТекст", "a.txt")
    assert len(head.problems) == 1
    assert message in str(head.problems[0])
    assert head.problems[0].line == 3
    assert head.facts.byline == "A"


@pytest.mark.parametrize(
    "block", ["outlet: 'A", "outlet: A\noutlet: B", "outlet: a: b", "title: !!python/none x"]
)
def test_broken_yaml_is_a_problem(block: str) -> None:
    head = split(f"---\n{block}\n---\nТекст", "a.txt")
    assert len(head.problems) == 1
    assert head.problems[0].rule == "header"
    assert head.problems[0].line in (2, 3)
    assert head.text == "Текст"


def test_every_key_is_a_fact() -> None:
    assert set(KEYS) == set(Facts.__dataclass_fields__)


@pytest.mark.parametrize("value", [None, 5, "2024", "2024-13-01", "05.06.2024", "2024-05-061"])
def test_no_date_is_invented(value: object) -> None:
    assert read_date(value) is None
