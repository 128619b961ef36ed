"""The values of an explanation, and the same as plain JSON. Spans are offsets into the seed's text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from copydesk.model import LANGS, Lang, Span

# The parts of an explanation in the order in which they are shown.
PARTS = ("article", "dates", "quotations", "left out", "indirect", "names", "event", "summary", "removed")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: `label` what was decided, `found` the value (empty: left empty), `rule` who decided.

    `why` is the evidence in words, `sure` 0..1 where a rule weighs, `span` the words it was read from;
    `taken` is False for an opinion or a clue that was heard and not believed.
    """

    part: str
    label: str
    found: str = ""
    rule: str = ""
    why: str = ""
    sure: float | None = None
    span: Span | None = None
    taken: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the seed and what it was taken for: `kind` with the rule, `name` whose or who it is.

    `kind`: a field, a role of a block, "removed", "quotation", "left out", "indirect", "date", "cue", "name".
    `actor` is a slug.
    """

    span: Span
    kind: str
    rule: str = ""
    name: str = ""
    actor: str = ""
    sure: float | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All decisions on one seed, part by part, and all marks of its text, in order."""

    lang: Lang
    decisions: tuple[Decision, ...]
    marks: tuple[Mark, ...]

    def plain(self) -> dict[str, Any]:
        """The explanation as values that JSON has."""
        return {
            "lang": self.lang,
            "decisions": [_plain(one) for one in self.decisions],
            "marks": [_plain(one) for one in self.marks],
        }

    @classmethod
    def of(cls, plain: Any, length: int) -> Explanation:
        """The explanation of a text of `length` characters from what `plain` gave.

        ValueError where anything is not as it must be: a stored explanation is not trusted.
        """
        if not isinstance(plain, dict) or plain.get("lang") not in LANGS or len(plain) != 3:
            raise ValueError("not an explanation")
        decisions = tuple(Decision(**_fields(Decision, one, length)) for one in plain["decisions"])
        marks = tuple(Mark(**_fields(Mark, one, length)) for one in plain["marks"])
        if any(one.part not in PARTS for one in decisions) or not all(one.span for one in marks):
            raise ValueError("not an explanation")
        return cls(plain["lang"], decisions, marks)


_TYPES: Mapping[str, tuple[type, ...]] = {"sure": (float, type(None)), "taken": (bool,)}


def _plain(one: Decision | Mark) -> list[Any]:
    values = (getattr(one, field.name) for field in fields(one))
    return [[v.start, v.stop] if isinstance(v, Span) else v for v in values]


def _fields(kind: type[Decision | Mark], plain: Any, length: int) -> dict[str, Any]:
    names = [field.name for field in fields(kind)]
    if not isinstance(plain, list) or len(plain) != len(names):
        raise ValueError("not an explanation")
    values = dict(zip(names, plain, strict=True))
    values["span"] = _span(values["span"], length)
    for name, value in values.items():
        if name != "span" and not isinstance(value, _TYPES.get(name, (str,))):
            raise ValueError("not an explanation")
    return values


def _span(plain: Any, length: int) -> Span | None:
    if plain is None:
        return None
    match plain:
        case [int(start), int(stop)] if 0 <= start < stop <= length:
            return Span(start, stop)
    raise ValueError("not a span of the text")
