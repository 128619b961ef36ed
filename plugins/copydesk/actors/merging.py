"""Joining two gazetteers: an editor's word wins, nothing known is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.actors.finder import folded
from copydesk.model import Actor

if TYPE_CHECKING:
    from copydesk.actors.gazetteer import Gazetteer


def merge(mine: Gazetteer, theirs: Gazetteer) -> Gazetteer:
    """One gazetteer of both; see `Gazetteer.merged`."""
    first, second = (theirs, mine) if mine.built_in and not theirs.built_in else (mine, theirs)
    actors = dict(first.actors)
    moved = {**second.moved, **first.moved}
    keys = _keys(actors.values())
    for slug, actor in second.actors.items():
        twin = slug if slug in actors else next((keys[k] for k in _identity(actor) if k in keys), None)
        if twin is None or slug in actors[twin].not_same_as or twin in actor.not_same_as:
            actors.setdefault(slug, actor)
            continue
        actors[twin] = enriched(actors[twin], actor)
        if twin != slug:
            moved[slug] = twin
    return replace(
        first,
        actors=actors,
        moved=moved,
        built_in=(second.built_in - set(first.actors)) | first.built_in,
        seats={**second.seats, **first.seats},
        guarded=first.guarded | second.guarded,
        shared=first.shared | second.shared,
        _finders={},
    )


def enriched(winner: Actor, loser: Actor) -> Actor:
    """`winner` with the names and aliases it lacked."""
    names = {**loser.names, **winner.names}
    aliases: dict[str, tuple[str, ...]] = {}
    for lang in sorted({*winner.aliases, *loser.aliases, *loser.names}):
        listed = (*winner.aliases.get(lang, ()), loser.names.get(lang, ""), *loser.aliases.get(lang, ()))
        aliases[lang] = tuple(a for a in dict.fromkeys(listed) if a and a != names.get(lang))
    return replace(winner, names=names, aliases=aliases, wikidata=winner.wikidata or loser.wikidata)


def _identity(actor: Actor) -> list[tuple[str, str]]:
    """What makes two actors one: the Wikidata id, else a name in a language within one kind."""
    keys = [("wikidata", actor.wikidata)] if actor.wikidata else []
    kind = "place" if actor.kind == "country" else actor.kind
    keys += [(f"{kind} {lang}", folded(name)) for lang, name in sorted(actor.names.items())]
    return [*keys, (kind, folded(actor.name))]


def _keys(actors: Iterable[Actor]) -> dict[tuple[str, str], str]:
    keys: dict[tuple[str, str], str] = {}
    for actor in actors:
        for key in _identity(actor):
            keys.setdefault(key, actor.slug)
    return keys
