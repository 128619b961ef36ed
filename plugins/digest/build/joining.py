"""Records become a digest: files meet each other here, and nowhere else. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from copydesk.byhand.decisions import Decision
from copydesk.identity import resolve
from digest import addresses
from digest.build import counting, decided, making, related, wordings
from digest.build.editions import editions
from digest.build.order import name_key
from digest.build.outlets import shared
from digest.index import Actor, Digest, Entry, Event
from digest.records import ActorRecord, EntryRecord, EventRecord, OutletRecord

Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Site:
    """What the digest must know of the site: its language, how much text it shows, its addresses."""

    lang: str = "uk"
    text: str = "full"
    actor_url: Address = "actors/{}/".format
    event_url: Address = "events/{}/".format
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """All actors and events that have a page, under every slug that leads to them."""

    actors: dict[str, Actor]
    events: dict[str, Event]
    hidden: dict[str, str]  # slug -> name of an actor that is kept off the site


def build(
    entries: Sequence[EntryRecord],
    actors: Sequence[ActorRecord],
    events: Sequence[EventRecord],
    site: Site,
    outlets: Sequence[OutletRecord] = (),
) -> Digest:
    """The whole site as values that know their neighbours. What does not fit together is left out."""
    known = _known(actors, events, site)
    made = [joined(record, known, site.text) for record in entries]
    made.sort(key=lambda e: (-e.date.toordinal(), e.slug))
    digest = Digest(entries=made, feed=addresses.FEED, editions=editions(made))
    digest.feeds = {lang: addresses.feed_of_lang(lang) for lang in sorted({e.lang for e in made})}
    digest.actors = sorted(_each(known.actors), key=lambda a: (name_key(a.name, site.lang), a.slug))
    digest.events = list(_each(known.events))
    digest.outlets = shared(made, outlets)
    digest.quotations = [q for e in made for q in e.quotations]
    _join_events(events, known)
    _keep_apart(actors, known)
    decided.tell(site.decisions, known.actors)
    counting.fill(digest)
    related.fill(digest)
    wordings.join(digest.quotations)
    digest.events.sort(key=lambda e: (-_told(e).toordinal(), e.slug))
    return digest


def _each(found: dict[str, Actor] | dict[str, Event]) -> list:  # type: ignore[type-arg]
    return list(dict.fromkeys(found.values()))


def _told(event: Event) -> date:
    """The day by which events are ordered."""
    return event.starts or min((e.date for e in event.entries), default=date.min)


def _known(actors: Sequence[ActorRecord], events: Sequence[EventRecord], site: Site) -> Known:
    """Every page there will be; merged files lead to the one they became."""
    people = {r.slug: r for r in actors}
    happenings = {r.slug: r for r in events}
    same, _ = resolve({s: r.meta.same_as for s, r in people.items()})
    same_event, _ = resolve({s: r.meta.same_as for s, r in happenings.items()})
    hidden = {s: people[f].meta.name for s, f in same.items() if people[f].meta.status == "hidden"}
    hushed = {s for s, f in same_event.items() if happenings[f].meta.status == "hidden"}
    made = {f: making.actor(people[f], site.lang, site.actor_url(f)) for f in set(same.values())}
    shown = {f: making.event(happenings[f], site.lang, site.event_url(f)) for f in set(same_event.values())}
    for slug, final in same.items():
        if slug != final:
            making.add_names(made[final], people[slug])
    for slug, final in sorted(same_event.items()):
        if slug != final:
            shown[final].merged.append((slug, site.event_url(slug)))
    return Known(
        {s: made[f] for s, f in sorted(same.items()) if s not in hidden},
        {s: shown[f] for s, f in sorted(same_event.items()) if s not in hushed},
        hidden,
    )


def joined(record: EntryRecord, known: Known, text: str) -> Entry:
    """The entry with its actors, events and quotations joined; `text` as `making.entry` has it."""
    entry = making.entry(record, text)
    for slug in record.meta.actors:
        if slug in known.actors:
            _once(entry.actors, known.actors[slug])
    for slug in record.meta.events:
        if slug in known.events:
            _once(entry.events, known.events[slug])
    entry.quotations = making.quotes(record, entry, known.actors, known.hidden)
    for quote in entry.quotations:
        if quote.speaker:
            _once(entry.actors, quote.speaker)
    return entry


def _once(many: list, one: Actor | Event) -> None:  # type: ignore[type-arg]
    if one not in many:
        many.append(one)


def _join_events(records: Sequence[EventRecord], known: Known) -> None:
    """Events with their larger events and the actors their files name."""
    for record in records:
        event = known.events.get(record.slug)
        if event is None or event.slug != record.slug:
            continue
        larger = known.events.get(record.meta.part_of or "")
        if larger and larger is not event and not _inside(larger, event):
            event.part_of = larger
            larger.parts.append(event)
        for slug in record.meta.actors:
            if slug in known.actors:
                _once(event.actors, known.actors[slug])


def _keep_apart(records: Sequence[ActorRecord], known: Known) -> None:
    """Actors whose files say that they are not one, seen from both."""
    for record in records:
        for slug in record.meta.not_same_as:
            one, other = known.actors.get(record.slug), known.actors.get(slug)
            if one and other and one is not other:
                _once(one.apart, other)
                _once(other.apart, one)


def _inside(inner: Event | None, outer: Event) -> bool:
    """True where `inner` is `outer` or a part of it: such a `part_of` would go in a circle."""
    while inner is not None:
        if inner is outer:
            return True
        inner = inner.part_of
    return False
