"""What editors decided on who is who, told with the actors it concerns. Pure but for filling given values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from copydesk.byhand.decisions import Decision
from digest.index import Actor, Identity


def tell(decisions: Iterable[Decision], actors: Mapping[str, Actor]) -> None:
    """Give each actor the decisions about it and another, the oldest first. Merged slugs are one actor."""
    for decision in decisions:
        if decision.kind != "actor" or not decision.other:
            continue
        told = Identity(
            decision.day, decision.slug, decision.other, decision.verdict, decision.who, decision.why
        )
        met = [actors[slug] for slug in (decision.slug, decision.other) if slug in actors]
        for actor in dict.fromkeys(met):
            actor.decisions.append(told)
