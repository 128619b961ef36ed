"""Mentions joined into entities: "Д. Трамп", "Трампом" and "Дональд Трамп" are one person here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from copydesk.actors import Gazetteer
from copydesk.actors.finder import folded
from copydesk.lexicon import rows
from copydesk.model import Gender, Lang, Mention, MentionKind
from copydesk.names.abbreviations import abbreviations
from copydesk.names.agreement import Stands, stands
from copydesk.names.alike import alike, given_alike
from copydesk.names.nominative import Nominative, person, phrase
from copydesk.names.page import Name, Page
from copydesk.names.wordclass import listed_given_name
from copydesk.text import tokens

# The words before a surname that tell a man from a woman.
_ADDRESS: dict[str, Gender] = {
    "mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f",
}  # fmt: skip


@dataclass(slots=True)
class _Entity:
    """A person or a body of this document; `lemmas` counts its nominatives."""

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


def entities(page: Page, names: Sequence[Name], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """A mention for each name, in order, with the nominative of its words and of its entity."""
    attested = Counter(t.text.lower() for s in page.sentences for t in s.tokens if t.is_word)
    # Most names of a text stand there several times, in the same form.
    read = cache(lambda words, kind, lemma, how: _lemma(words, kind, lemma, how, page.lang, attested))
    lemmas = [read(" ".join(n.span.of(page.text).split()), n.kind, n.lemma, stands(page, n)) for n in names]
    if page.lang == "en":
        lemmas = [_addressed(page, name, lemma) for name, lemma in zip(names, lemmas, strict=True)]
    people = _people(names, lemmas, page.lang)
    full = {short: long.span for short, long in abbreviations(page, names).items()}
    by_span = {name.span: lemma.text for name, lemma in zip(names, lemmas, strict=True)}
    shown = _shown(page, names, lemmas, gazetteer)
    found = []
    for at, (name, lemma) in enumerate(zip(names, lemmas, strict=True)):
        entity = people.get(at)
        whole = entity.name if entity else by_span.get(full.get(lemma.text, name.span), lemma.text)
        if entity and page.lang == "en" and (address := _apart(page, name, entity, people.values())):
            whole = f"{address} {whole}"
        actor = name.actor or _listed(whole, page.lang, name.kind, gazetteer)
        if actor:
            whole = shown.get(actor, whole)
        gender = lemma.gender or (entity.gender if entity else None)
        found.append(Mention(name.span, name.kind, whole, lemma.text, gender, actor))
    return tuple(found)


def _shown(
    page: Page, names: Sequence[Name], lemmas: Sequence[Nominative], gazetteer: Gazetteer
) -> dict[str, str]:
    """The name of each known actor here: the fullest used; the main one for mere capitals ("РФ")."""
    used: dict[str, Counter[str]] = {}
    for name, lemma in zip(names, lemmas, strict=True):
        if name.actor:
            used.setdefault(name.actor, Counter())[lemma.text] += 1
    shown = {}
    for actor, counts in used.items():
        best = max(counts, key=lambda n: (not n.isupper(), len(n.split()), counts[n], n))
        main = gazetteer.named(actor, page.lang)
        shown[actor] = (
            main if main and (best.isupper() or (main in counts and len(best.split()) == 1)) else best
        )
    return shown


def _listed(name: str, lang: Lang, kind: str, gazetteer: Gazetteer) -> str | None:
    """The known actor of this nominative, all of it; for names joined from parts."""
    matches = gazetteer.find(name, lang)
    whole = len(matches) == 1 and len(matches[0].span) == len(name) and matches[0].mention_kind == kind
    return matches[0].actor if whole else None


def _lemma(
    words: str, kind: MentionKind, lemma: str | None, how: Stands | None, lang: Lang, attested: Counter[str]
) -> Nominative:
    if kind == "person":
        found = person(_name_words(words), lang, attested, how)
        gender = found.gender or (_given_gender(words) if lang == "en" else None)
        return Nominative(lemma or found.text, gender)
    return Nominative(lemma or phrase(words.split(), lang, attested))


@cache
def _genders() -> dict[str, Gender]:
    known: dict[str, Gender] = {"m": "m", "f": "f"}
    return {row[0]: known[row[1]] for row in rows("en", "given_names") if len(row) > 1}


def _given_gender(words: str) -> Gender | None:
    """The gender that an English given name tells: "Anna Reed"."""
    first, _, more = words.casefold().partition(" ")
    return _genders().get(first) if more else None


def _apart(page: Page, name: Name, entity: _Entity, people: Iterable[_Entity]) -> str | None:
    """The address before a bare surname that another here bears with a given name: "Mrs" in "Mrs Dalton"."""
    shared = len(entity.words) == 1 and any(
        len(other.words) > 1 and other.words[-1] == entity.words[0] for other in people
    )
    return _address(page, name) if shared else None


def _address(page: Page, name: Name) -> str | None:
    before = page.text[max(0, name.span.start - 6) : name.span.start].split()
    return before[-1] if before and before[-1].rstrip(".").casefold() in _ADDRESS else None


def _addressed(page: Page, name: Name, lemma: Nominative) -> Nominative:
    """The name with the gender that the word before it tells: "Mrs Dalton" is not Peter Dalton."""
    address = _address(page, name) if name.kind == "person" else None
    return Nominative(lemma.text, _ADDRESS[address.rstrip(".").casefold()]) if address else lemma


def _name_words(words: str) -> list[str]:
    """As in "М.Моравецкий" -> ["М.", "Моравецкий"]: initials stand apart."""
    run: list[str] = []
    for token in tokens(words):
        if token.text == "." and run:
            run[-1] += "."
        elif token.is_word or run:
            run.append(token.text)
    return run


def _people(names: Sequence[Name], lemmas: Sequence[Nominative], lang: Lang) -> dict[int, _Entity]:
    """Place of a name in `names` -> its person; the fullest names are joined first."""
    order = sorted(
        (at for at, name in enumerate(names) if name.kind == "person"),
        key=lambda at: (-_whole(lemmas[at].text), at),
    )
    known: list[_Entity] = []
    found: dict[int, _Entity] = {}
    for at in order:
        lemma = lemmas[at]
        words = tuple(folded(word) for word in lemma.text.split())
        fits = [
            e
            for e in known
            if _same(e, words, lemma.gender, lang) and not _ahead(e, words, lemma.text, at, lang)
        ]
        entity = fits[0] if len(fits) == 1 or (fits and _whole(lemma.text) > 1) else None
        if entity is None:
            entity = _Entity(words, first=at)
            known.append(entity)
        entity.first = min(entity.first, at)
        entity.lemmas[lemma.text] += 1
        entity.gender = entity.gender or lemma.gender
        found[at] = entity
    return found


def _ahead(entity: _Entity, words: tuple[str, ...], name: str, at: int, lang: Lang) -> bool:
    """True for a given name alone before the first place of the full one: "Сергій" is not yet Сергій Лис.

    One as short as "Xi" or "Кім" may be the surname, which stands first there.
    """
    alone = len(words) == 1 and len(entity.words) > 1 and len(name) > 3 and listed_given_name(name, lang)
    return alone and at < entity.first and not alike(words[0], entity.words[-1], lang)


def _same(entity: _Entity, words: tuple[str, ...], gender: Gender | None, lang: Lang) -> bool:
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
