"""Ukrainian words respelled as Russian ones, so that a Russian model can read Ukrainian news.

Word for word: token i stays token i, which is why offsets need no map. The model knows 250,000
words; of the spellings that the rules allow, the first that it knows is taken ("Києві" -> "Киеве").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice, product

from copydesk.lexicon import rows

# What a letter may be in the Russian sister word, likeliest first.
_LETTERS = {
    "і": ("и", "е", "о"),
    "и": ("ы", "и"),
    "ї": ("и", "йи"),
    "є": ("е",),
    "ґ": ("г",),
    "'": ("ъ", "ь", ""),
    "щ": ("щ", "что"),
}
_AFTER_HUSH = frozenset("гкхжчшщц")
_MOST = 40


def respelled(word: str, known: Callable[[str], bool]) -> str:
    """`word` in Russian spelling, its capitals kept; unchanged where it holds no Cyrillic letter.

    `known` says whether a lower-case spelling is a word of the model.
    """
    lower = word.lower().replace("’", "'").replace("ʼ", "'")
    if not any("а" <= c <= "ґ" for c in lower):
        return word
    return _cased(word, _lower(lower, known))


def _lower(word: str, known: Callable[[str], bool]) -> str:
    listed = _listed().get(word)
    if listed:
        return listed
    first = ""
    for spelling in islice(_spellings(word), _MOST):
        first = first or spelling
        if known(spelling):
            return spelling
    if "-" in word:
        return "-".join(_lower(part, known) for part in word.split("-"))
    return first or word


def _spellings(word: str) -> Iterator[str]:
    """Spellings of a lower-case word, likeliest first: by stem, by ending, then letter by letter."""
    stems, pairs = _stems()
    if word.startswith(stems):  # few words begin with one of the hundred
        for stem, other in pairs:
            if word.startswith(stem):
                yield from _endings(other, word[len(stem) :])
    yield from _endings("", word)


def _endings(head: str, rest: str) -> Iterator[str]:
    for size in range(min(6, len(rest)), 0, -1):
        for ending in _suffixes().get(rest[-size:], ()):
            for stem in islice(_letters(rest[:-size]), 12):
                yield head + stem + ending
    for stem in _letters(rest):
        yield head + stem


def _letters(word: str) -> Iterator[str]:
    choices = []
    for i, letter in enumerate(word):
        options = _LETTERS.get(letter, (letter,))
        if letter == "и" and i and word[i - 1] in _AFTER_HUSH:
            options = ("и", "ы")
        elif letter == "і" and i == 0:
            options = ("и",)
        elif letter == "е" and i == 0:
            options = ("э", "е")
        choices.append(options)
    for letters in sorted(islice(product(*choices), 64), key=_daring(choices)):
        yield "".join(letters)


def _daring(choices: list[tuple[str, ...]]) -> Callable[[tuple[str, ...]], int]:
    """How often a spelling leaves the likeliest letter: "мисто" before "мэсто"."""
    return lambda letters: sum(options.index(c) for c, options in zip(letters, choices, strict=True))


def _cased(word: str, lower: str) -> str:
    """`lower` with the capitals of `word`: all, of the parts, of the first letter, none."""
    if word.isupper() and len(word) > 1:
        return lower.upper()
    if "-" in word and lower.count("-") == word.count("-"):
        parts = zip(word.split("-"), lower.split("-"), strict=True)
        return "-".join(_cased(a, b) if a else b for a, b in parts)
    return lower[:1].upper() + lower[1:] if word[:1].isupper() else lower


@cache
def _listed() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("uk", "respelled_words")}


@cache
def _stems() -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The stems alone, and each with its Russian sister."""
    pairs = tuple((row[0], row[1]) for row in rows("uk", "respelled_stems"))
    return tuple(stem for stem, _ in pairs), pairs


@cache
def _suffixes() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in rows("uk", "respelled_endings")}
