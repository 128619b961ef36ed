"""Long lists in pages, each of them light. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a list: `number` of `count`, from 1."""

    number: int
    count: int
    address: str  # of the list's first page, below the site's root
    things: Sequence[T]

    def at(self, number: int) -> str:
        """The address of a page of the list: the first is the list's own."""
        return self.address if number == 1 else f"{self.address}page/{number}/"

    @property
    def url(self) -> str:
        """The address of this page."""
        return self.at(self.number)


def leaf_of(place: int, address: str, size: int) -> str:
    """The address of the page on which the thing at `place` (from 0) of a list stands."""
    return Leaf(place // size + 1, 0, address, ()).url


def leaves(things: Sequence[T], address: str, size: int) -> list[Leaf[T]]:
    """`things` in pages of at most `size`; an empty list has one empty page."""
    count = max(1, -(-len(things) // size))
    return [
        Leaf(number, count, address, things[(number - 1) * size : number * size])
        for number in range(1, count + 1)
    ]
