"""A seed made of one unit over and over, as long as a seed may be in effect, is read in a moment.

The patience is many times what it takes; what grows with the square of the length takes minutes.
"""

import pytest

from copydesk import seeds
from copydesk.actors import Gazetteer
from copydesk.edit import draft
from tests.patience import patience

LENGTH, LINE = 90_000, 19_000
ABOVE = "Новини дня сьогодні в Україні\n\nУкрінформ\n\nМіністр Іван Коваль повідомив про це 9 квітня.\n\n"
UNITS = (
    "“A,” Smith said. ",
    "«А», - сказав Лис. ",
    "«а» ",
    "ТОВ «Ранок» ",
    "сказав ",
    "І.І.Коваль ",
    "Іван Коваль, Олена Гай, ",
    "його адвокат Іван Лис ",
    "— Як справи?\n— Добре, дякую.\n",
    "поліцейські повідомили ",
)


def read(text: str) -> None:
    with patience(15):
        draft(seeds.from_text("made.txt", text), Gazetteer({}))


@pytest.mark.parametrize("unit", UNITS)
def test_a_repeated_unit(unit: str) -> None:
    # No more marks than a seed may have.
    times = min(LENGTH // len(unit), 3_900 // max(1, sum(unit.count(mark) for mark in "«»“”")))
    text = unit * times
    read(ABOVE + (text if "\n" in unit else "\n".join(text[n : n + LINE] for n in range(0, len(text), LINE))))


def test_thousands_of_persons() -> None:
    syllables = [a + b for a in "бвгдклмнрст" for b in "аеиоу"]
    words = [(a + b).capitalize() for a in syllables for b in syllables]
    for people in ([f"{word} Коваль" for word in words * 3], [f"Іван {word}ченко" for word in words * 2]):
        lines = [", ".join(people[at : at + 900]) for at in range(0, len(people), 900)]
        read("\n".join(lines))
