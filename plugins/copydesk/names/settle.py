"""One answer where known names and found names overlap, and organisations with their place joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from copydesk.model import Span
from copydesk.names.page import Name, Page

_INITIALS = re.compile(r"(?<![^\s(«\"])((?:[^\W\d_]\.\s?){1,2})$")


def settled(known: Sequence[Name], found: Sequence[Name]) -> list[Name]:
    """Known names first; a found one wins only where it holds more words than the known one.

    A person's name that holds a place ("Жан Люксембург") and a body that holds a state
    ("Верховний суд України") are longer names; a place that is merely longer on one side too.
    """
    longer = [f for f in found if any(k.span in f.span and k.span != f.span and _grows(k, f) for k in known)]
    kept = [k for k in known if not any(k.span.overlaps(f.span) for f in longer)]
    free = [f for f in found if not any(f.span.overlaps(k.span) for k in kept)]
    return _apart([*kept, *free])


def _grows(known: Name, found: Name) -> bool:
    return known.kind != "person" or found.kind == "person"


def _apart(names: Iterable[Name]) -> list[Name]:
    """Sorted; of two that overlap the longer stays, of two as long the earlier."""
    chosen: list[Name] = []
    for name in sorted(names, key=lambda n: (n.span.start - n.span.stop, n.span)):
        if not any(name.span.overlaps(other.span) for other in chosen):
            chosen.append(name)
    return sorted(chosen, key=lambda n: n.span)


def with_place(page: Page, names: Sequence[Name]) -> list[Name]:
    """A body and the state right after it are one name: "МИД Германии", "Верховный суд Пакистана"."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if (
            last is not None
            and page.lang != "en"
            and name.kind == "place"
            and last.kind == "organisation"
            and page.text[last.span.stop : name.span.start] == " "
            and _belongs(page, last)
        ):
            joined[-1] = replace(
                last, span=Span(last.span.start, name.span.stop), actor=None, lemma=None, rule="place"
            )
        else:
            joined.append(name)
    return joined


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
        found.append(replace(name, span=Span(start, name.span.stop)))
    return found
