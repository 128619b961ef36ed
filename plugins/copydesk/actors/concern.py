"""Which texts an edit of actors can concern: those where a name of a changed actor may stand.

Too many rather than one too few: a text that is not concerned must read the same before and after.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from copydesk.actors.gazetteer import Gazetteer
from copydesk.actors.keys import skeleton, words_of_name
from copydesk.model import Actor

_WORD = re.compile(r"[^\W\d_]+")


def changed(before: Gazetteer, now: Gazetteer) -> list[Actor]:
    """Every actor that means something else now, as it was and as it is; new and lost ones too."""
    was, is_ = dict(_meanings(before)), dict(_meanings(now))
    slugs = sorted(slug for slug in {*was, *is_} if was.get(slug) != is_.get(slug))
    versions = (known.actors.get(slug) for slug in slugs for known in (before, now))
    return [actor for actor in versions if actor is not None]


def _meanings(known: Gazetteer) -> Iterator[tuple[str, Any]]:
    """All that the gazetteer says of each actor, whatever file or list says it."""
    for slug, actor in known.actors.items():
        final = known.canonical(slug)
        apart = sorted(map(known.canonical, actor.not_same_as))
        yield slug, (asdict(actor), final, known.actors.get(final), apart, known.stands_for(slug),
                     slug in known.built_in)  # fmt: skip


def sounds(actors: Iterable[Actor]) -> tuple[str, ...]:
    """How a word must begin, as it sounds, that can belong to a name of one of these actors.

    Every way to a name passes its last word, in whatever case and alphabet: an ending changes or adds
    no more than what comes behind the last sound but one.
    """
    found: set[str] = set()
    for actor in actors:
        names = (actor.name, *actor.names.values(), *(n for some in actor.aliases.values() for n in some))
        for words in filter(None, map(words_of_name, names)):
            found.update(_beginning(part) for part in _WORD.findall(words[-1]))
    return tuple(sorted(found))


def may_name(text: str, beginnings: tuple[str, ...]) -> bool:
    """True where a word of the text begins with one of these sounds."""
    return any(skeleton(word).startswith(beginnings) for word in set(_WORD.findall(text)))


def _beginning(word: str) -> str:
    sound = skeleton(word)
    return sound[:-1] if len(sound) > 1 else sound
