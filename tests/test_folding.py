"""Words as they are searched for, and what else is looked for with them."""

from __future__ import annotations

import pytest

from copydesk.equivalents import form_keys, kin, tables
from copydesk.folding import cognate, fold, rules, stop_keys, words_of
from copydesk.lexicon import rows
from tests.casefile import Case, cases


@pytest.mark.parametrize("case", cases("folding"), ids=str)
def test_the_keys_of_words(case: Case) -> None:
    assert " ".join(sorted({fold(word) for word in words_of(case.given)})) == case.expected


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("санкціями", "sanctions"),
        ("Зеленського", "Zelenskyy"),
        ("Лавровым", "Lavrov"),
        ("Харкові", "Kharkiv"),
        ("парламенту", "parliament"),
        ("генералов", "generals"),
        ("Європою", "Europe"),
        ("компанії", "companies"),
        ("экспертам", "experts"),
    ],
)
def test_words_that_sound_alike_meet(cyrillic: str, latin: str) -> None:
    assert cognate(fold(cyrillic)) == cognate(fold(latin)) != ""


@pytest.mark.parametrize("word", ["рада", "ride", "рік", "2024", "x1", "Łódź"])
def test_short_words_and_numbers_sound_like_nothing(word: str) -> None:
    assert cognate(fold(word)) == ""


def test_words_of_other_vowels_stay_apart() -> None:
    assert cognate(fold("порт")) != cognate(fold("part"))


def test_forms_that_share_no_stem_are_known_by_the_dictionary() -> None:
    assert {fold("поставка"), fold("поставок")} <= form_keys("поставок", "ru")
    assert fold("кінь") in form_keys("конем", "uk")
    assert form_keys("talks", "en") == {"talk"}


@pytest.mark.parametrize("words", [("війною", "войны", "war"), ("угоду", "соглашениями", "agreement")])
def test_words_of_one_meaning_are_kin(words: tuple[str, ...]) -> None:
    assert any({fold(word) for word in words} <= group for group in kin())


def test_given_names_and_states_are_kin_too() -> None:
    assert any({fold("Володимиром"), fold("Владимира"), fold("Vladimir")} <= group for group in kin())
    assert any({fold("Німеччиною"), fold("Германии"), fold("Germany")} <= group for group in kin())


def test_every_row_of_the_table_has_three_languages() -> None:
    assert all(len(row) == 3 and all(row) for row in rows("", "search_words"))
    assert all(len(row) >= 3 for row in tables())


def test_a_word_of_the_table_stands_there_because_it_sounds_like_no_other() -> None:
    """Rows whose words meet by themselves in all three languages would be dead weight."""
    needless = []
    for uk, ru, en in rows("", "search_words"):
        keys = {fold(uk), fold(ru), fold(en)}
        if len(keys) > 1 and len({cognate(key) or key for key in keys}) == 1:
            needless.append(en)
    assert needless == []


def test_stop_words_are_folded_as_readers_words_are() -> None:
    assert {fold("the"), fold("що"), fold("что")} <= stop_keys()
    assert set(rules()["stop"]) == stop_keys()  # type: ignore[call-overload]
