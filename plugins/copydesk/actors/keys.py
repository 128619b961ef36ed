"""Keys under which one name in three alphabets and spellings meets itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from rapidfuzz import fuzz

from copydesk.lexicon import rows
from copydesk.model import LANGS, Lang
from copydesk.romanise import romanise
from copydesk.text import plain

# Sounds that languages write differently become one letter; the order matters.
_PAIRS = re.compile("дж|дз|тш|тч|кс|нг")
_CYRILLIC = str.maketrans("сзжшщчцгґхбвдклмнпртф", "ssssssshhhbvdklmnprtf", "ьъ")
# Letters without marks above or below: most names are made of them.
_UNMARKED = re.compile("[ -~а-иік-яґє]*")
_LATIN = tuple(
    pair.split(":")
    for pair in [
        "tsch:s",
        "sch:s",
        "dzh:s",
        "tch:s",
        "ph:f",
        "th:t",
        "kh:h",
        "gh:h",
        "sh:s",
        "zh:s",
        "ch:s",
        "ts:s",
        "tz:s",
        "cz:s",
        "dj:s",
        "ck:k",
        "ng:n",
        "qu:kv",
        "q:s",
        "ce:s",
        "ci:s",
        "c:k",
        "x:s",
        "w:v",
        "g:h",
        "j:s",
        "z:s",
    ]
)
_VOWELS = re.compile(r"[^bvdklmnprtfhs]")
_DOUBLE = re.compile(r"(.)\1+")
NEAR = 72.0
_SHORT_NEAR = 50.0
_SAME_ALPHABET = 75.0
_GLIDES = re.compile(r"[аеэaeє][йіiy]")
_VOWEL_CLASSES = {"a": "aаяæ", "e": "eеэє", "i": "iyіїиый", "o": "oоё", "u": "uуюw"}


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of a word in classes of sound, "*" if it has none: "Гутерреш", "Guterres" -> "htrs"."""
    low = plain(word).casefold().replace("й", "и")
    if not _UNMARKED.fullmatch(low):
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    if not low.isascii():
        low = _PAIRS.sub(lambda pair: "n" if pair[0] == "нг" else "s", low).translate(_CYRILLIC)
    for old, new in _LATIN:
        low = low.replace(old, new)
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", low)) or "*"


def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name without quotation marks and dots; hyphens stay inside words."""
    return tuple(re.findall(r"[^\W_]+(?:[-'&+][^\W_]+)*", plain(name)))


@cache
def _given() -> Mapping[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, row in enumerate(rows("", "given_names")):
        for cell in row:
            for name in cell.split(";"):
                table.setdefault(name.strip().casefold(), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in table.items()}


def same_given(left: str, right: str) -> bool:
    """True for equivalents of the table: "Володимир", "Владимир", "Vladimir"."""
    table = _given()
    return bool(table.get(left.casefold(), frozenset()) & table.get(right.casefold(), frozenset()))


def near(left: str, right: str, floor: float = NEAR) -> bool:
    """True where the romanised words look alike."""
    return likeness(left, right) >= floor


@lru_cache(maxsize=100_000)
def likeness(left: str, right: str) -> float:
    """How alike two names look when romanised, 0 to 100; each language's romanisation is tried."""
    spelled = [{romanise(w, lang).casefold() for lang in LANGS[:2]} for w in (left, right)]
    return max(fuzz.ratio(a, b) for a in spelled[0] for b in spelled[1])


def same_word(left: str, right: str) -> bool:
    """True where two words can be one name in two spellings."""
    if left.casefold() == right.casefold():
        return True
    one, other = skeleton(left), skeleton(right)
    if one != other:
        return min(len(one), len(other)) > 2 and near(left, right, 80.0)
    translated = left.isascii() != right.isascii()
    if len(one) == 1 and (translated or not _vowels(left) & _vowels(right)):
        return bool(_vowels(left) & _vowels(right))  # of one syllable: the vowel tells "Лі" from "Ло"
    # Two spellings in one alphabet look more alike: "Байден" is not "Бадун".
    return near(left, right, _SHORT_NEAR if translated else _SAME_ALPHABET)


def _vowels(word: str) -> frozenset[str]:
    """The classes of vowels in a word, in both alphabets; "Мей", "Мэй" and "May" share one."""
    low = _GLIDES.sub("e", plain(word).casefold())
    return frozenset(cls for cls, letters in _VOWEL_CLASSES.items() if set(low) & set(letters))


def same_first(left: str, right: str) -> bool:
    """True where two given names, or an initial and a given name, can be one."""
    if min(len(left), len(right)) == 1:
        return skeleton(left[0]) == skeleton(right[0]) and (
            skeleton(left[0]) != "*" or near(left[0], right[0], 99.0)
        )
    return same_given(left, right) or same_word(left, right)


def block_keys(name: str, lang: Lang) -> tuple[str, ...]:
    """The keys under which a name is looked up: its last word, and all its words in any order."""
    words = words_of_name(name)
    bones = [skeleton(word) for word in words]
    return tuple(dict.fromkeys((bones[-1], " ".join(sorted(bones))))) if bones else ()


def person_keys(name: str) -> tuple[str, ...]:
    """The keys under which a full name is filed: all its words, and the last with how the first begins.

    Most bearers of a surname have another given name: they need not be compared.
    """
    words = words_of_name(name)
    if not words:
        return ()
    first, last = words[0], skeleton(words[-1])
    if len(first) == 1:
        return _whole(words), _lone(last, first)
    return _whole(words), _begun(last, first), f"{last} .{skeleton(first[0])}"


def person_asked(name: str) -> tuple[str, ...]:
    """The keys under which bearers of a full name may be filed: "Михайло" as "Michael", or as "М."."""
    words = words_of_name(name)
    if not words:
        return ()
    first, last = words[0], skeleton(words[-1])
    if len(first) == 1:
        return _whole(words), _lone(last, first), f"{last} .{skeleton(first)}"
    others = (other for row in _given().get(first.casefold(), ()) for other in _equivalents()[row])
    begun = dict.fromkeys(_begun(last, given) for given in (first, *others))
    return _whole(words), *begun, _lone(last, first)


def _whole(words: tuple[str, ...]) -> str:
    return " ".join(sorted(map(skeleton, words)))


def _begun(last: str, first: str) -> str:
    """A surname with the sound that a given name begins with."""
    return f"{last} {skeleton(first)[0]}…"


def _lone(last: str, first: str) -> str:
    """A surname with an initial alone."""
    return f"{last} {skeleton(first[0])}."


@cache
def _equivalents() -> Mapping[int, tuple[str, ...]]:
    """The given names of each row of the table."""
    rows: dict[int, list[str]] = {}
    for name, numbers in _given().items():
        for number in numbers:
            rows.setdefault(number, []).append(name)
    return {number: tuple(names) for number, names in rows.items()}
