"""Letters that look like others: what is told, and the benign names of which nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.check import Shelves
from copydesk.check.lookalikes import mixed, outline, same_look

ACTOR = "---\nname: {}\nkind: organisation\n{}---\n"


def told(folder: Path, *names: str, more: str = "") -> list[str]:
    """What is said of actors of these names, the last of them with `more` in its front matter."""
    (folder / "content/actors").mkdir(parents=True)
    for number, name in enumerate(names):
        text = ACTOR.format(name, more if number == len(names) - 1 else "")
        (folder / f"content/actors/a-{number}.md").write_text(text, encoding="utf-8")
    shelves = Shelves(folder)
    assert shelves.problems == []
    return [problem.message for rule in (mixed, same_look) for problem in rule(shelves)]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("0leksii Hrim", "“0leksii” has a digit for a letter"),
        ("Mar1a Hrim", "“Mar1a” has a digit for a letter"),
        ("Ол3на Грім", "“Ол3на” has a digit for a letter"),
        ("Οleksii Hrim", "“Οleksii” mixes alphabets: Ο"),  # Greek
        ("Օlena Hrim", "“Օlena” mixes alphabets: Օ"),  # Armenian
        ("Гріμ", "“Гріμ” mixes alphabets: μ"),  # Greek among Cyrillic
        ("Oлена", "“Oлена” mixes Cyrillic letters with Latin ones: O"),
    ],
)
def test_a_strange_letter_is_told(tmp_path: Path, name: str, message: str) -> None:
    assert told(tmp_path, name) == [message]


@pytest.mark.parametrize(
    "name",
    ["COVID-19", "F16", "Т-64", "С-300", "1-ша бригада", "5 канал", "1С", "24tv", "90-ті", "2nd Wave",
     "UA-Футбол", "IT-армія", "β-каротин", "Σίσυφος", "Մոլորակ", "О’Ніл", "Вʼячеслав", "Café Ñandú",
     "ZX123ab", "Дія.City"],
)  # fmt: skip
def test_of_a_usual_name_nothing_is_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, name) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Косорот", "Кocopoт"),
        ("Caesar", "Саеsаr"),
        ("OXIPAP", "ΟΧΙΡΑΡ"),
        ("Alpha Bank", "Аlрhа Ваnk"),
        ("Aperol", "Ａperol"),
    ],
)
def test_names_alike_to_the_eye_look_the_same(one: str, other: str) -> None:
    assert one != other
    assert outline(one) == outline(other)


def test_two_actors_alike_to_the_eye_are_told(tmp_path: Path) -> None:
    # The second is Cyrillic from end to end.
    assert told(tmp_path, "COXOPA", "СОХОРА") == ["“СОХОРА” looks like “COXOPA” (a-0), in other letters"]


def test_an_editor_may_part_them(tmp_path: Path) -> None:
    assert told(tmp_path, "COXOPA", "СОХОРА", more="not_same_as: [a-0]\n") == []


def test_short_abbreviations_meet_by_chance(tmp_path: Path) -> None:
    assert told(tmp_path, "EC", "ЕС") == []
