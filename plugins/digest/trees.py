"""The site once for each interface language: at the root, and below `en/`, `ru/` where it is asked for.

All trees have the same pages at the same places. What speaks no language of the site's (feeds, data,
calendars, letters, cards, styles, how a seed was read) stands once, at the root.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from digest import addresses
from digest.index import Digest
from digest.press.watching import note
from digest.redirects import Move


class Places(frozenset[str]):
    """Addresses at which there is a page; each asking whether one is among them is noted by the press."""

    def __contains__(self, place: object) -> bool:
        note(str(place))
        return super().__contains__(place)

    def answer(self, place: str) -> str:
        """What a page that asked for a place was told."""
        return str(super().__contains__(place))


@dataclass(frozen=True, slots=True)
class Tree:
    """One interface language: where its pages stand, the digest named in it, the words it speaks.

    A place is the address of a page below its tree; an address is below the site's root.
    """

    lang: str
    folder: str  # "" at the root, else "en/"
    digest: Digest
    words: Mapping[str, Any]  # what templates call: `voice`, `_` and the rest of `GLOBALS`
    moves: Sequence[Move] = ()
    places: Places = field(default_factory=Places)  # of the pages that every tree has

    @property
    def context(self) -> dict[str, Any]:
        """What the templates of this tree see of it."""
        entries = {entry.slug: entry for entry in self.digest.entries}
        return {"tree": self, "digest": self.digest, "digest_entries": entries}

    def at(self, place: str) -> str:
        """The address in this tree; what no tree has a page of its own for stays at the root."""
        return f"{self.folder}{place}" if self.folder and place in self.places else place

    def place(self, address: str) -> str:
        """The place of one of this tree's pages."""
        return address.removeprefix(self.folder)


def counterparts(trees: Sequence[Tree], place: str) -> list[tuple[str, str]]:
    """Language and address of a page in each tree, for who wants to read on in another language.

    Where the trees have no such page it is their front page. Nothing where there is only one tree.
    """
    if len(trees) < 2:
        return []
    return [(t.lang, t.at(place) if place in t.places else t.folder) for t in trees]


def alternates(trees: Sequence[Tree], place: str, site: str) -> list[tuple[str, str]]:
    """Language and absolute address of the same page in every tree, `x-default` last.

    Nothing where the trees have no such page, or the site's address is not known.
    """
    if len(trees) < 2 or not site or place not in trees[0].places:
        return []
    found = [(t.lang, addresses.absolute(site, t.at(place))) for t in trees]
    return [*found, ("x-default", found[0][1])]
