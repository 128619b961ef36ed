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

    def numbers(self, read: Iterable[Facet | str]) -> array[int]:
        """What a job read, as sorted numbers."""
        return array("I", sorted({self._number(one) for one in read}))

    def _number(self, read: Facet | str) -> int:
        if isinstance(read, str):
            facet = self.names.number(f"?{read}") * _STRIDE
            if facet not in self.prints:
                self.prints[facet] = self._asked(read)
            return facet
        thing, name = read
        number = self.names.of_id(thing)
        return number * _STRIDE + _places(kind_of(self.names.met[number]) or object)[name]

    def _asked(self, name: str) -> bytes:
        return blake2b(self._answer(name).encode(), digest_size=SIZE).digest()
