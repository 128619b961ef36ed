"""Which values of the digest are read while a page is made: the things note it themselves.

A thing (an entry, an actor, …) has facets. One holds its plain fields, words and days; each other field is
a facet of its own: lists, bodies, what leads to other things. While the digest is watched, the first
reading of a facet by a page is noted. Nothing has to be declared, so nothing can be forgotten.

How: a watched thing is of a subclass that notes the first reading of a plain field and then steps back
to one without that cost, until the next page. To templates it is the same thing throughout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import cache, wraps
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from digest.index import Actor, Digest, Edition, Entry, Event, Outlet, Quote

THINGS: tuple[type, ...] = (Entry, Actor, Event, Outlet, Quote, Edition, Digest)
PLAIN = "plain"
T = TypeVar("T")
R = TypeVar("R")
_KINDS: dict[type, type | None] = {}
_PLAIN = frozenset({"str", "str | None", "date", "date | None", "Day"})
Facet = tuple[int, str]  # `id` of a thing, name of the facet


class _Notes:
    """What the job at hand has read, and which things stepped back meanwhile."""

    def __init__(self) -> None:
        self.read: set[Facet | str] = set()
        self.stepped: list[Any] = []

    def back(self) -> None:
        """The things that stepped back note the next reading again."""
        for thing in self.stepped:
            object.__setattr__(thing, "__class__", _classes(_kind(type(thing)) or type(thing))[0])
        self.stepped.clear()


_notes: _Notes | None = None  # None: nobody asks


@cache
def facets(kind: type) -> tuple[str, ...]:
    """The fields of a kind of thing that are facets of their own."""
    return tuple(f.name for f in fields(kind) if f.type not in _PLAIN)


@cache
def plain_fields(kind: type) -> tuple[str, ...]:
    """The fields that make up the facet `PLAIN`."""
    return tuple(f.name for f in fields(kind) if f.name not in facets(kind))


def kind_of(thing: object) -> type | None:
    """The kind of a thing, watched or not; None for anything else."""
    return _kind(type(thing))


def _kind(found: type) -> type | None:
    if found not in _KINDS:
        _KINDS[found] = next((base for base in found.__mro__ if base in THINGS), None)
    return _KINDS[found]


@cache
def _classes(kind: type) -> tuple[type, type]:
    """The two watched subclasses: of a thing nobody has read yet, and of one that was read."""
    apart = frozenset(facets(kind))
    noted = {name: _facet(kind, name) for name in apart}
    known = type(kind.__name__, (kind,), {**noted, "__module__": kind.__module__, "__slots__": ()})

    def first(self: Any, name: str) -> Any:
        if _notes is None:
            pass
        elif name == "__dict__":
            _notes.read.update((id(self), facet) for facet in (PLAIN, *apart))
        elif name not in apart and not name.startswith("__"):
            _notes.read.add((id(self), PLAIN))
            _notes.stepped.append(self)
            object.__setattr__(self, "__class__", known)
        return object.__getattribute__(self, name)

    watched = type(
        kind.__name__,
        (kind,),
        {**noted, "__getattribute__": first, "__module__": kind.__module__, "__slots__": ()},
    )
    return watched, known


def _facet(kind: type, name: str) -> property:
    """A field that notes each reading of it."""

    def read(self: Any) -> Any:
        if _notes is not None:
            _notes.read.add((id(self), name))
        return object.__getattribute__(self, "__dict__")[name]

    def write(self: Any, value: Any) -> None:
        object.__getattribute__(self, "__dict__")[name] = value

    return property(read, write, doc=f"{kind.__name__}.{name}")


def watch(things: Iterator[Any]) -> None:
    """From now on the things note what is read of them."""
    for thing in things:
        if kind := _kind(type(thing)):
            object.__setattr__(thing, "__class__", _classes(kind)[0])


def note(name: str) -> None:
    """Note the reading of a value that belongs to no thing."""
    if _notes is not None:
        _notes.read.add(name)


@contextmanager
def noting() -> Iterator[set[Facet | str]]:
    """What is read while the block lasts, complete at its end."""
    global _notes
    outer, inner = _notes, _Notes()
    if outer is not None:
        outer.back()  # what the outer block has read already, the inner one may read too
    _notes = inner
    try:
        yield inner.read
    finally:
        inner.back()
        _notes = outer
        if outer is not None:
            outer.read |= inner.read


def remembered(function: Callable[[T], R]) -> Callable[[T], R]:
    """The function with its answers kept; each later caller is noted to have read what the first one did.

    Plain memories (`functools.cache`, a dictionary) would hide from the second page what the first one read.
    """
    kept: WeakKeyDictionary[T, tuple[R, frozenset[Facet | str]]] = WeakKeyDictionary()

    @wraps(function)
    def asked(given: T) -> R:
        if given not in kept:
            with noting() as read:
                answer = function(given)
            kept[given] = answer, frozenset(read)
        answer, read_once = kept[given]
        if _notes is not None:
            _notes.read |= read_once
        return answer

    return asked
