"""Whose words name an actor: quotations of others in which one of the actor's names stands. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from copydesk.folding import fold, words_of
from digest.index import Actor, Quote

# So many of the newest entries are looked at, and so many quotations shown.
_LOOKED, _MOST = 120, 8
# A surname so short is too easily a part of something else.
_SURNAME = 4

Keys = frozenset[str]


def named_by_others(actor: Actor) -> list[Quote]:
    """The newest quotations of others that name the actor, in any form and language, each saying once."""
    sought = _names(actor)
    found: dict[object, Quote] = {}
    for quote in _others(actor):
        held = _keys(quote.content)
        if any(name <= held for name in sought):
            found.setdefault((quote.wording[0], quote.lang) if quote.wording else quote, quote)
        if len(found) == _MOST:
            break
    return list(found.values())


def _others(actor: Actor) -> Iterator[Quote]:
    for entry in islice(actor.entries, _LOOKED):
        yield from (quote for quote in entry.quotations if quote.speaker is not actor)


def _names(actor: Actor) -> set[Keys]:
    """The keys of each name and other form; of a person also those of the surname alone."""
    forms = {actor.name, *actor.names.values(), *(one for many in actor.aliases.values() for one in many)}
    whole = {_keys(form) for form in forms}
    if actor.kind == "person":
        whole |= {_keys(form.split()[-1]) for form in forms if len(form.split()[-1]) >= _SURNAME}
    return whole - {frozenset()}


@lru_cache(maxsize=20_000)  # a quotation is looked at for every actor of its entry
def _keys(text: str) -> Keys:
    return frozenset(map(fold, words_of(text)))
