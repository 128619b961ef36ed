"""What there is to decide on: actors, events, the entries that name them, the decisions so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from copydesk.byhand import decisions
from copydesk.byhand.decisions import Decision, Kind
from copydesk.convert.shelf import Shelf
from copydesk.frontmatter import Actor, Document, Entry, Event, load
from copydesk.frontmatter.complaints import nearest
from copydesk.identity import resolve
from copydesk.messages import Said, say
from copydesk.writer import RefusedError

Page = Document[Actor] | Document[Event]


@dataclass
class Change:
    """Files to write, path -> (text before or None, text after), in order; and what to tell the editor."""

    files: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)


class Register:
    """The pages and entries of a project that can be read, and the decisions on them. Nothing is written."""

    def __init__(self, project: Path) -> None:
        self.shelf = Shelf(project)

    @cached_property
    def decisions(self) -> list[Decision]:
        """The decisions that stand."""
        return decisions.latest(decisions.read(self.log or "")[0])

    @cached_property
    def log(self) -> str | None:
        """The text of the file of decisions, None where there is none yet."""
        return decisions.text(self.shelf.project)

    def pages(self, kind: Kind) -> Mapping[str, Page]:
        """The readable pages of a kind by slug."""
        return self.shelf.actors if kind == "actor" else self.shelf.events

    def raw(self, kind: Kind, slug: str) -> str:
        """The exact text of a page."""
        return self.shelf.text(path_of(kind, slug))

    def page(self, kind: Kind, slug: str) -> Page:
        """The page. RefusedError, with the nearest slug, where there is none or it cannot be read."""
        found = self.pages(kind).get(slug)
        if found is not None:
            return found
        if slug in self.shelf.page_slugs(f"{kind}s"):
            path = path_of(kind, slug)
            raise RefusedError(say("{path} has problems; run `copydesk check` and mend it first", path=path))
        fix = near(slug, list(self.pages(kind)), f"content/{kind}s/")
        raise RefusedError(say("there is no {name}; {fix}", name=path_of(kind, slug), fix=fix))

    def meant(self, name: str) -> tuple[Kind, str]:
        """The kind and slug that `van-yi`, `actors/van-yi` or `content/actors/van-yi.md` means."""
        way = PurePosixPath(name.removesuffix(".md")).parts
        slug = way[-1] if way else ""
        kinds: list[Kind] = [k for k in ("actor", "event") if len(way) < 2 or way[-2] == f"{k}s"]
        there = [k for k in kinds if slug in self.shelf.page_slugs(f"{k}s")]
        if len(there) > 1:
            says = "an actor and an event are called {slug}; write actors/{slug} or events/{slug}"
            raise RefusedError(say(says, slug=slug))
        if not there:
            known = [*self.shelf.actors, *self.shelf.events]
            fix = near(slug, known, "content/actors/, content/events/")
            raise RefusedError(say("there is no actor or event {name}; {fix}", name=name, fix=fix))
        return there[0], slug

    def final(self, kind: Kind, slug: str) -> str:
        """The slug that this one is in the end."""
        return self._finals[kind].get(slug, slug)

    def group(self, kind: Kind, slug: str) -> frozenset[str]:
        """Every slug that is one with this one, itself included."""
        final = self.final(kind, slug)
        return frozenset({slug, *(s for s, f in self._finals[kind].items() if f == final)})

    def naming(self, kind: Kind, slug: str) -> list[Document[Entry]]:
        """The entries that name this actor or event, under whichever of its slugs."""
        found = {e.path: e for s in self.group(kind, slug) for e in self._named_in[kind].get(s, ())}
        return [found[path] for path in sorted(found)]

    def reread(self, paths: Iterable[str]) -> None:
        """Read pages (and the decisions) anew, once they were written."""
        for path in paths:
            slug = PurePosixPath(path).stem
            if path == path_of("actor", slug) and (actor := load(self.shelf.project / path, Actor, path)[0]):
                self.shelf.actors[slug] = actor
            if path == path_of("event", slug) and (event := load(self.shelf.project / path, Event, path)[0]):
                self.shelf.events[slug] = event
        for name in ("log", "decisions", "_finals"):
            self.__dict__.pop(name, None)

    @cached_property
    def _named_in(self) -> dict[Kind, dict[str, list[Document[Entry]]]]:
        """The entries by the slugs they name."""
        found: dict[Kind, dict[str, list[Document[Entry]]]] = {"actor": {}, "event": {}}
        for entry in self.shelf.entries.values():
            for kind, slugs in found.items():
                for slug in named(kind, entry):
                    slugs.setdefault(slug, []).append(entry)
        return found

    @cached_property
    def _finals(self) -> dict[Kind, dict[str, str]]:
        return {
            "actor": resolve({s: d.meta.same_as for s, d in self.shelf.actors.items()})[0],
            "event": resolve({s: d.meta.same_as for s, d in self.shelf.events.items()})[0],
        }

    def remembered(self, change: Change, decision: Decision) -> Change:
        """The change, with a line more among the decisions."""
        change.files[decisions.PATH] = (self.log, decisions.added(self.log, decision))
        return change


def path_of(kind: Kind, slug: str) -> str:
    """The file of an actor or event."""
    return f"content/{kind}s/{slug}.md"


def title_of(page: Page) -> str:
    """The name of an actor, the title of an event."""
    return page.meta.name if isinstance(page.meta, Actor) else page.meta.title


def named(kind: Kind, entry: Document[Entry]) -> set[str]:
    """The slugs that an entry names: its actors and speakers, or its events."""
    if kind == "event":
        return set(entry.meta.events)
    return {*entry.meta.actors, *(q.speaker for q in entry.meta.quotations if q.speaker)}


def counted(entries: int) -> Said:
    """`1 entry`, `3 entries`."""
    return say("1 entry") if entries == 1 else say("{count} entries", count=entries)


def near(name: str, known: Sequence[str], folder: str) -> Said:
    """What to write instead of a name that is not there."""
    close = nearest(name, known)
    return (
        say("did you mean `{close}`?", close=close)
        if close
        else say("name a file of {folder}", folder=folder)
    )
