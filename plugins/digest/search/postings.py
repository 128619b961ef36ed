"""Which documents hold which words, and which words mean the same. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import cast

from markupsafe import Markup

from copydesk.equivalents import form_keys, kin
from copydesk.folding import cognate, fold, stop_keys, words_of
from copydesk.model import Lang
from digest.search.documents import FIELDS, Document

# How many of the commonest keys have all forms of their word looked up in the dictionary: rarer words lose
# their endings by rule alone, as every reader's word does.
LOOKED_UP = 4_000
SOUND = "~"  # before a key that is a sound: after all letters in the order of keys


_TAG = re.compile("<[^>]*>")  # bodies are sanitised: every tag is whole


@dataclass(frozen=True, slots=True)
class Postings:
    """`words`: key -> numbers of documents, ascending, a list a field; `see`: key -> keys to look for too."""

    words: dict[str, list[list[int]]]
    see: dict[str, list[str]]


class _Folded(dict[str, str]):
    """The key of each word met in one language, folded once; empty for a word that nobody looks for."""

    def __missing__(self, word: str) -> str:
        key = fold(word)
        kept = (len(key) > 1 or key.isdigit()) and key not in stop_keys()
        self[word] = key if kept else ""
        return self[word]


def postings(documents: Sequence[Document]) -> Postings:
    """The words of all documents. A document stands under a word once, in the first field that has it."""
    folded: dict[str, _Folded] = defaultdict(_Folded)
    fields: list[dict[str, list[int]]] = [defaultdict(list) for _ in FIELDS]
    for number, document in enumerate(documents):
        taken = {""}
        for field_words, texts in zip(fields, document.fields, strict=True):
            found = set[str]().union(*(map(folded[lang].__getitem__, _words(text)) for lang, text in texts))
            found -= taken
            taken |= found
            for key in found:
                field_words[key].append(number)
    vocabulary = frozenset().union(*fields)
    words = {key: [one.get(key, []) for one in fields] for key in vocabulary}
    return Postings(words, _see(words, folded))


def _words(text: str) -> set[str]:
    """The words of a text, each once, in small letters."""
    plain = unescape(_TAG.sub(" ", str(text))) if isinstance(text, Markup) else text
    return set(words_of(plain.lower()))


def _see(words: Mapping[str, list[list[int]]], folded: Mapping[str, _Folded]) -> dict[str, list[str]]:
    """For each key the others under which the same thing stands; for each sound the keys that have it."""
    see: dict[str, set[str]] = {}
    for group in (*_forms(words, folded), *kin()):
        there = group & words.keys()
        for key in group if there else ():
            see.setdefault(key, set()).update(there - {key})
    for key in words:
        if sound := cognate(key):
            see.setdefault(SOUND + sound, set()).add(key)
    return {key: sorted(others) for key, others in see.items() if others}


def _forms(words: Mapping[str, list[list[int]]], folded: Mapping[str, _Folded]) -> Iterable[frozenset[str]]:
    """The keys of all forms of the commonest words, where these are more than one."""
    spelled: dict[tuple[str, str], str] = {}
    for lang in ("uk", "ru"):
        for word, key in folded.get(lang, {}).items():
            if key:
                spelled[key, lang] = min(word, spelled.get((key, lang), word))
    rare = {key: -sum(map(len, words[key])) for key, _ in spelled}
    commonest = sorted(spelled, key=lambda found: (rare[found[0]], found))[:LOOKED_UP]
    groups = (form_keys(spelled[key, lang], cast(Lang, lang)) for key, lang in commonest)
    return (group for group in dict.fromkeys(groups) if len(group) > 1)
