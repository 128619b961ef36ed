"""The gazetteer: an immutable index of known actors, and finding their names in a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from copydesk.actors.finder import Finder, Match
from copydesk.model import Actor, Lang, Span

__all__ = ["Gazetteer", "Match"]


@dataclass(frozen=True)
class Gazetteer:
    """Known actors by slug. `Gazetteer.of(actors).merged(starter())` is what a run starts with.

    `built_in`: slugs that came with the program and give way to an editor's actor;
    `moved`: slugs that gave way -> the slug that took over;
    `seats`: a capital or residence -> the state or body it stands for;
    `guarded`: (lang, alias) that is also a common word and needs evidence at the start of a sentence;
    `shared`: (lang, alias) that means other things too and always needs another name of the actor nearby.
    """

    actors: Mapping[str, Actor] = field(default_factory=dict)
    built_in: frozenset[str] = frozenset()
    moved: Mapping[str, str] = field(default_factory=dict)
    seats: Mapping[str, str] = field(default_factory=dict)
    guarded: frozenset[tuple[str, str]] = frozenset()
    shared: frozenset[tuple[str, str]] = frozenset()
    _finders: dict[str, Finder] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, actors: Iterable[Actor]) -> Gazetteer:
        """A gazetteer of an editor's actors; of two with one slug the first stays."""
        known: dict[str, Actor] = {}
        for actor in actors:
            known.setdefault(actor.slug, actor)
        return cls(actors=known)

    def merged(self, other: Gazetteer) -> Gazetteer:
        """Both together. One actor known to both (slug, Wikidata id or name) becomes one.

        An editor's actor wins over a built-in one whichever side it is on, else this side wins;
        the winner inherits the loser's names and aliases.
        """
        from copydesk.actors.merging import merge

        return merge(self, other)

    def get(self, slug: str) -> Actor | None:
        """The actor with this slug (or with the slug that took it over), None if unknown."""
        return self.actors.get(slug) or self.actors.get(self.moved.get(slug, ""))

    def canonical(self, slug: str) -> str:
        """The slug at the end of the `same_as` chain; in a cycle, the first of it in the alphabet."""
        seen: list[str] = []
        while slug not in seen:
            seen.append(slug)
            slug = self.moved.get(slug, slug)
            actor = self.actors.get(slug)
            if actor is None or not actor.same_as:
                return slug
            slug = actor.same_as
        return min(seen[seen.index(slug) :])

    def stands_for(self, slug: str) -> str | None:
        """The state (or body) that a capital or residence stands for, None for everything else."""
        seat = self.seats.get(slug)
        return self.canonical(seat) if seat else None

    def find(self, text: str, lang: Lang, within: Iterable[Span] | None = None) -> tuple[Match, ...]:
        """The names of known actors in `text` (or in parts of it), in order, not overlapping.

        The longest name wins; all case forms are known; adjectives ("мінський") are not names.
        A name that two actors share is not found: a wrong actor is worse than none.
        """
        if lang not in self._finders:
            self._finders[lang] = Finder.of(self, lang)
        spans = [Span(0, len(text))] if within is None else list(within)
        return self._finders[lang].find(text, spans)

    def spellings(self, actor: Actor, lang: Lang) -> tuple[str, ...]:
        """The names and aliases of `actor` as written in `lang`; the name itself where `names` is empty."""
        own = actor.names.get(lang) or (actor.name if not actor.names else "")
        return tuple(dict.fromkeys(filter(None, (own, *actor.aliases.get(lang, ())))))

    def named(self, slug: str, lang: Lang) -> str | None:
        """The name of the actor in `lang`, else its main name; None if unknown."""
        actor = self.get(self.canonical(slug))
        return (actor.names.get(lang) or actor.name) if actor else None

    def __len__(self) -> int:
        return len(self.actors)

    def with_actor(self, actor: Actor) -> Gazetteer:
        """A copy of this gazetteer with one actor added or replaced."""
        return replace(self, actors={**self.actors, actor.slug: actor}, _finders={})
