"""The facets of one build by number, with their fingerprints: what changed since the ledger was written."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import blake2b

from digest.index import Digest
from digest.press.fingerprints import SIZE, facets_of
from digest.press.naming import Names
from digest.press.watching import PLAIN, Facet, facets, kind_of, watch

_STRIDE = 32  # more facets than any kind of thing has
# What a build says of a value that belongs to no thing, by its name.
Answer = Callable[[str], str]


@cache
def _places(kind: type) -> dict[str, int]:
    """The number of each facet within its thing."""
    found = {facet: number for number, facet in enumerate((PLAIN, *facets(kind)))}
    assert len(found) <= _STRIDE, kind
    return found


class Facets:
    """The facets of all trees. From its making on, the things are watched."""

    def __init__(self, digests: Mapping[str, Digest], known: Iterable[str], answer: Answer) -> None:
        """`digests` by the folder of their tree; `known` are the names that the ledger has."""
        self.names, self._answer = Names(known), answer
        for folder, digest in digests.items():
            self.names.meet(digest, folder)
        self.prints: dict[int, bytes] = {}
        for number, thing in self.names.met.items():
            places = _places(kind_of(thing) or object)
            for facet, found in facets_of(thing, self.names.of).items():
                self.prints[number * _STRIDE + places[facet]] = found
        watch(iter(self.names.met.values()))

    def answers(self, former: Iterable[int]) -> None:
        """Find the values that belong to no thing and that former pages have read."""
        for facet in former:
            number, place = divmod(facet, _STRIDE)
            if not place and number not in self.names.met and self.names.known[number].startswith("?"):
                self.prints[facet] = self._asked(self.names.known[number][1:])

    def changed(self, former: Mapping[int, bytes]) -> set[int]:
        """The facets that are not as they were, or are gone."""
        return {facet for facet, _ in former.items() ^ self.prints.items()}

    def numbered(self, read: Iterable[Facet | str]) -> tuple[array[int], tuple[str, ...]]:
        """What a job read: the facets of things as sorted numbers, and the names of what belongs to none."""
        names = [one for one in read if isinstance(one, str)]
        found = {self._number(*one) for one in read if not isinstance(one, str)}
        return array("I", sorted(found)), tuple(sorted(names))

    def _number(self, thing: int, name: str) -> int:
        number = self.names.of_id(thing)
        return number * _STRIDE + _places(kind_of(self.names.met[number]) or object)[name]

    def with_asked(self, read: array[int], asked: Iterable[str]) -> array[int]:
        """All that a job read as numbers."""
        numbers = [self.names.number(f"?{name}") * _STRIDE for name in asked]
        for number, name in zip(numbers, asked, strict=True):
            if number not in self.prints:
                self.prints[number] = self._asked(name)
        return read + array("I", numbers)

    def _asked(self, name: str) -> bytes:
        return blake2b(self._answer(name).encode(), digest_size=SIZE).digest()
