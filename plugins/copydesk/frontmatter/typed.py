"""Plain YAML values as a typed model, and each mistake as a sentence with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from copydesk.frontmatter.complaints import model_words, unknown_key
from copydesk.frontmatter.entry import Entry
from copydesk.frontmatter.part import Part
from copydesk.frontmatter.places import Loc, Place
from copydesk.frontmatter.strict import Reading
from copydesk.messages import say
from copydesk.model import Problem

M = TypeVar("M", bound=Part)


def typed(reading: Reading, model: type[M], name: str) -> tuple[M | None, list[Problem]]:
    """The model that a reading holds, or None and a problem for each wrong key."""
    try:
        meta = model.model_validate(reading.value)
    except ValidationError as error:
        return None, [_wrong(reading, model, name, dict(e)) for e in error.errors(include_url=False)]
    problems = list(_beyond(meta, reading, name))
    return (None, problems) if problems else (meta, [])


def _beyond(meta: Part, reading: Reading, name: str) -> Iterator[Problem]:
    """What no single value shows: an undated publication, two quotations with one id."""
    if not isinstance(meta, Entry):
        return
    if meta.date is None and meta.status == "published":
        at = place(reading, ("date",))
        yield Problem("undated", name, "`date` is empty in a published entry",
                      "write the day of publication, or set `status: draft`", at.line, at.column)  # fmt: skip
    seen: set[str] = set()
    for number, quotation in enumerate(meta.quotations):
        if quotation.id in seen:
            at = place(reading, ("quotations", number, "id"))
            yield Problem("quotation-id", name, say("two quotations have the id `{id}`", id=quotation.id),
                          "change one of the two", at.line, at.column)  # fmt: skip
        seen.add(quotation.id)


def _wrong(reading: Reading, model: type[Part], name: str, error: dict[str, Any]) -> Problem:
    loc = tuple(part for part in error["loc"] if part != "[key]")
    at = place(reading, loc)
    key = str(next((part for part in reversed(loc) if isinstance(part, str)), "front matter"))
    if error["type"] == "extra_forbidden":
        message, fix = unknown_key(key, _known(model, loc[:-1]))
        return Problem("unknown-key", name, message, fix, at.line, at.column)
    message, fix = model_words(error, key)
    return Problem("value", name, message, fix, at.line, at.column)


def _known(model: type[Part], loc: Loc) -> list[str]:
    """The keys that the group at `loc` may have."""
    here: type[Part] = model
    for step in (s for s in loc if isinstance(s, str)):
        found = next((f for n, f in here.model_fields.items() if (f.alias or n) == step), None)
        inner = _part(found.annotation) if found else None
        if inner is None:
            return []
        here = inner
    return [f.alias or n for n, f in here.model_fields.items()]


def _part(annotation: Any) -> type[Part] | None:
    """The model inside `Outlet | None` or `list[Quotation]`."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next(filter(None, (_part(a) for a in getattr(annotation, "__args__", ()))), None)


def place(reading: Reading, loc: Sequence[str | int]) -> Place:
    """The place of a key or value, or of the nearest group around it."""
    where: Loc = tuple(loc)
    while where:
        if found := reading.places.keys.get(where) or reading.places.values.get(where):
            return found
        where = where[:-1]
    return Place(1, 1)
