"""Whose words name an actor: quotations of others in which one of the actor's names stands. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from copydesk.actors.declension import inflected
from copydesk.actors.finder import folded
from copydesk.folding import fold, words_of
from copydesk.model import LANGS
from digest.index import Actor, Entry, Quote
from digest.presentation.lives import is_long

# Of an actor with many entries so many of the newest are looked at, and so many quotations shown.
_LOOKED, _MOST = 120, 4
# A surname so short is too easily a part of something else.
_SURNAME = 4

Keys = frozenset[str]
Name = tuple[Keys, ...]  # for each word of it the keys of its forms


def named_by_others(actor: Actor) -> list[Quote]:
    """The quotations of others that name the actor, the newest first: all, or the latest of one with many.

    All of the latter are on the pages of the years.
    """
    told = naming(islice(actor.entries, _LOOKED), actor)
    return list(islice(told, _MOST)) if is_long(actor) else list(told)


def naming(entries: Iterable[Entry], actor: Actor) -> Iterator[Quote]:
    """The quotations of others that name the actor, in any form and language, each saying once."""
    sought, met = _names(actor), set[object]()
    for quote in (q for entry in entries for q in entry.quotations if q.speaker is not actor):
        saying = (quote.wording[0], quote.lang) if quote.wording else quote
        held = _keys(quote.content)
        if saying not in met and any(all(forms & held for forms in name) for name in sought):
            met.add(saying)
            yield quote


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
