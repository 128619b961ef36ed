"""The order of names in each language's alphabet (Ґ after Г, І after И in Ukrainian). Pure."""

from __future__ import annotations

import unicodedata

_ALPHABETS = {
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "en": "",
}
# Letters of the neighbour's alphabet stand beside their nearest letter.
_NEAREST = {"ё": "е", "ъ": "ь", "ы": "и", "э": "е", "ґ": "г", "є": "е", "і": "и", "ї": "и"}
_LATIN = "abcdefghijklmnopqrstuvwxyz"


def name_key(name: str, lang: str) -> tuple[tuple[int, ...], str]:
    """A sort key: Cyrillic before Latin on a Cyrillic site, and the name itself where two are equal."""
    letters = _ALPHABETS.get(lang, "") + _LATIN
    places = {letter: at for at, letter in enumerate(letters or _LATIN, 2)}
    key = [_place(letter, places) for letter in name.casefold()]
    return tuple(k for k in key if k), name


def _place(letter: str, places: dict[str, int]) -> int:
    """The place of a letter: 0 is skipped (marks), 1 a space, unknown letters last."""
    if letter.isspace():
        return 1
    for form in (letter, _NEAREST.get(letter, ""), unicodedata.normalize("NFD", letter)[:1]):
        if form in places:
            return places[form]
    return len(places) + ord(letter) if letter.isalnum() else 0
