"""Linking: the names of one actor over documents and languages get one slug."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from copydesk.actors.gazetteer import Gazetteer
from copydesk.actors.keys import same_word, words_of_name
from copydesk.actors.known import Known, Memory
from copydesk.actors.metonyms import stands_for_state
from copydesk.actors.people import is_full, parts, same_person
from copydesk.model import Actor, Dispatch, Lang, Mention, MentionKind


@dataclass(frozen=True, slots=True)
class Decision:
    """Why a name was given to an actor: `left` is the name met, `right` the slug, `evidence` in words."""

    kind: str
    left: str
    right: str
    evidence: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """One entity of one document, to be linked."""

    name: str
    kind: MentionKind
    lang: Lang
    company: frozenset[str]
    acronyms: frozenset[str]


_Rule = Callable[[Memory, _Asked], "tuple[Known, str] | None"]


class Linker:
    """Links document after document, and learns new actors in the order the documents come."""

    def __init__(self, gazetteer: Gazetteer, site_lang: Lang = "uk") -> None:
        self._memory = Memory(gazetteer)
        self._gazetteer = gazetteer
        self._site_lang = site_lang
        self._decisions: dict[str, dict[Decision, None]] = {}

    def link(self, dispatch: Dispatch, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions with `actor` set wherever it is certain enough; None where it is not.

        A surname alone is linked only to the one known person who bears it and was met in like company.
        """
        seats = [m for m in mentions if m.actor and self._gazetteer.stands_for(m.actor)]
        done = [self._as_state(dispatch, m, seats) for m in mentions]
        slugs = self._slugs(done, dispatch.lang)
        linked = tuple(
            replace(m, actor=m.actor if m.figurative else slugs.get((m.kind, m.name))) for m in done
        )
        self._keep_company({m.actor for m in linked if m.actor})
        return linked

    def actors(self) -> tuple[Actor, ...]:
        """The actors learned from documents, by slug; those of the gazetteer are not among them."""
        return tuple(known.actor(self._site_lang) for _, known in sorted(self._memory.learned.items()))

    def why(self, slug: str) -> tuple[Decision, ...]:
        """Each reason for which a name was given to this actor, in the order found."""
        return tuple(self._decisions.get(slug, ()))

    def _as_state(self, dispatch: Dispatch, mention: Mention, seats: Sequence[Mention]) -> Mention:
        state = self._gazetteer.stands_for(mention.actor) if mention.actor else None
        if state is None or not stands_for_state(dispatch.text, dispatch.lang, mention, seats):
            return mention
        self._note("capital", mention.lemma, state, "the place speaks or decides, so its state is meant")
        return replace(mention, actor=state, figurative=True)

    def _slugs(self, mentions: Sequence[Mention], lang: Lang) -> dict[tuple[MentionKind, str], str]:
        given: dict[tuple[MentionKind, str], Counter[str]] = {}
        for m in mentions:
            seen = given.setdefault((m.kind, m.name), Counter())
            if m.actor and not m.figurative:
                seen[self._gazetteer.canonical(m.actor)] += 1
        slugs = {key: max(sorted(seen), key=lambda s: seen[s]) for key, seen in given.items() if seen}
        company = frozenset(slugs.values())
        acronyms = frozenset(m.lemma for m in mentions if m.kind == "organisation" and m.lemma.isupper())
        # Full names first, so that a surname finds the person this very document introduces.
        waiting = sorted((k for k in given if k not in slugs), key=lambda k: -len(words_of_name(k[1])))
        for kind, name in waiting:
            slug = self._decide(_Asked(name, kind, lang, company, acronyms))
            if slug:
                slugs[kind, name] = slug
                company |= {slug}
        return slugs

    def _decide(self, asked: _Asked) -> str | None:
        for rule in _RULES:
            found = rule(self._memory, asked)
            if found:
                known, evidence = found
                if known.kind != "person" or is_full(asked.name):
                    self._memory.remember(known, asked.name, asked.lang)
                self._note(rule.__name__.strip("_").replace("_", " "), asked.name, known.slug, evidence)
                return known.slug
        if not words_of_name(asked.name) or (asked.kind == "person" and not is_full(asked.name)):
            return None
        if len(self._memory.called(asked.name, asked.kind)) > 1:
            return None  # namesakes that an editor keeps apart: a third would be worse than none
        return self._memory.learn(asked.name, asked.kind, asked.lang).slug

    def _keep_company(self, slugs: set[str]) -> None:
        for slug in slugs:
            known = self._memory.get(slug)
            if known and known.kind == "person":
                known.met_with.update(sorted(slugs - {slug}))

    def _note(self, kind: str, left: str, right: str, evidence: str) -> None:
        self._decisions.setdefault(right, {})[Decision(kind, left, right, evidence)] = None


def _same_name(memory: Memory, asked: _Asked) -> tuple[Known, str] | None:
    """The same words: one actor only, and no surname by itself."""
    if asked.kind == "person" and not is_full(asked.name):
        return None
    found = memory.called(asked.name, asked.kind)
    return (found[0], f"the name “{asked.name}” is known") if len(found) == 1 else None


def _same_person(memory: Memory, asked: _Asked) -> tuple[Known, str] | None:
    """Given name and surname agree over spelling and language; two candidates are none."""
    if asked.kind != "person" or not is_full(asked.name):
        return None
    fits = [
        (known, name)
        for known in memory.sharing(asked.name, asked.kind, asked.lang)
        if (name := next((n for _, n in known.spellings() if same_person(asked.name, n)), None))
    ]
    if len({known.slug for known, _ in fits}) != 1:
        return None
    return fits[0][0], f"given name and surname agree: “{asked.name}” and “{fits[0][1]}”"


def _surname(memory: Memory, asked: _Asked) -> tuple[Known, str] | None:
    """A bare surname: one known bearer, met in the same company as here."""
    words = parts(asked.name)
    if asked.kind != "person" or len(words) != 1:
        return None
    fits = [
        k
        for k in memory.surnamed(words[0])
        if any(same_word(words[0], parts(n)[-1]) for _, n in k.spellings())
    ]
    if len(fits) != 1:
        return None
    shared = sorted(asked.company & set(fits[0].met_with))
    return (fits[0], "the only bearer of the surname, met with " + ", ".join(shared)) if shared else None


def _expansion(memory: Memory, asked: _Asked) -> tuple[Known, str] | None:
    """A long name whose initials are an acronym that is known and stands in the same document."""
    words = words_of_name(asked.name)
    initials = "".join(w[0] for w in words).upper()
    if asked.kind != "organisation" or len(words) < 3 or initials not in asked.acronyms:
        return None
    found = memory.called(initials, asked.kind)
    return (found[0], f"“{initials}” stands for “{asked.name}” here") if len(found) == 1 else None


def _same_sound(memory: Memory, asked: _Asked) -> tuple[Known, str] | None:
    """An organisation or place whose words sound alike in another language."""
    if asked.kind == "person" or asked.name.isupper():
        return None
    fits = [
        (known, name)
        for known in memory.sharing(asked.name, asked.kind, asked.lang)
        if (
            name := next(
                (n for lang, n in known.spellings() if lang != asked.lang and _alike(asked.name, n)), None
            )
        )
        and asked.lang not in known.names
    ]
    if len({known.slug for known, _ in fits}) != 1:
        return None
    return fits[0][0], f"“{asked.name}” is “{fits[0][1]}” in other letters"


def _alike(left: str, right: str) -> bool:
    one, other = words_of_name(left), words_of_name(right)
    return len(one) == len(other) and all(same_word(a, b) for a, b in zip(one, other, strict=True))


# The first rule with an opinion wins.
_RULES: tuple[_Rule, ...] = (_same_name, _same_person, _surname, _expansion, _same_sound)

__all__ = ["Decision", "Linker"]
