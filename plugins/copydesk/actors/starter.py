"""The starter gazetteer: states, lands, cities, bodies and outlets that need no introduction.

It is read from `lexicon/actors_*.txt`. No living person is in it: people come from the texts and
from editors.
"""

from __future__ import annotations

from functools import cache

from copydesk.actors.finder import folded
from copydesk.actors.gazetteer import Gazetteer
from copydesk.lexicon import rows
from copydesk.model import LANGS, Actor, ActorKind

# List -> kind of its actors. Capitals and seats have a fifth column: what the place stands for.
_LISTS: tuple[tuple[str, ActorKind], ...] = (
    ("actors_states", "country"),
    ("actors_regions", "place"),
    ("actors_capitals", "place"),
    ("actors_seats", "place"),
    ("actors_cities", "place"),
    ("actors_works", "place"),
    ("actors_bodies", "organisation"),
    ("actors_outlets", "organisation"),
)
_GUARD = "?"


@cache
def starter() -> Gazetteer:
    """The built-in gazetteer; every actor of it gives way to an editor's."""
    actors: dict[str, Actor] = {}
    seats: dict[str, str] = {}
    guarded: set[tuple[str, str]] = set()
    shared: set[tuple[str, str]] = set()
    for name, kind in _LISTS:
        for row in rows("", name):
            actors[row[0]] = _actor(row, kind)
            guarded |= _guarded(row, _GUARD)
            shared |= _guarded(row, _GUARD * 2)
            if len(row) > 4:
                seats[row[0]] = row[4]
    return Gazetteer(
        actors=actors,
        built_in=frozenset(actors),
        seats=seats,
        guarded=frozenset(guarded),
        shared=frozenset(shared),
    )


def _cells(row: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {
        lang: tuple(name.strip() for name in cell.split(";") if name.strip())
        for lang, cell in zip(LANGS, row[1:4], strict=True)
    }


def _actor(row: tuple[str, ...], kind: ActorKind) -> Actor:
    spelled = {lang: [n.lstrip(_GUARD) for n in names] for lang, names in _cells(row).items() if names}
    return Actor(
        slug=row[0],
        name=next(iter(spelled.values()))[0],
        kind=kind,
        names={lang: names[0] for lang, names in spelled.items()},
        aliases={lang: tuple(names[1:]) for lang, names in spelled.items() if names[1:]},
        status="confirmed",
    )


def _guarded(row: tuple[str, ...], mark: str) -> set[tuple[str, str]]:
    return {
        (lang, folded(name.lstrip(_GUARD)))
        for lang, names in _cells(row).items()
        for name in names
        if name[: len(name) - len(name.lstrip(_GUARD))] == mark
    }
