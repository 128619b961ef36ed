"""Letters that look like others: words of several alphabets, a digit for a letter, names alike to the eye.

After Unicode Technical Standard 39, whose table of confusable letters is followed as far as news go: Latin,
Cyrillic, Greek and Armenian letters, digits, and letters in another dress (wide, bold).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.check.shelves import Shelves, stem
from copydesk.frontmatter import Document
from copydesk.messages import say
from copydesk.model import Problem

# Latin letters, and what looks like each.
_ALIKE = {
    "A": "АΑ", "B": "ВΒ", "C": "СϹ", "E": "ЕΕ", "H": "НΗ", "J": "ЈͿ", "K": "КΚ", "M": "МΜ", "N": "Ν",
    "O": "ОΟՕ0", "P": "РΡ", "S": "ЅՏ", "T": "ТΤ", "U": "Ս", "X": "ХΧ", "Y": "УΥ", "Z": "Ζ",
    "Ï": "Ї", "Ë": "Ё", "З": "3", "a": "аα", "b": "Ь", "c": "сϲ", "d": "ԁ", "e": "е", "g": "ց",
    "h": "һհ", "i": "іι", "j": "јյϳ", "l": "IІΙӀӏ1", "n": "ո", "o": "оοօσ", "p": "рρ", "q": "զԛ", "s": "ѕ",
    "u": "սυ", "v": "ν", "w": "ԝա", "x": "хχ", "y": "уγ", "ï": "ї", "ë": "ё",
}  # fmt: skip
_PLAIN = str.maketrans({other: letter for letter, others in _ALIKE.items() for other in others})
# Latin letters that look like Cyrillic ones, and those.
_TWINS = str.maketrans("ABCEHIKMOPTXaceiopxyïÏ", "АВСЕНІКМОРТХасеіорхуїЇ")
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "HEBREW", "CHEROKEE", "COPTIC")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_COMMON = re.compile(r"[\u0400-\u052f]+|[A-Za-zÀ-ɏ]+")  # what nearly every word is
# One digit for a letter that it looks like: "0лена", "Mar1a"; not "5-й", "F16", "COVID19".
_DIGIT = re.compile(r"\b(?:0[^\W\d_]{3,}|[^\W\d_]+[^\W\d_A-ZА-ЯЁЄІЇҐ][013][^\W\d_A-ZА-ЯЁЄІЇҐ][^\W\d_]*)\b")
_TELLING = 5  # letters; many a shorter abbreviation looks like another's by chance: ЕС, EC
_NAMES = (("actors", ("name", "names", "aliases")), ("events", ("title", "titles")))


def outline(words: str) -> str:
    """What is left of `words` to the eye, an arbitrary string: equal for what looks the same in print."""
    return unicodedata.normalize("NFKC", words).translate(_PLAIN)


def mixed(shelves: Shelves) -> Iterator[Problem]:
    """A name with a letter of another alphabet looks right, and is found and sorted as another."""
    for document, loc, words in _names(shelves):
        if words.isascii() and not _DIGIT.search(words):
            continue
        for word in _WORD.findall(words):
            if message := _mixes(word):
                yield document.problem("mixed", loc, message, _typed(word), "warning")
        for found in _DIGIT.finditer(words):
            message = say("“{word}” has a digit for a letter", word=found.group())
            yield document.problem("mixed", loc, message, "type the letter", "warning")


def same_look(shelves: Shelves) -> Iterator[Problem]:
    """Two actors or two events whose names look the same, in other letters: one may pass for the other."""
    for kind, keys in (("actors", ("name", "names")), ("events", ("title", "titles"))):
        documents: Mapping[str, Document[Any]] = getattr(shelves, kind)
        looks: dict[str, tuple[str, str]] = {}
        for path, document in documents.items():
            meta, slug = document.meta, stem(path)
            for loc, words in _leaves_of(document, keys):
                other, whose = looks.setdefault(outline(words), (words, slug))
                told = other == words or whose in (slug, meta.same_as, *meta.not_same_as)
                if not told and len(words) >= _TELLING:
                    names = {"one": words, "other": other, "slug": whose}
                    message = say("“{one}” looks like “{other}” ({slug}), in other letters", **names)
                    fix = say("type the name in one alphabet, or write `not_same_as: [{slug}]`", slug=whose)
                    yield document.problem("mixed", loc, message, fix, "warning")


def _names(shelves: Shelves) -> Iterator[tuple[Document[Any], tuple[str | int, ...], str]]:
    """Every name that readers see: its file, its place there, its words."""
    for kind, keys in _NAMES:
        documents: Mapping[str, Document[Any]] = getattr(shelves, kind)
        for document in documents.values():
            yield from ((document, *leaf) for leaf in _leaves_of(document, keys))
    for entry in shelves.entries.values():
        outlet = entry.meta.outlet and entry.meta.outlet.name
        for loc, words in ((("byline",), entry.meta.byline), (("outlet", "name"), outlet)):
            if words:
                yield entry, loc, words
        for number, quotation in enumerate(entry.meta.quotations):
            if quotation.speaker:
                yield entry, ("quotations", number, "speaker"), quotation.speaker


def _leaves_of(document: Document[Any], keys: tuple[str, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for key in keys:
        yield from _leaves((key,), document.plain.get(key))


def _leaves(loc: tuple[str | int, ...], value: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves((*loc, key), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves((*loc, number), inner)
    elif isinstance(value, str):
        yield loc, value


def _mixes(word: str) -> str:
    """What is said of a word of several alphabets; empty for any other."""
    if _COMMON.fullmatch(word):
        return ""
    letters: dict[str, dict[str, None]] = {}
    for letter in word:
        alphabet = unicodedata.name(letter, "").partition(" ")[0]
        if alphabet in _ALPHABETS:
            letters.setdefault(alphabet, {})[letter] = None
    if len(letters) < 2:
        return ""
    if letters.keys() == {"LATIN", "CYRILLIC"}:
        latin = " ".join(letters["LATIN"])
        return say("“{word}” mixes Cyrillic letters with Latin ones: {latin}", word=word, latin=latin)
    fewest = sorted(letters.values(), key=len)[0]
    return say("“{word}” mixes alphabets: {letters}", word=word, letters=" ".join(fewest))


def _typed(word: str) -> str:
    made = word.translate(_TWINS)
    if _LATIN.search(made) or _mixes(made):
        return "type the word in one script"
    return say("type it anew: {word}", word=made)
