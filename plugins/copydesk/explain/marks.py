"""A draft to the marks of its seed's text. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from copydesk.explain.value import Mark
from copydesk.model import Draft, Quotation, Span
from copydesk.quotations import LeftOut


def marks(draft: Draft, beside: Sequence[LeftOut]) -> tuple[Mark, ...]:
    """Every stretch of the text that something was decided of, by its place; an outer mark comes first."""
    dispatch = draft.dispatch
    found = [
        *(Mark(block.span, block.role) for block in dispatch.blocks),
        *_fields(draft),
        *_removed(draft),
        *(Mark(o.span, "left out", o.rule) for o in beside),
        *(mark for q in draft.quotations for mark in _quotation(q)),
        *_days(draft),
        *(Mark(m.span, "name", m.kind, m.name, m.actor or "") for m in draft.mentions),
    ]
    solid = [mark for mark in found if len(mark.span)]
    return tuple(sorted(solid, key=lambda m: (m.span.start, -m.span.stop)))


def _fields(draft: Draft) -> Iterator[Mark]:
    dispatch = draft.dispatch
    for kind in ("headline", "outlet", "byline", "dateline"):
        found = getattr(dispatch, kind)
        if found is not None and found.span is not None:
            yield Mark(found.span, kind, found.rule)


def _days(draft: Draft) -> Iterator[Mark]:
    """The words that date the report and the event; where they are the same words, one mark."""
    told: dict[tuple[Span, str], list[str]] = {}
    for label, guess in (("published", draft.published), ("happened", draft.happened)):
        if guess and guess.span:
            told.setdefault((guess.span, guess.rule), []).append(label)
    for (span, rule), labels in told.items():
        yield Mark(span, "date", rule, " and ".join(labels))


def _removed(draft: Draft) -> list[Mark]:
    """The removals; those that one rule dropped one after another are one mark."""
    made: list[Mark] = []
    for removal in draft.dispatch.removed:
        last = made[-1] if made else None
        between = draft.dispatch.text[last.span.stop : removal.span.start] if last else "x"
        if last and last.rule == removal.rule and not between.strip():
            made[-1] = replace(last, span=Span(last.span.start, removal.span.stop))
        else:
            made.append(Mark(removal.span, "removed", removal.rule))
    return made


def _quotation(quotation: Quotation) -> Iterator[Mark]:
    kind = "indirect" if quotation.kind == "indirect" else "quotation"
    for span in quotation.spans:
        yield Mark(
            span, kind, quotation.rule, quotation.speaker or "", quotation.actor or "", quotation.confidence
        )
    if quotation.cue:
        yield Mark(quotation.cue, "cue")
