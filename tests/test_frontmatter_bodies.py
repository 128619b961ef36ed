"""No text of `content/` reaches a Markdown parser that it could keep busy."""

from __future__ import annotations

import pytest

from copydesk.frontmatter import Entry, bodies, load
from digest.body import render
from tests.casefile import Case, cases
from tests.patience import patience

HEAD = "---\ntitle: Міст\nlang: uk\ndate: 2024-06-04\n---\n"


def repeated(case: Case, times: int = 0) -> str:
    words, _, count = case.given.replace("⏎", "\n").rpartition("×")
    return words * (times or int(count))


@pytest.mark.parametrize("case", cases("heavy"), ids=str)
def test_too_much_is_refused_with_its_line(case: Case) -> None:
    found = bodies.wrong(repeated(case))
    assert found is not None
    assert f"{found[0]}: {found[1]}" == case.expected


@pytest.mark.parametrize("case", cases("heavy"), ids=str)
def test_the_most_that_passes_is_soon_rendered(case: Case) -> None:
    times = max(
        n for n in (1, 12, 40, 64, 100, 130, 199, 300, 399, 999, 5_000) if not bodies.wrong(repeated(case, n))
    )
    block = repeated(case, times).strip("\n") + "\n\n"
    texts = (block * n for n in (1, 2, 5, 10, 50))
    heaviest = max((text for text in texts if not bodies.wrong(text)), key=len)
    with patience(3):
        render(heaviest)


@pytest.mark.parametrize(
    "body",
    [
        "Слово [1], [2] і [3] — див. [тут](https://example.org/a_b_c).\n\n" * 300,
        "- пункт\n" * 500,
        "| а | б |\n|---|---|\n" + "| 1 | 2 |\n" * 150,
        "5 < 7 і 7 > 5; C++ & C#; snake_case_name; 2 * 2 = 4; `код`\n\n" * 150,
        "\\[сміх\\] — сказав він.\n\n" * 3_000,
        "> Цитата\n>\n> > у цитаті\n",
        "Дуже довгий абзац. " * 1_500,
    ],
)  # fmt: skip
def test_what_people_write_passes(body: str) -> None:
    assert bodies.wrong(body) is None


def test_the_line_is_that_of_the_block() -> None:
    assert bodies.wrong("Слово.\n\nСлово\nй слово.\n\n" + "[" * 201)[0] == 6  # type: ignore[index]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("Так\n\nні\x00", "8:1: an invisible control character (U+0000) stands in it; delete it"),
        ("Так \u202eін", "6:1: an invisible mark that turns the direction of writing (U+202E)"),
        ("Так \ufffe", "6:1: an invisible control character (U+FFFE)"),
    ],
)
def test_what_no_text_may_have(body: str, says: str) -> None:
    document, problems = load(HEAD + body, Entry, "x.md")
    assert document is None
    assert str(problems[0]).startswith(f"x.md:{says}")


@pytest.mark.parametrize(
    "body",
    ["Родина 👨‍👩‍👧 й прапор 🏳️‍🌈", "м\u00adяко", "а\u200bб", "\ufeffслово", "дім\u200f", "п'ять п’ять пʼять"],
)
def test_invisible_letters_that_texts_do_have(body: str) -> None:
    assert load(HEAD + body, Entry, "x.md")[1] == []
