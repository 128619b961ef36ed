"""Which keys of a search mean one thing though their letters differ: word forms, words of three languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from copydesk.folding import fold, words_of
from copydesk.lexicon import rows
from copydesk.model import LANGS, Lang
from copydesk.morphology import lexeme

# Lists of names that differ between languages; their first column is a slug.
_NAMES = ("actors_states", "actors_capitals", "actors_cities", "actors_seats")


def form_keys(word: str, lang: Lang) -> frozenset[str]:
    """The keys of all forms of a word: most forms share one, "поставка" and "поставок" do not."""
    return frozenset({fold(word), *(fold(form) for form in lexeme(word, lang))} - {""})


@cache
def kin() -> tuple[frozenset[str], ...]:
    """Groups of keys, each of one meaning in Ukrainian, Russian and English."""
    groups = (frozenset(_keys(row)) for row in tables())
    return tuple(group for group in groups if len(group) > 1)


def tables() -> list[tuple[str, ...]]:
    """The rows that `kin` is made of: a word in Ukrainian, Russian and English, several by ";"."""
    names = [row[1:4] for name in _NAMES for row in rows("", name)]
    return [*rows("", "search_words"), *rows("", "given_names"), *names]


def _keys(cells: tuple[str, ...]) -> Iterator[str]:
    """The keys of every single word of a row; a name of several words is found by its words."""
    for lang, cell in zip(LANGS, cells, strict=False):
        for word in (w.strip(" ?") for w in cell.split(";")):
            if words_of(word) == [word]:
                yield from form_keys(word, lang)
