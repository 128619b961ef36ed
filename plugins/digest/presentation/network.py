"""Who an actor appears with, as a small drawing (SVG); the page prints the same numbers as a table. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import cos, pi, sin

from markupsafe import Markup

from digest.index import Actor

WIDTH, HEIGHT = 640, 330
_ACROSS, _DOWN = 150, 118  # half axes of the ring on which the others stand
_MOST = 10  # more would be a thicket
_TIES = 12  # lines between others, the strongest
_LONGEST = 20  # letters of a name beside its dot
_THICK = 7.0


def ties(actors: Sequence[Actor]) -> Counter[tuple[Actor, Actor]]:
    """How many entries each two of the actors share; the first of a pair stands before the other."""
    place = {actor: n for n, actor in enumerate(actors)}
    counted: Counter[tuple[Actor, Actor]] = Counter()
    for entry in dict.fromkeys(e for actor in actors for e in actor.entries):
        here = sorted((a for a in entry.actors if a in place), key=place.__getitem__)
        counted.update(combinations(here, 2))
    return counted


def network(actor: Actor, label: str) -> Markup:
    """An `<svg>`: the actor in the middle, those it shares most entries with around it, lines by entries.

    `label` is the text alternative. Empty where there are fewer than three others: a table says it better.
    """
    others = [other for other, _ in actor.companions[:_MOST]]
    if len(others) < 3:
        return Markup()
    shared = ties([actor, *others])
    most = max(shared.values())
    places = {actor: (WIDTH / 2, HEIGHT / 2), **{o: _place(n, len(others)) for n, o in enumerate(others)}}
    # The actor's own ties are drawn last, over those of the others. Who met once only met here: of one
    # entry everybody would be tied to everybody.
    order = sorted(shared, key=lambda pair: (pair[0] is actor, shared[pair], pair[0].slug, pair[1].slug))
    among = [pair for pair in order if pair[0] is not actor and shared[pair] > 1][-_TIES:]
    order = [*among, *(pair for pair in order if pair[0] is actor)]
    lines = [_line(places[a], places[b], shared[a, b] / most, a is actor) for a, b in order]
    dots = [_dot(other, places[other]) for other in others]
    middle = Markup('<circle class="self" cx="{:.0f}" cy="{:.0f}" r="7"/>').format(*places[actor])
    inside = Markup("").join([*lines, middle, *dots])
    return Markup('<svg class="network" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, HEIGHT, label, inside
    )


def _place(number: int, count: int) -> tuple[float, float]:
    """A place on the ring; the first is at the top, the heaviest tie straight above the middle."""
    turn = 2 * pi * number / count - pi / 2
    return WIDTH / 2 + _ACROSS * cos(turn), HEIGHT / 2 + _DOWN * sin(turn)


def _line(start: tuple[float, float], stop: tuple[float, float], share: float, own: bool) -> Markup:
    thick = max(1.0, _THICK * share)
    return Markup(
        '<line class="{}" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke-width="{:.1f}"/>'
    ).format("own" if own else "tie", *start, *stop, thick)


def _dot(other: Actor, place: tuple[float, float]) -> Markup:
    """A dot with its name on the outer side; over and under the middle the name is centred."""
    x, y = place
    aside = abs(x - WIDTH / 2) > 0.2 * _ACROSS
    anchor = "middle" if not aside else "start" if x > WIDTH / 2 else "end"
    right = {"middle": 0, "start": 12, "end": -12}[anchor]
    down = 5 if aside else -14 if y < HEIGHT / 2 else 24
    name = other.name if len(other.name) <= _LONGEST else other.name[: _LONGEST - 1].rstrip() + "…"
    return Markup(
        '<circle cx="{:.1f}" cy="{:.1f}" r="4.5"/>'
        '<text x="{:.1f}" y="{:.1f}" text-anchor="{}" lang="{}">{}</text>'
    ).format(x, y, x + right, y + down, anchor, other.lang, name)
