"""Whose words name an actor: quotations of others in which one of the actor's names stands. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from copydesk.actors.declension import inflected
from copydesk.actors.finder import folded
from copydesk.folding import fold, words_of
from copydesk.model import LANGS
from digest.index import Actor, Quote

# So many of the newest entries are looked at, and so many quotations shown.
_LOOKED, _MOST = 120, 8
# A surname so short is too easily a part of something else.
_SURNAME = 4

Keys = frozenset[str]
Name = tuple[Keys, ...]  # for each word of it the keys of its forms


def named_by_others(actor: Actor) -> list[Quote]:
    """The newest quotations of others that name the actor, in any form and language, each saying once."""
    sought = _names(actor)
    found: dict[object, Quote] = {}
    for quote in _others(actor):
        held = _keys(quote.content)
        if any(all(forms & held for forms in name) for name in sought):
            found.setdefault((quote.wording[0], quote.lang) if quote.wording else quote, quote)
        if len(found) == _MOST:
            break
    return list(found.values())


def _others(actor: Actor) -> Iterator[Quote]:
    for entry in islice(actor.entries, _LOOKED):
        yield from (quote for quote in entry.quotations if quote.speaker is not actor)


def _names(actor: Actor) -> set[Name]:
    """Each name and other form of it; of a person also the surname alone."""
    spelled = {(actor.name, actor.lang), *((name, lang) for lang, name in actor.names.items())}
    spelled |= {(form, lang) for lang, forms in actor.aliases.items() for form in forms}
    whole = {tuple(_forms(word, lang) for word in words_of(name)) for name, lang in spelled}
    if actor.kind == "person":
        surnames = ((name.split()[-1], lang) for name, lang in spelled)
        whole |= {(_forms(word, lang),) for word, lang in surnames if len(word) >= _SURNAME}
    return whole - {()}


def _forms(word: str, lang: str) -> Keys:
    """The keys of all forms of the word: those of «Турка» are not those of «Турок»."""
    known = LANGS[LANGS.index(lang)] if lang in LANGS else "en"
    return frozenset(map(fold, {word, *inflected(folded(word), known)}))


@lru_cache(maxsize=20_000)  # a quotation is looked at for every actor of its entry
def _keys(text: str) -> Keys:
    return frozenset(map(fold, words_of(text)))
