"""The way from a dispatch to its mentions: known names, the model or the rules, repair, spread, entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copydesk.actors import Gazetteer
from copydesk.model import Dispatch, Mention, Span
from copydesk.names.cyrillic import bearers, brands, foreigners, from_model, parts, quoted, tellers, titled
from copydesk.names.english import from_capitals
from copydesk.names.entities import entities
from copydesk.names.page import Name, Page, page_of
from copydesk.names.rules import applied, widened
from copydesk.names.settle import settled, with_initials, with_owner
from copydesk.names.spread import spread
from copydesk.names.wordclass import listed_given_name
from copydesk.places import Places


def mentions(dispatch: Dispatch, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The names in the headline and blocks of a dispatch: sorted, not overlapping.

    All mentions of one entity share `name`; `actor` is filled where the gazetteer knows the name.
    """
    page = page_of(dispatch)
    known = _known(page, gazetteer)
    found = from_capitals(page, known) if page.lang == "en" else _cyrillic(page)
    names = with_initials(page, spread(page, with_owner(page, settled(page, known, found))))
    return entities(page, _not_places(page, names), gazetteer)


def _not_places(page: Page, names: list[Name]) -> list[Name]:
    """The names with a given name for what it is, though a city has it too: "Софія Лис … каже Софія"."""
    words = [name.span.of(page.text) for name in names]
    full = [w for name, w in zip(names, words, strict=True) if name.kind == "person" and " " in w]
    borne = {w.split()[0] for w in full}
    given = {w for w in words if w in borne and listed_given_name(w, page.lang)}
    return [
        Name(name.span, "person", "given") if name.kind == "place" and w in given else name
        for name, w in zip(names, words, strict=True)
    ]


def _cyrillic(page: Page) -> list[Name]:
    found = applied(page, from_model(page))
    certain = quoted(page)
    found = [*_beside(found, certain), *certain]
    # The model reads Ukrainian respelled: there it may have seen the half of a name, or none of it.
    whole = bearers(page) if page.lang == "uk" else []
    reach: dict[int, int] = {}
    for w in whole:
        reach[w.span.start] = max(w.span.stop, reach.get(w.span.start, 0))
    half = {f.span for f in found if f.kind == "person" and f.span.stop < reach.get(f.span.start, 0)}
    found = [f for f in found if f.span not in half]
    found += _beside(whole, found)
    more = [*brands(page), *titled(page), *foreigners(page), *tellers(page)]
    return [*found, *_beside(more, found)]


def _beside(names: Iterable[Name], others: Iterable[Name]) -> list[Name]:
    """The names that overlap none of the others."""
    taken = Places(other.span for other in others)
    return [name for name in names if not taken.meet(name.span)]


def _known(page: Page, gazetteer: Gazetteer) -> list[Name]:
    matches = gazetteer.find(page.text, page.lang, page.within)
    found = [Name(m.span, m.mention_kind, "gazetteer", m.actor, m.lemma) for m in matches]
    return widened(page, [*found, *_chained(page, gazetteer)])


def _chained(page: Page, gazetteer: Gazetteer) -> Iterator[Name]:
    """Known names that a hyphen joins, each for itself: "рейс Київ-Берлін", "у форматі ЄС-США"."""
    for sentence in page.sentences:
        for token in sentence.tokens:
            if "-" not in token.text or not token.text[0].isupper():
                continue
            pieces = list(parts(token))
            if not all(piece[:1].isupper() and len(piece) > 1 for _, piece in pieces):
                continue
            known = [gazetteer.find(piece, page.lang) for _, piece in pieces]
            if all(len(m) == 1 and len(m[0].span) == len(p) for m, (_, p) in zip(known, pieces, strict=True)):
                for (at, piece), (match,) in zip(pieces, known, strict=True):
                    span = Span(at, at + len(piece))
                    yield Name(span, match.mention_kind, "gazetteer", match.actor, match.lemma)
