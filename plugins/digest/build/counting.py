"""What the digest adds up to, seen from each actor and event. Pure but for filling the given values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from digest.build.making import first_of_month
from digest.index import Actor, Digest, Entry, Event, Outlet


def fill(digest: Digest) -> None:
    """Give actors and events their entries, quotations, neighbours and counts, in the order of `index`."""
    for entry in digest.entries:
        for actor in entry.actors:
            actor.entries.append(entry)
        for event in entry.events:
            event.entries.append(entry)
    for event in digest.events:
        _event(event)
    companions = _companions(digest.entries)
    for actor in digest.actors:
        _actor(actor, companions.get(actor, Counter()))


def _event(event: Event) -> None:
    """Oldest report first; actors by how many of the event's entries name them."""
    event.entries.sort(key=lambda e: (e.date, e.slug))
    event.quotations = [q for e in event.entries for q in e.quotations]
    said = Counter(q.speaker for q in event.quotations if q.speaker)
    event.voices = sorted(said.items(), key=lambda pair: -pair[1])  # equal ones as they first spoke
    named = Counter(actor for entry in event.entries for actor in entry.actors)
    for actor in event.actors:
        actor.events.append(event)  # its file names the actor, whatever the entries say
    met = [*event.actors, *(a for a in named if a not in event.actors)]
    event.actors = sorted(met, key=lambda a: (-named[a], a.slug))
    event.parts.sort(key=lambda e: (e.starts or date.max, e.slug))


def _actor(actor: Actor, companions: Counter[Actor]) -> None:
    actor.quotations = [q for e in actor.entries for q in e.quotations if q.speaker is actor]
    told = dict.fromkeys(event for entry in actor.entries for event in entry.events)
    actor.events = [*told, *(event for event in actor.events if event not in told)]
    actor.companions = sorted(companions.items(), key=lambda pair: (-pair[1], pair[0].slug))
    actor.outlets = _outlets(actor.entries)
    actor.months = sorted(Counter(first_of_month(e.date) for e in actor.entries).items())


def _outlets(entries: Iterable[Entry]) -> list[tuple[Outlet, int]]:
    counted = Counter(e.outlet for e in entries if e.outlet)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].name))


def _companions(entries: Iterable[Entry]) -> dict[Actor, Counter[Actor]]:
    """For each actor, how many entries it shares with each other one."""
    met: dict[Actor, Counter[Actor]] = {}
    for entry in entries:
        for one in entry.actors:
            met.setdefault(one, Counter()).update(other for other in entry.actors if other is not one)
    return met
