"""Words for anybody in a public office ("чиновник"): the one official whom the article told of."""

from __future__ import annotations

from functools import cache

from copydesk.lexicon import rows
from copydesk.model import Lang
from copydesk.quotations.families import family
from copydesk.quotations.memory import Reader, Speaker
from copydesk.quotations.refs import Ref
from copydesk.quotations.scene import Sentence
from copydesk.quotations.sights import Sight
from copydesk.quotations.trades import may_be


def official(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker | None:
    """Who alone was named with a public post in the sentence before, or so far at all."""
    lang = reader.scene.lang
    if ref.tied or ref.head not in _kind("said", lang) or reader.memory.stranger_at > reader.memory.last_at:
        return None
    told = {
        name: sights
        for name, sights in reader.people.sights.items()
        if may_be(reader.people.gender(name), ref) and any(_held(s, ref, lang) for s in sights)
    }
    near = [n for n, sights in told.items() if any(_just(s, ref, sentence) for s in sights)]
    known = near if len(near) == 1 else list(told)
    return Speaker(known[0], ref.span, "role", 0.66, person=True) if len(known) == 1 else None


def _held(sight: Sight, ref: Ref, lang: Lang) -> bool:
    """True where an official's post stands beside the name, before the word, and no company's."""
    held = sight.start < ref.span.start and not sight.heads.isdisjoint(_kind("held", lang))
    return held and all(family(word, lang) != "company" for word in sight.told)


def _just(sight: Sight, ref: Ref, sentence: Sentence) -> bool:
    return sentence.number - sight.sentence.number <= 1 and sight.start < ref.span.start


@cache
def _kind(kind: str, lang: Lang) -> frozenset[str]:
    return frozenset(row[0] for row in rows(lang, "officials") if row[1] == kind)
