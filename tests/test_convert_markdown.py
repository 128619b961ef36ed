"""Whatever characters a seed has, its words are what the page shows."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown

from copydesk import seeds
from copydesk.convert.markdown import body, escaped
from copydesk.model import Block, Dispatch, Span
from digest.body import render


def rendered(text: str, extensions: list[str]) -> list[tuple[str, str]]:
    soup = BeautifulSoup(markdown(text, extensions=extensions), "lxml")
    return [(tag.name, tag.get_text()) for tag in soup.find_all(True) if tag.name not in ("html", "body")]


@settings(max_examples=300)
@given(st.text("ab 1.)(-+*_#>`~[]{}!:|=<>&;\\'\"/^amp—яй$%@", max_size=25).filter(lambda s: bool(s.split())))
def test_words_stay_words(words: str) -> None:
    for extensions in ([], ["tables", "sane_lists"], ["extra"]):
        shown = rendered(f"Aa\n\n{escaped(words)}\n\nBb", extensions)
        assert shown == [("p", "Aa"), ("p", " ".join(words.split())), ("p", "Bb")]


@pytest.mark.parametrize(
    "words", ["5 < 7", "C++", "зв'язок", "snake_case", "R&D", "1990 рік", "Так! (майже)"]
)
def test_ordinary_words_are_left_as_typed(words: str) -> None:
    assert escaped(words) == words


def test_blocks_are_set_by_their_role() -> None:
    text = "Перший\nабзац\nЩо далі\nодин\nдва\nКінець"
    places = [
        (0, 12, "paragraph"),
        (13, 20, "subheading"),
        (21, 25, "item"),
        (26, 29, "item"),
        (30, 36, "paragraph"),
    ]
    blocks = tuple(Block(Span(a, b), role) for a, b, role in places)  # type: ignore[arg-type]
    made = body(Dispatch(seeds.from_text("a.txt", text), "uk", blocks=blocks))
    assert made == "Перший абзац\n\n## Що далі\n\n- один\n- два\n\nКінець"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("- насоси;", "насоси;"),
        ("•  автобуси.", "автобуси."),
        ("— Так, їду.", "— Так, їду."),
        ("-5 °C", "-5 °C"),
    ],
)
def test_an_item_has_the_mark_of_the_list_alone(line: str, shown: str) -> None:
    blocks = (Block(Span(0, len(line)), "item"),)
    made = body(Dispatch(seeds.from_text("a.txt", line), "uk", blocks=blocks))
    assert render(made) == f"<ul>\n<li>{shown}</li>\n</ul>"


@pytest.mark.parametrize("words", ["__init__ і __all__", "_a__b_ c_", "див. __слово__, __ще__"])
def test_underscores_around_words_are_no_emphasis(words: str) -> None:
    assert render(escaped(words)) == f"<p>{words}</p>"
