"""Romanisation by the official tables, and slugs that are safe as addresses."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.addresses import is_slug
from copydesk.model import Lang
from copydesk.romanise import SLUG_BYTES, address, romanise, slug

LANG = st.sampled_from(["uk", "ru", "en"])


@pytest.mark.parametrize(
    ("name", "lang", "expected"),
    [
        ("Згурський", "uk", "Zghurskyi"),
        ("Єнакієве", "uk", "Yenakiieve"),
        ("Їжакевич", "uk", "Yizhakevych"),
        ("Йосипівка", "uk", "Yosypivka"),
        ("Юрій Щербухи", "uk", "Yurii Shcherbukhy"),
        ("Знам’янка", "uk", "Znamianka"),
        ("Яготин", "uk", "Yahotyn"),
        ("ЗГОДА", "uk", "ZGHODA"),
        ("Сергей Юрьев", "ru", "Sergei Iurev"),
        ("Подъячев", "ru", "Podieiachev"),
        ("Щукин Цой", "ru", "Shchukin Tsoi"),
        ("Gould-Davies", "en", "Gould-Davies"),
        ("агентство Reuters", "uk", "ahentstvo Reuters"),
    ],
)
def test_the_official_tables(name: str, lang: Lang, expected: str) -> None:
    assert romanise(name, lang) == expected


def test_one_place_has_an_address_in_each_language() -> None:
    assert slug("Київ", "uk") == "kyiv"
    assert slug("Киев", "ru") == "kiev"


def test_a_name_without_letters_still_has_an_address() -> None:
    assert slug("習近平", "en") != slug("王毅", "en")


def test_long_names_with_one_beginning_stay_apart() -> None:
    assert slug("слово " * 40 + "один", "uk") != slug("слово " * 40 + "два", "uk")


@given(st.text(), LANG)
def test_a_slug_is_ascii_short_and_never_empty(name: str, lang: Lang) -> None:
    made = slug(name, lang)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made)
    assert len(made.encode()) <= SLUG_BYTES


@given(st.text(), LANG)
def test_composed_and_decomposed_letters_have_one_slug(name: str, lang: Lang) -> None:
    assert slug(unicodedata.normalize("NFD", name), lang) == slug(unicodedata.normalize("NFC", name), lang)


@pytest.mark.parametrize(
    ("title", "lang", "expected"),
    [
        ("Міст відкрито", "uk", "mist-vidkryto"),
        ("Мост через реку Луну открыли — и сразу закрыли на ремонт из-за паводка", "ru",
         "most-cherez-reku-lunu-otkryli-i-srazu-zakryli-na-remont"),
        ("«…»", "uk", slug("«…»", "uk")),
    ],
)  # fmt: skip
def test_an_address_is_the_first_whole_words(title: str, lang: Lang, expected: str) -> None:
    """An address ends at a word, without a mark."""
    assert len(address(title, lang)) <= 60
    assert address(title, lang) == expected


def test_no_slug_is_the_name_of_a_device_of_windows() -> None:
    assert slug("Con", "en") == "con-name"
    assert not is_slug("nul")
    assert not is_slug("com1")
    assert is_slug("console")
