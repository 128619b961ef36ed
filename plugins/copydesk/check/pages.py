"""Actors and events: references, circles, days, pages nobody needs, names too alike."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.check.shelves import Shelves, stem
from copydesk.frontmatter import Actor, Document, Event
from copydesk.frontmatter.complaints import meant
from copydesk.messages import say
from copydesk.model import Problem

# Files that name actors.
_NAMING = ("content/entries/", "content/events/")


def references(shelves: Shelves) -> Iterator[Problem]:
    """Slugs that pages name have their files."""
    actors, events = shelves.slugs["actors"], shelves.slugs["events"]
    for actor in shelves.actors.values():
        yield from _missing(actor, ("same_as",), [actor.meta.same_as], actors, "actors")
        yield from _missing(actor, ("not_same_as",), list(actor.meta.not_same_as), actors, "actors")
    for event in shelves.events.values():
        yield from _missing(event, ("actors",), list(event.meta.actors), actors, "actors")
        yield from _missing(event, ("same_as",), [event.meta.same_as], events, "events")
        yield from _missing(event, ("not_same_as",), list(event.meta.not_same_as), events, "events")
        yield from _missing(event, ("part_of",), [event.meta.part_of], events, "events")


def _missing(
    document: Document[Actor] | Document[Event],
    loc: tuple[str],
    named: list[str] | list[str | None],
    known: frozenset[str],
    kind: str,
) -> Iterator[Problem]:
    for number, slug in enumerate(named):
        if slug is not None and slug not in known:
            fix = meant(slug, known, "correct the slug, or take it out")
            message = say("there is no {path}", path=f"content/{kind}/{slug}.md")
            yield document.problem(f"unknown-{kind.removesuffix('s')}", (*loc, number), message, fix)


def cycles(shelves: Shelves) -> Iterator[Problem]:
    """`same_as` and `part_of` lead somewhere, never in a circle."""
    actors = {stem(path): d for path, d in shelves.actors.items()}
    events = {stem(path): d for path, d in shelves.events.items()}
    yield from _circles(actors, {s: d.meta.same_as for s, d in actors.items()}, "same_as")
    yield from _circles(events, {s: d.meta.same_as for s, d in events.items()}, "same_as")
    yield from _circles(events, {s: d.meta.part_of for s, d in events.items()}, "part_of")


def _circles(
    documents: dict[str, Document[Actor]] | dict[str, Document[Event]], leads: dict[str, str | None], key: str
) -> Iterator[Problem]:
    for slug in sorted(leads):
        way: list[str] = []
        here: str | None = slug
        while here is not None and here not in way:
            way.append(here)
            here = leads.get(here)
        if here == slug:
            yield documents[slug].problem(
                "circle",
                (key,),
                say("`{key}` goes in a circle: {way}", key=key, way=" → ".join([*way, slug])),
                "take one of them out",
            )


def unused(shelves: Shelves) -> Iterator[Problem]:
    """An actor that no entry and no event names; nothing is said while one of those cannot be read."""
    if any(p.severity == "error" and p.path.startswith(_NAMING) for p in shelves.problems):
        return
    used: set[str] = set()
    for entry in shelves.entries.values():
        used.update(entry.meta.actors)
        used.update(q.speaker for q in entry.meta.quotations if q.speaker)
    for event in shelves.events.values():
        used.update(event.meta.actors)
    used.update(d.meta.same_as for d in shelves.actors.values() if d.meta.same_as)
    for path, actor in shelves.actors.items():
        if stem(path) not in used and actor.meta.status != "hidden" and not actor.meta.same_as:
            yield actor.problem(
                "unused",
                ("name",),
                say("no entry names “{name}”", name=actor.meta.name),
                "add the slug to an entry, or delete the file",
                "warning",
            )


def outlets(shelves: Shelves) -> Iterator[Problem]:
    """An outlet is described once, and under the name that entries use."""
    used = {e.meta.outlet.name.casefold() for e in shelves.entries.values() if e.meta.outlet}
    taken: dict[str, str] = {}
    for path, outlet in shelves.outlets.items():
        names = [outlet.meta.name, *outlet.meta.also]
        for name in names:
            other = taken.setdefault(name.casefold(), path)
            if other != path:
                message = say("{other} describes “{name}” too", other=other, name=name)
                yield outlet.problem("outlet", ("name",), message, "join the two files")
        if not any(name.casefold() in used for name in names):
            message = say("no entry names the outlet “{name}”", name=outlet.meta.name)
            fix = "write the name as entries do, or delete the file"
            yield outlet.problem("outlet", ("name",), message, fix, "warning")
