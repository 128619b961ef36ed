"""The memory of a linker: actors by slug, and by the keys under which a name may meet them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, replace

from copydesk.actors.finder import folded
from copydesk.actors.gazetteer import Gazetteer
from copydesk.actors.keys import block_keys, person_asked, person_keys, skeleton, words_of_name
from copydesk.actors.people import is_full
from copydesk.model import LANGS, Actor, ActorKind, Lang
from copydesk.romanise import slug as slug_of


@dataclass
class Known:
    """One actor as learned so far: its names by language and the actors it was met with."""

    slug: str
    kind: ActorKind
    names: dict[Lang, Counter[str]] = field(default_factory=dict)
    met_with: Counter[str] = field(default_factory=Counter)
    not_same_as: tuple[str, ...] = ()

    def spellings(self) -> Iterator[tuple[Lang, str]]:
        """Each name with its language, in a fixed order."""
        for lang in LANGS:
            for name in self.names.get(lang, {}):
                yield lang, name

    def add(self, name: str, lang: Lang) -> None:
        """Count one document that calls the actor so."""
        self.names.setdefault(lang, Counter())[name] += 1

    def copy(self) -> Known:
        """The same, to be learned further by itself."""
        names = {lang: seen.copy() for lang, seen in self.names.items()}
        return replace(self, names=names, met_with=self.met_with.copy())

    def actor(self, site_lang: Lang) -> Actor:
        """The actor with its commonest name in each language; the other spellings are aliases."""
        ranked = {
            lang: sorted(seen, key=lambda n: (-len(n.split()), -seen[n], n))
            for lang, seen in self.names.items()
        }
        names = {str(lang): ranked[lang][0] for lang in LANGS if ranked.get(lang)}
        return Actor(
            slug=self.slug,
            name=names.get(site_lang) or next(iter(names.values())),
            kind=self.kind,
            names=names,
            aliases={str(lang): tuple(ranked[lang][1:]) for lang in LANGS if ranked.get(lang, [])[1:]},
            not_same_as=self.not_same_as,
        )


class Memory:
    """Actors met so far. Looking a name up reads only those that share a key with it."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.learned: dict[str, Known] = {}
        self._own: dict[str, Known] = {}
        self._lent: Mapping[str, Known] = {}  # another memory's: copied before anybody changes them
        self._keys: dict[tuple[str, str], tuple[str, ...]] = {}
        self._exact: dict[tuple[str, str], tuple[str, ...]] = {}
        for slug, actor in gazetteer.actors.items():
            self._remember_listed(slug, actor)

    def apart(self) -> Memory:
        """A memory that knows what this one knows now, and keeps what it learns to itself."""
        made = copy(self)
        made.learned, made._own, made._lent = {}, {}, self._own
        made._keys, made._exact = dict(self._keys), dict(self._exact)
        return made

    def _remember_listed(self, slug: str, actor: Actor) -> None:
        slug = self.gazetteer.canonical(slug)
        known = self._own.setdefault(slug, Known(slug, actor.kind))
        # Of merged files each one's word counts, for whatever its others are merged into too.
        apart = (*known.not_same_as, *actor.not_same_as, *map(self.gazetteer.canonical, actor.not_same_as))
        known.not_same_as = tuple(dict.fromkeys(apart))
        for lang in LANGS:
            for name in self.gazetteer.spellings(actor, lang):
                if actor.names.get(lang) or lang in actor.aliases:
                    self.remember(known, name, lang)

    def remember(self, known: Known, name: str, lang: Lang) -> None:
        """File `name` as a name of `known`."""
        new = name not in known.names.get(lang, {})
        known.add(name, lang)
        if new:
            _file(self._exact, (_sort(known.kind), exact_key(name)), known.slug)
            if known.kind != "person" or is_full(name):
                keys = block_keys(name, lang)
                for key in (*keys, *person_keys(name)) if known.kind == "person" else keys:
                    _file(self._keys, (_sort(known.kind), key), known.slug)

    def learn(self, name: str, kind: ActorKind, lang: Lang) -> Known:
        """A new actor named `name`, with a slug that nobody has."""
        made, number = slug_of(name, lang), 1
        while self.get(made) or self.gazetteer.get(made):
            number += 1
            made = slug_of(f"{name} {number}", lang)
        known = self.learned[made] = self._own[made] = Known(made, kind)
        self.remember(known, name, lang)
        return known

    def get(self, slug: str) -> Known | None:
        """What is known of the actor with this slug."""
        if slug not in self._own and slug in self._lent:
            self._own[slug] = self._lent[slug].copy()
        return self._own.get(slug)

    def _these(self, slugs: Iterable[str]) -> list[Known]:
        return [known for known in map(self.get, slugs) if known]

    def named(self, slug: str, lang: Lang) -> str:
        """The name of an actor as an editor would read it: in `lang`, else in another language."""
        known = self.get(slug)
        names = known.names if known else {}
        spelled = names.get(lang) or next(iter(names.values()), Counter({slug: 1}))
        return spelled.most_common(1)[0][0]

    def called(self, name: str, kind: ActorKind) -> list[Known]:
        """The actors that bear exactly this name in some language."""
        return self._these(self._exact.get((_sort(kind), exact_key(name)), ()))

    def sharing(self, name: str, kind: ActorKind, lang: Lang) -> list[Known]:
        """The actors that share a key with this name, in the order they were met."""
        keys: Iterable[str] = person_asked(name) if kind == "person" else block_keys(name, lang)
        found = (slug for key in keys for slug in self._keys.get((_sort(kind), key), ()))
        return self._these(dict.fromkeys(found))

    def surnamed(self, surname: str) -> list[Known]:
        """The people whose last name has the same key."""
        return self._these(self._keys.get(("person", skeleton(surname)), ()))


def exact_key(name: str) -> str:
    """A name as compared within a language: case, quotation marks and dots do not count."""
    return " ".join(folded(word) for word in words_of_name(name))


def _sort(kind: ActorKind) -> str:
    return "person" if kind == "person" else "other"


def _file(index: dict[tuple[str, str], tuple[str, ...]], key: tuple[str, str], slug: str) -> None:
    listed = index.get(key, ())
    if slug not in listed:
        index[key] = (*listed, slug)
