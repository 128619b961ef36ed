"""What can be found: entries, actors, events and outlets, each with the words it is found by. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from digest.index import Actor, Digest, Entry, Event, Outlet

# What a word was found in; a document counts for a word where it weighs most (`search.js` has the weights).
FIELDS = ("title", "quotation", "summary", "body")
Words = tuple[str, str]  # language, text


@dataclass(frozen=True, slots=True)
class Document:
    """Something to find. `fields` are its words in the order of `FIELDS` (the last may be sanitised markup).

    `shown` is what a result is drawn from, None for what only leads to other documents.
    """

    fields: tuple[tuple[Words, ...], ...]
    shown: dict[str, Any] | None


def documents(digest: Digest) -> list[Document]:
    """Entries, oldest first (so that the greater number is the newer), then actors, events and outlets."""
    numbers = {actor: n for n, actor in enumerate(digest.actors)}
    return [
        *(_entry(entry, numbers) for entry in reversed(digest.entries)),
        *(_actor(actor) for actor in digest.actors),
        *(_event(event) for event in digest.events),
        *(_outlet(outlet) for outlet in digest.outlets),
    ]


def facets(digest: Digest) -> dict[str, Any]:
    """By what entries can be sifted: for each entry its language, year, outlet, actors and events, by number.

    Actors, events and outlets bring their slug and name, in the order of their documents; actors and events
    also their names in other languages, for the pages in those.
    """
    actors = {actor: n for n, actor in enumerate(digest.actors)}
    events = {event: n for n, event in enumerate(digest.events)}
    outlets = {outlet: n for n, outlet in enumerate(digest.outlets)}
    return {
        "entries": [
            [e.lang, e.date.year, outlets[e.outlet] if e.outlet else -1,
             [actors[a] for a in e.actors], [events[v] for v in e.events]]
            for e in reversed(digest.entries)
        ],
        "actors": [[a.slug, a.name, a.lang, _others(a.names, a.name)] for a in digest.actors],
        "events": [[e.slug, e.title, e.lang, _others(e.titles, e.title)] for e in digest.events],
        "outlets": [[o.slug, o.name, o.lang or ""] for o in digest.outlets],
    }  # fmt: skip


def _others(names: Mapping[str, str], own: str) -> dict[str, str]:
    return {lang: name for lang, name in sorted(names.items()) if name != own}


def _entry(entry: Entry, numbers: Mapping[Actor, int]) -> Document:
    quoted = "\n".join(f"{q.content}\n{q.speaker_name or ''}" for q in entry.quotations)
    fields = (entry.title, quoted, "\n".join(entry.summary), entry.body)
    told: list[tuple[Words, ...]] = [((entry.lang, text),) for text in fields]
    told[1] += tuple(words for q in entry.quotations for words in q.translations.items())
    shown = {
        "url": entry.url,
        "title": entry.title,
        "lang": entry.lang,
        "date": entry.date.isoformat(),
        "outlet": [entry.outlet.name, entry.outlet.lang or ""] if entry.outlet else None,
        "summary": " ".join(entry.summary),
        "quotations": [
            # A speaker with a page by number: each page names it in its own language.
            [q.content, numbers[q.speaker] if q.speaker else q.speaker_name or "", q.lang, q.fragment]
            for q in entry.quotations
        ],
    }
    return Document(tuple(told), shown)


def _actor(actor: Actor) -> Document:
    names = [*actor.names.items(), *((lang, n) for lang, many in actor.aliases.items() for n in many)]
    roles = tuple((actor.lang, role.title) for role in actor.roles)
    shown = {
        "url": actor.url,
        "title": actor.name,
        "lang": actor.lang,
        "kind": actor.kind,
        "names": [[lang, name] for lang, name in sorted(actor.names.items()) if name != actor.name],
        "quotations": len(actor.quotations),
    }
    return Document((tuple(_known([(actor.lang, actor.name), *names])), (), roles, ()), shown)


def _event(event: Event) -> Document:
    titles = _known([(event.lang, event.title), *sorted(event.titles.items())])
    place = ((event.lang, event.place),) if event.place else ()
    shown = {
        "url": event.url,
        "title": event.title,
        "lang": event.lang,
        "date": event.starts.isoformat() if event.starts else "",
        "entries": len(event.entries),
    }
    return Document((tuple(titles), (), place, ()), shown)


def _outlet(outlet: Outlet) -> Document:
    return Document((((outlet.lang or "uk", outlet.name),), (), (), ()), None)


def _known(names: list[Words]) -> Iterator[Words]:
    """Each name once, with the language it was first given in."""
    first: dict[str, str] = {}
    for lang, name in names:
        first.setdefault(name, lang)
    return ((lang, name) for name, lang in first.items())
