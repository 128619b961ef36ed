"""Words as they are searched for: Ukrainian, Russian and English spellings and forms brought together.

Every rule is a line of a lexicon, and `rules()` hands all of them to the search page, whose script applies
them to what a reader types as `fold` and `cognate` do to what is printed: the two cannot drift apart.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, dataclass
from functools import cache

from copydesk.lexicon import rows, words
from copydesk.model import LANGS

# A word keeps its inner apostrophes; hyphens part words, so that each half is found by itself.
_APOSTROPHES = "'’ʼ"
_MARK = "\u0300-\u036f"
_WORD = re.compile(rf"[^\W_][\w{_MARK}]*(?:[{_APOSTROPHES}][^\W_][\w{_MARK}]*)*")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_DOUBLED = re.compile(r"([bcdfghj-np-tvwxzбвгджзйклмнпрстфхцчшщ])\1+")
_MARKS = re.compile(f"[{_MARK}]")
_VOWEL = re.compile("[aeou]")
_ALPHABET = re.compile("[a-z]+")
LEAST_CONSONANTS = 3


@dataclass(frozen=True, slots=True)
class Rules:
    """The lexicons of folding as values; pairs are applied in their order, endings longest first."""

    letter: tuple[tuple[str, str], ...]
    sounds: dict[str, tuple[tuple[str, str], ...]]
    endings: dict[str, tuple[tuple[str, int], ...]]
    stop: tuple[str, ...]
    least_consonants: int


@cache
def _pairs(step: str) -> tuple[tuple[str, str], ...]:
    return tuple((row[1], row[2]) for row in rows("", "search_letters") if row[0] == step)


@cache
def _endings(script: str) -> tuple[tuple[str, int], ...]:
    least: dict[str, int] = {}
    for kind, endings, letters in rows("", "search_endings"):
        for ending in endings.split() if kind == script else ():
            least.setdefault(ending, int(letters))
    return tuple(sorted(least.items(), key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _letters() -> dict[int, str]:
    """What single letters become; apostrophes and stress marks go."""
    return str.maketrans(dict(_pairs("letter")) | dict.fromkeys(f"{_APOSTROPHES}\u0301", ""))


@cache
def _by_length(script: str) -> tuple[dict[str, int], int]:
    """The endings with the least letters they must leave, and the length of the longest."""
    least = dict(_endings(script))
    return least, max(map(len, least))


def rules() -> dict[str, object]:
    """All rules, and the folded words that tell nothing, as plain values for JSON."""
    return asdict(Rules(
        letter=_pairs("letter"),
        sounds={script: _pairs(script) for script in ("cyrillic", "latin")},
        endings={script: _endings(script) for script in ("cyrillic", "latin")},
        stop=tuple(sorted(stop_keys())),
        least_consonants=LEAST_CONSONANTS,
    ))  # fmt: skip


@cache
def stop_keys() -> frozenset[str]:
    """The keys of words that stand in any text; nobody looks for them."""
    return frozenset(fold(word) for lang in LANGS for word in words(lang, "stop_words"))


def words_of(text: str) -> list[str]:
    """The words of a text as they stand, numbers among them."""
    return _WORD.findall(text)


@cache
def fold(word: str) -> str:
    """The key of a word in any of its usual forms: "санкціями", "санкции" -> "санкц"; "Talks" -> "talk".

    Empty where nothing is left. Keys of Ukrainian and Russian words are written in one alphabet.
    """
    low = unicodedata.normalize("NFC", word).lower().translate(_letters())
    script = _script(low)
    if script == "latin":
        low = _MARKS.sub("", unicodedata.normalize("NFKD", low))
        return _DOUBLED.sub(r"\1", _stripped(low, script))
    return _stripped(_DOUBLED.sub(r"\1", low), script)


def cognate(key: str) -> str:
    """How a key sounds in either script: its consonants and first vowel; empty for too short a word.

    >>> cognate(fold("санкції")), cognate(fold("sanctions"))
    ('sanks', 'sanks')
    """
    script, sound = _script(key), key
    for letters, other in _pairs(script):
        sound = sound.replace(letters, other)
    if script == "latin":  # "Lavrov" and "Kharkiv" end as the forms of common words do in Cyrillic
        sound = re.sub("(?<=.{4})[eo]v$", "", sound)
    first = _VOWEL.search(sound)
    if not first or not _ALPHABET.fullmatch(sound):
        return ""
    bones = _DOUBLED.sub(r"\1", sound[: first.end()] + _VOWEL.sub("", sound[first.end() :]))
    return bones if len(bones) > LEAST_CONSONANTS else ""


def _script(word: str) -> str:
    return "cyrillic" if _CYRILLIC.search(word) else "latin"


def _stripped(word: str, script: str) -> str:
    least, longest = _by_length(script)
    for length in range(longest, 0, -1):
        if len(word) - length >= least.get(word[-length:], len(word)):
            return word[:-length]
    return word
