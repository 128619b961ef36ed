"""From a passage and the opinion on its speaker to the finished quotation."""

from __future__ import annotations

from copydesk.model import Quotation, Resolved, Span
from copydesk.quotations.look import Given
from copydesk.quotations.scene import Scene
from copydesk.quotations.sense import Judged, kind

_IMPLICIT = (
    "continued", "hearsay", "only-person", "signed", "colon-label", "colon-paragraph", "pasted",
    "answer", "implied", "introduced",
)  # fmt: skip


def finished(text: str, reading: Judged, view: Scene, sure: float) -> Quotation:
    """The quotation, its speaker named where the opinion is at least `sure`."""
    given = reading.given
    speaker = given.speaker if given else None
    named = (
        given is not None and speaker is not None and speaker.name is not None and given.confidence >= sure
    )
    return Quotation(
        spans=_without_comma(text, reading.passage.pieces),
        kind=kind(reading),
        speaker=speaker.name if named and speaker else None,
        speaker_span=speaker.span if named and speaker else None,
        cue=given.cue.span if given and given.cue else None,
        resolved=_resolved(given, speaker is not None) if named and given else None,
        rule=given.rule if given else "unattributed",
        confidence=given.confidence if given else 0.0,
        actor=_actor(view, speaker.span) if named and speaker else None,
    )


def _without_comma(text: str, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces without the comma that English sets inside the marks before "he said"."""
    last = pieces[-1]
    if len(last) > 1 and text[last.stop - 1] == ",":
        return (*pieces[:-1], Span(last.start, last.stop - 1))
    return pieces


def _resolved(given: Given, known: bool) -> Resolved | None:
    if given.cue is None and given.rule.startswith(_IMPLICIT):
        return "implicit"
    return given.speaker.resolved if known and given.speaker else None


def _actor(view: Scene, span: Span) -> str | None:
    found = view.names.get(span)
    return found[0][1].actor if found else None
