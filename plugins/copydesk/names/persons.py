"""Which names of persons in one text are one person: "Д. Трамп", "Трампом", "Дональд Трамп"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import islice

from copydesk.actors.declension import inflected
from copydesk.actors.finder import folded
from copydesk.model import Gender, Lang
from copydesk.names.alike import alike, given_alike
from copydesk.names.nominative import Nominative
from copydesk.names.page import Name
from copydesk.names.wordclass import listed_given_name

_NAMESAKES = 30  # so many persons of one surname are asked at most: no article names more


@dataclass(slots=True)
class Person:
    """A person of this document; `lemmas` counts its nominatives."""

    words: tuple[str, ...]
    first: int
    lemmas: Counter[str] = field(default_factory=Counter)
    gender: Gender | None = None

    @property
    def name(self) -> str:
        """The fullest nominative: most whole words, then most frequent."""
        return max(self.lemmas, key=lambda n: (_whole(n), self.lemmas[n], -len(n), n))


def _whole(name: str) -> int:
    return sum(len(word.rstrip(".")) > 1 for word in name.split())


@dataclass
class _Known:
    """The persons told so far, by every form of the first and the last word of their names."""

    lang: Lang
    persons: list[Person] = field(default_factory=list)
    _forms: dict[str, list[int]] = field(default_factory=dict)
    _words: dict[str, list[int]] = field(default_factory=dict)

    def add(self, one: Person) -> None:
        """Takes the person down, behind all others."""
        for word in {one.words[0], one.words[-1]}:
            self._words.setdefault(word, []).append(len(self.persons))
            for form in inflected(word, self.lang):
                self._forms.setdefault(form, []).append(len(self.persons))
        self.persons.append(one)

    def near(self, word: str) -> Iterator[Person]:
        """Those of whom a first or last word may be `word` (see `alike`), in the order they were added."""
        lists = [self._words.get(form, []) for form in inflected(word, self.lang)]
        last = -1
        for at in merge(self._forms.get(word, []), *filter(None, lists)):
            if at != last:
                yield self.persons[at]
            last = at


def persons(names: Sequence[Name], lemmas: Sequence[Nominative], lang: Lang) -> dict[int, Person]:
    """Place of a name in `names` -> its person; the fullest names are joined first."""
    order = sorted(
        (at for at, name in enumerate(names) if name.kind == "person"),
        key=lambda at: (-_whole(lemmas[at].text), at),
    )
    known = _Known(lang)
    found: dict[int, Person] = {}
    for at in order:
        lemma = lemmas[at]
        words = tuple(folded(word) for word in lemma.text.split()) or ("",)
        near = (
            one
            for one in islice(known.near(words[-1]), _NAMESAKES)
            if _same(one, words, lemma.gender, lang) and not _ahead(one, words, lemma.text, at, lang)
        )
        fits = list(islice(near, 2))  # whether one, or more than one: a text may name thousands
        entity = fits[0] if len(fits) == 1 or (fits and _whole(lemma.text) > 1) else None
        if entity is None:
            entity = Person(words, first=at)
            known.add(entity)
        entity.first = min(entity.first, at)
        entity.lemmas[lemma.text] += 1
        entity.gender = entity.gender or lemma.gender
        found[at] = entity
    return found


def _ahead(entity: Person, words: tuple[str, ...], name: str, at: int, lang: Lang) -> bool:
    """True for a given name alone before the first place of the full one: "Сергій" is not yet Сергій Лис.

    One as short as "Xi" or "Кім" may be the surname, which stands first there.
    """
    alone = len(words) == 1 and len(entity.words) > 1 and len(name) > 3 and listed_given_name(name, lang)
    return alone and at < entity.first and not alike(words[0], entity.words[-1], lang)


def _same(entity: Person, words: tuple[str, ...], gender: Gender | None, lang: Lang) -> bool:
    """Same surname, and given names that do not contradict; or a part of the name alone."""
    if gender and entity.gender and gender != entity.gender and (len(words) > 1 or lang == "en"):
        return False
    if len(words) == 1:
        return alike(words[0], entity.words[-1], lang) or (
            len(entity.words) > 1 and alike(words[0], entity.words[0], lang)
        )
    if not alike(words[-1], entity.words[-1], lang):
        return False
    mine, theirs = words[:-1], entity.words[:-1]
    return all(given_alike(a, b, lang) for a, b in zip(mine, theirs, strict=False)) or set(words) <= set(
        entity.words
    )
