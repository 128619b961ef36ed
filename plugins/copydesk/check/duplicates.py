"""What is written twice: slugs in a list, words under two quotations, one report in two entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.check.shelves import Shelves, stem
from copydesk.frontmatter import Document, Entry
from copydesk.messages import say
from copydesk.model import Problem
from copydesk.verbatim import folded

_LISTS = ("actors", "events", "not_same_as", "redirect_from", "also")


def listed(shelves: Shelves) -> Iterator[Problem]:
    """A value stands in its list once."""
    for kind in ("entries", "actors", "events", "outlets"):
        documents: Mapping[str, Document[Any]] = getattr(shelves, kind)
        for document in documents.values():
            for key in _LISTS:
                yield from _listed(document, key, document.plain.get(key))


def _listed(document: Document[Any], key: str, values: object) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, value in enumerate(values if isinstance(values, list) else ()):
        if value in seen:
            message = say("`{value}` stands twice under `{key}`", value=value, key=key)
            yield document.problem("twice", (key, number), message, "take one of the two out", "warning")
        seen.add(value)


def said(shelves: Shelves) -> Iterator[Problem]:
    """An editor's quotation repeats no other of its entry."""
    for entry in shelves.entries.values():
        machine = entry.meta.seed.wrote_quotations if entry.meta.seed else {}
        seen: dict[tuple[str, str | None], str] = {}
        for number, quotation in enumerate(entry.meta.quotations):
            other = seen.setdefault((folded(quotation.content), quotation.speaker), quotation.id)
            if other != quotation.id and not {other, quotation.id} <= machine.keys():
                message = say("the quotation `{id}` has the same words and speaker", id=other)
                where = ("quotations", number, "content")
                yield entry.problem("twice", where, message, "take one of the two out", "warning")


def reports(shelves: Shelves) -> Iterator[Problem]:
    """Two entries of one report: the same address at the outlet, or the same headline on one day."""
    seen: dict[object, str] = {}
    for path, entry in sorted(shelves.entries.items()):
        for key, loc in _marks(entry):
            other = seen.setdefault(key, path)
            if stem(other) != stem(path):
                message = say("{path} tells the same report", path=other)
                yield entry.problem("twice", loc, message, "delete one of the two entries", "warning")
                break


def _marks(entry: Document[Entry]) -> Iterator[tuple[object, tuple[str, ...]]]:
    """What no two reports share, and where it stands."""
    meta = entry.meta
    if meta.outlet and meta.outlet.url:
        yield meta.outlet.url.rstrip("/"), ("outlet", "url")
    outlet = meta.outlet.name.casefold() if meta.outlet else ""
    if meta.date:
        yield (meta.lang, meta.date, outlet, folded(meta.title).casefold()), ("title",)
