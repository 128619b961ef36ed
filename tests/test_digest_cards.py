"""Share cards: words that fit, letters that are there, the same picture for the same card."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from digest.build import Site, build
from digest.cards import Card, Shelf, cards, drawing
from digest.cards.drawing import FONTS, HEIGHT, WIDTH, lines, png
from digest.presentation.voice import voice
from tests.test_digest_build import SAID, actor, entry, event

CARD = Card("Вісті", "Саміт на узбережжі", "Міністерка назвала угоду тихою", ("Вісті · УКР",))
UKRAINIAN = "Ґ ґ Є є І і Ї ї ’ « » „ “ — № ₴"


def pixels(card: Card) -> bytes:
    return Image.open(io.BytesIO(png(card))).convert("L").tobytes()


def edges(card: Card) -> set[int]:
    """How many colours each edge of the picture has."""
    picture = Image.open(io.BytesIO(png(card))).convert("L")
    boxes = [
        (0, 0, 40, HEIGHT),
        (WIDTH - 40, 0, WIDTH, HEIGHT),
        (0, 0, WIDTH, 20),
        (0, HEIGHT - 20, WIDTH, HEIGHT),
    ]
    return {len(picture.crop(box).getcolors() or []) for box in boxes}


def test_it_is_a_picture_of_the_size_that_networks_show() -> None:
    picture = Image.open(io.BytesIO(png(CARD)))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


@pytest.mark.parametrize("words", ["Ї", "Дуже " * 120, "Щ" * 400, "", "王毅 \U0001f600 Ван Ї", "а\u202eб\nв"])
def test_words_of_any_kind_stay_inside(words: str) -> None:
    card = replace(CARD, words=words, above=words, below=(words, words), quoted=True)
    assert edges(card) == {1}


@pytest.mark.parametrize("font", ["NotoSerif-Bold.ttf", "NotoSans-Regular.ttf"])
@pytest.mark.parametrize("letter", UKRAINIAN.split())
def test_a_letter_has_a_shape_of_its_own(font: str, letter: str) -> None:
    drawn = ImageFont.truetype(FONTS / font, 40)
    assert bytes(drawn.getmask(letter)) != bytes(drawn.getmask("\U00010000"))


def test_what_the_fonts_do_not_have_is_left_out() -> None:
    assert pixels(replace(CARD, words="Ван Ї 王毅")) == pixels(replace(CARD, words="Ван Ї"))


def test_lines_hold_every_word() -> None:
    font = ImageFont.truetype(FONTS / "NotoSerif-Bold.ttf", 40)
    found = lines(f"раз два три чотири {'ш' * 60} п’ять", font, 300)
    assert "".join(found).replace(" ", "") == f"раздватричотири{'ш' * 60}п’ять"
    assert all(font.getlength(line) <= 300 for line in found)


def test_every_entry_quotation_actor_and_event_has_one() -> None:
    digest = build(
        [entry("2024-06-01-a", "events:\n  - e\n" + SAID.format("olha"))],
        [actor("olha", "Ольга")],
        [event("e", "starts: 2024-06-01\nplace: Київ\n")],
        Site(),
    )
    found = {address: make() for address, make in cards(digest, "Вісті", voice("uk"))}
    said = digest.quotations[0]
    assert set(found) == {
        "cards/entries/2024-06-01-a.png", f"cards/{said.page.rstrip('/')}.png", "cards/actors/olha.png",
        "cards/events/e.png"
    }  # fmt: skip
    words = found[f"cards/{said.page.rstrip('/')}.png"]
    assert (words.words, words.below[0], words.quoted) == (f"«{said.content}»", "Ольга", True)


def test_a_sound_copy_is_used_and_a_torn_one_is_not(tmp_path: Path) -> None:
    first = Shelf(tmp_path).picture(CARD)
    [kept] = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert Shelf(tmp_path).picture(CARD) == first
    whole = kept.stat()
    Shelf(tmp_path).picture(CARD)
    assert kept.stat().st_mtime_ns == whole.st_mtime_ns


def test_what_nobody_wants_any_more_goes(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for number, words in enumerate(("Перше", "Друге", "Третє")):
        shelf.picture(replace(CARD, words=words))
        newest = {path for path in tmp_path.iterdir() if path.stat().st_mtime_ns > 10}
        for path in newest:
            os.utime(path, ns=(number, number))
    shelf.tidy(2)
    assert len(list(tmp_path.iterdir())) == 3, "a few more are no harm"
    shelf.tidy(1)
    assert set(tmp_path.iterdir()) == newest


@pytest.mark.parametrize("many", [1, 5, 12, 30, 80, 200])
def test_words_are_cut_only_in_sizes_that_may_hold_them(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []
    lines = drawing.lines

    def counted(words: str, font: drawing.Font, width: int) -> list[str]:
        cut.append(words)
        return lines(words, font, width)

    monkeypatch.setattr(drawing, "lines", counted)
    words = " ".join(["Слово, що не стоїть саме"] * many)
    png(Card("Віче", "", words, ()))
    assert cut.count(words) <= 3
