"""Linking: the names of one actor over documents and languages get one slug."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace

from copydesk.actors.gazetteer import Gazetteer
from copydesk.actors.keys import words_of_name
from copydesk.actors.known import Memory, exact_key
from copydesk.actors.metonyms import stands_for_state
from copydesk.actors.people import is_full
from copydesk.actors.rules import RULES, Asked, is_common, kept_apart
from copydesk.model import Actor, Dispatch, Lang, Mention, MentionKind


@dataclass(frozen=True, slots=True)
class Decision:
    """Why a name was given to an actor: `left` is the name met, `right` the slug, `evidence` in words."""

    kind: str
    left: str
    right: str
    evidence: str


class Linker:
    """Links document after document, and learns new actors in the order the documents come."""

    def __init__(self, gazetteer: Gazetteer, site_lang: Lang = "uk") -> None:
        self._memory = Memory(gazetteer)
        self._gazetteer = gazetteer
        self._site_lang = site_lang
        self._decisions: dict[str, dict[Decision, None]] = {}

    def apart(self) -> Linker:
        """A linker that begins where this one stands now: each then learns by itself."""
        made = copy(self)
        made._memory = self._memory.apart()
        made._decisions = {slug: dict(why) for slug, why in self._decisions.items()}
        return made

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
        # Full names first, bare surnames last: a surname finds the person this very document introduces,
        # or one who was met in this company.
        waiting = sorted(
            (key for key in given if key not in slugs),
            key=lambda key: (key[0] == "person" and not is_full(key[1]), -len(words_of_name(key[1]))),
        )
        for kind, name in waiting:
            slug = self._decide(Asked(name, kind, lang, company, acronyms))
            if slug:
                slugs[kind, name] = slug
                company |= {slug}
        return slugs

    def _decide(self, asked: Asked) -> str | None:
        if is_common(asked):
            return self._whole_here(asked)
        for rule in RULES:
            found = rule(self._memory, asked)
            if found:
                known, evidence = found
                if known.kind != "person" or is_full(asked.name):
                    self._memory.remember(known, asked.name, asked.lang)
                self._note(rule.__name__.strip("_").replace("_", " "), asked.name, known.slug, evidence)
                return known.slug
        if not words_of_name(asked.name) or (asked.kind == "person" and not is_full(asked.name)):
            return None
        if len(self._memory.called(asked.name, asked.kind)) > 1 or kept_apart(self._memory, asked):
            return None  # namesakes that an editor keeps apart: a third would be worse than none
        return self._memory.learn(asked.name, asked.kind, asked.lang).slug

    def _whole_here(self, asked: Asked) -> str | None:
        """The one actor of this document whose name begins with these words: "Верховний суд Перу"."""
        begin = exact_key(asked.name) + " "
        fits = [
            known.slug
            for known in map(self._memory.get, sorted(asked.company))
            if known and any(exact_key(name).startswith(begin) for _, name in known.spellings())
        ]
        return fits[0] if len(fits) == 1 else None

    def _keep_company(self, slugs: set[str]) -> None:
        for slug in slugs:
            known = self._memory.get(slug)
            if known and known.kind == "person":
                known.met_with.update(sorted(slugs - {slug}))

    def _note(self, kind: str, left: str, right: str, evidence: str) -> None:
        self._decisions.setdefault(right, {})[Decision(kind, left, right, evidence)] = None
