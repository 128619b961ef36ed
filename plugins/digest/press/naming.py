"""The names by which the things of the digest are known from build to build, and their numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from digest.index import Actor, Digest, Edition, Entry, Event, Outlet, Quote

_KINDS: dict[type, Callable[[Any], str]] = {
    Entry: lambda one: f"entry {one.slug}",
    Actor: lambda one: f"actor {one.slug}",
    Event: lambda one: f"event {one.slug}",
    Outlet: lambda one: f"outlet {one.slug} {one.name}",
    Quote: lambda one: f"quotation {one.entry.slug} {one.id}",
    Edition: lambda one: f"edition {one.day}",
    Digest: lambda one: "digest",
}


def things(digest: Digest) -> Iterator[Any]:
    """Every thing of a digest, itself among them."""
    yield digest
    yield from digest.entries
    yield from digest.actors
    yield from digest.events
    yield from digest.outlets
    yield from digest.quotations
    yield from digest.editions


class Names:
    """The number of each thing, by a name that is the same in the next build: no two are one."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = list(known)
        self._numbers = {name: number for number, name in enumerate(self.known)}
        self._of: dict[int, int] = {}
        self.met: dict[int, Any] = {}  # number -> thing of this build

    def meet(self, digest: Digest, folder: str) -> None:
        """Number the things of the tree in a folder."""
        for thing in things(digest):
            name = f"{folder}{_KINDS[type(thing)](thing)}"
            number = self.number(name)
            while number in self.met:  # two of one name, where something is wrong with the content
                name += "+"
                number = self.number(name)
            self._of[id(thing)] = number
            self.met[number] = thing

    def number(self, name: str) -> int:
        """The number of a name; a new one where it was never met."""
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self.known)
            self.known.append(name)
        return number

    def of(self, thing: Any) -> int:
        """The number of a thing. KeyError for one that belongs to no digest."""
        return self._of[id(thing)]

    def of_id(self, identity: int) -> int:
        """The number of the thing with this `id`."""
        return self._of[identity]
