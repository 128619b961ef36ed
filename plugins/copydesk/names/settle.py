"""One answer where known names and found names overlap, and organisations with their place joined."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from copydesk.actors.declension import inflected
from copydesk.actors.finder import folded
from copydesk.model import Span
from copydesk.names.page import Name, Page
from copydesk.names.wordclass import noun

_INITIALS = re.compile(r"(?<![^\s(«\"])((?:[^\W\d_]\.\s?){1,2})$")


def settled(page: Page, known: Sequence[Name], found: Sequence[Name]) -> list[Name]:
    """Known names first; a found one wins only where it holds more words than the known one.

    A person's name that holds a place ("Жан Люксембург") and a body that holds a state
    ("Верховний суд України") are longer names; a place that is merely longer on one side too.
    """
    along = _Along(known)
    found = [_without_place(page, name, along) for name in found]
    found = [name for name in found if not _sum(page, name, along)]
    longer = _Along(name for name in found if _outgrows(name, along))
    kept = [k for k in known if not longer.meeting(k.span)]
    held = _Along(kept)
    return _apart([*kept, *(f for f in found if not held.meeting(f.span))])


class _Along:
    """Names in the order of the text, of which those that meet a stretch are found by its place.

    A text of nothing but names has thousands of them: each with each would be millions.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = sorted(names, key=lambda name: name.span)
        self._starts = [name.span.start for name in self._names]
        self._reach = list(accumulate((name.span.stop for name in self._names), max))

    def meeting(self, span: Span) -> list[Name]:
        """The names that overlap a stretch, in order."""
        last = first = bisect_left(self._starts, span.stop)
        while first and self._reach[first - 1] > span.start:
            first -= 1
        return [name for name in self._names[first:last] if name.span.overlaps(span)]


def _outgrows(found: Name, known: _Along) -> bool:
    """True for a name that holds a known one and more."""
    return any(
        k.span in found.span and k.span != found.span and _grows(k, found) for k in known.meeting(found.span)
    )


def _without_place(page: Page, found: Name, known: _Along) -> Name:
    """As in "губернатор Панджаба Салман Тасир": the declined place is no part of the person."""
    opening = (k for k in known.meeting(found.span) if k.span.start == found.span.start)
    first = next((k for k in opening if k.kind == "place"), None)
    if found.kind != "person" or first is None or not _declined(page, first):
        return found
    rest = Span(first.span.stop + 1, found.span.stop)
    whole = len(rest.of(page.text).split()) > 1 and rest.of(page.text)[0].isupper()
    return replace(found, span=rest) if whole else found


def _declined(page: Page, name: Name) -> bool:
    """True for a form other than the nominative; for one that has no other form too ("США", "МИД Перу")."""
    lemma = name.lemma or name.span.of(page.text)
    fixed = lemma.split()[0].isupper() or inflected(folded(lemma), page.lang) == {folded(lemma)}
    return fixed or folded(name.span.of(page.text)) != folded(lemma)


def _sum(page: Page, found: Name, known: _Along) -> bool:
    """As in "Київ-Берлін": nothing but two known names or more, which are names of their own."""
    inside = [k.span for k in known.meeting(found.span) if k.span in found.span]
    if len(inside) < 2:
        return False  # most hold none: their letters need no counting
    letters = sum(page.text[at].isalpha() for at in range(found.span.start, found.span.stop))
    covered = sum(page.text[at].isalpha() for span in inside for at in range(span.start, span.stop))
    return letters == covered


def _grows(known: Name, found: Name) -> bool:
    return known.kind != "person" or found.kind == "person"


def _apart(names: Iterable[Name]) -> list[Name]:
    """Sorted; of two that overlap the longer stays, of two as long the earlier."""
    chosen: list[Name] = []  # in order and apart: only a neighbour may overlap the next
    for name in sorted(names, key=lambda n: (n.span.start - n.span.stop, n.span)):
        at = bisect_left(chosen, name.span, key=lambda n: n.span)
        if not any(name.span.overlaps(other.span) for other in chosen[max(0, at - 1) : at + 1]):
            chosen.insert(at, name)
    return chosen


def with_owner(page: Page, names: Sequence[Name]) -> list[Name]:
    """A body and the state or body right after it are one: "МИД Германии", "бюро Палаты", "суд Перу"."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if (
            last is not None
            and page.lang != "en"
            and last.kind == "organisation"
            and page.text[last.span.stop : name.span.start] == " "
            and _belongs(page, last)
            and _owner(page, last, name)
        ):
            joined[-1] = replace(
                last, span=Span(last.span.start, name.span.stop), actor=None, lemma=None, rule="owner"
            )
        else:
            joined.append(name)
    return joined


def _owner(page: Page, body: Name, name: Name) -> bool:
    """A place or body, no nominative unless behind a foreign name: "Техрик-э-Лабаик Пакистан"."""
    words = body.span.of(page.text).split()
    if name.lemma is not None and not _declined(page, name):
        return name.kind == "place" and not any(w.isupper() or noun(w, page.lang) for w in words)
    several = len(words) > 1 and words[-1].islower() and _belongs(page, name)
    return name.kind == "place" or (name.kind == "organisation" and several)


def _belongs(page: Page, body: Name) -> bool:
    """A ministry or a court has a state; a Latin-script brand or a name in quotation marks has none."""
    words = body.span.of(page.text)
    return not words.isascii() and page.text[max(0, body.span.start - 1) : body.span.start] not in (
        "«",
        '"',
        "“",
    )


def with_initials(page: Page, names: Iterable[Name]) -> list[Name]:
    """An initial just before belongs to the person: "Д. Трамп", "М.Ф. Гамалії"."""
    found: list[Name] = []
    for name in names:
        floor = max(found[-1].span.stop if found else 0, name.span.start - 8)
        initials = _INITIALS.search(page.text, floor, name.span.start) if name.kind == "person" else None
        start = initials.start(1) if initials else name.span.start
        found.append(name.at(start, name.span.stop))
    return found
