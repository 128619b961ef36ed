"""Mentions joined into entities: "Д. Трамп", "Трампом" and "Дональд Трамп" are one person here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from copydesk.actors import Gazetteer
from copydesk.lexicon import rows
from copydesk.model import Gender, Lang, Mention, MentionKind
from copydesk.names.abbreviations import abbreviations
from copydesk.names.agreement import Stands, stands
from copydesk.names.nominative import Nominative, person, phrase
from copydesk.names.page import Name, Page
from copydesk.names.persons import Person, persons
from copydesk.text import tokens

# The words before a surname that tell a man from a woman.
_ADDRESS: dict[str, Gender] = {
    "mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f",
}  # fmt: skip


def entities(page: Page, names: Sequence[Name], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """A mention for each name, in order, with the nominative of its words and of its entity."""
    attested = Counter(t.text.lower() for s in page.sentences for t in s.tokens if t.is_word)
    # Most names of a text stand there several times, in the same form.
    read = cache(lambda words, kind, lemma, how: _lemma(words, kind, lemma, how, page.lang, attested))
    lemmas = [read(" ".join(n.span.of(page.text).split()), n.kind, n.lemma, stands(page, n)) for n in names]
    if page.lang == "en":
        lemmas = [_addressed(page, name, lemma) for name, lemma in zip(names, lemmas, strict=True)]
    people = persons(names, lemmas, page.lang)
    surnames = {one.words[-1] for one in people.values() if len(one.words) > 1}
    full = {short: long.span for short, long in abbreviations(page, names).items()}
    by_span = {name.span: lemma.text for name, lemma in zip(names, lemmas, strict=True)}
    shown = _shown(page, names, lemmas, gazetteer)
    found = []
    for at, (name, lemma) in enumerate(zip(names, lemmas, strict=True)):
        entity = people.get(at)
        whole = entity.name if entity else by_span.get(full.get(lemma.text, name.span), lemma.text)
        if entity and page.lang == "en" and (address := _apart(page, name, entity, surnames)):
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


def _apart(page: Page, name: Name, entity: Person, surnames: set[str]) -> str | None:
    """The address before a bare surname that another here bears with a given name: "Mrs" in "Mrs Dalton"."""
    shared = len(entity.words) == 1 and entity.words[0] in surnames
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
