"""Who said what: quotations of an article with their speakers.

`quotations` is the whole stage: marks are paired, names in marks set aside, the rest read as
sentences in which each passage finds its cue and its speaker. Below `SURE` a passage keeps its
words but no name: a wrong name under a quotation is worse than none.
"""

from __future__ import annotations

from collections import Counter

from copydesk.model import Dispatch, Mention, Quotation, Resolved, Span
from copydesk.quotations.attribute import attribute
from copydesk.quotations.indirect import indirect
from copydesk.quotations.look import Given
from copydesk.quotations.marks import passages
from copydesk.quotations.naming import as_mention, name_rule
from copydesk.quotations.passages import Passage
from copydesk.quotations.scene import Scene, scene
from copydesk.quotations.sense import judged, kind, not_speech
from copydesk.quotations.spoken import interleaved, spoken
from copydesk.text import plain, words_of

SURE = 0.6

__all__ = ["SURE", "quotations"]


def quotations(dispatch: Dispatch, mentions: tuple[Mention, ...]) -> tuple[Quotation, ...]:
    """The quotations of the dispatch's blocks, in order; direct and partial never overlap.

    `mentions` are those of the names stage, sorted. Speakers are nominative names as the mentions
    have them, the words for an unnamed post or body, or None.
    """
    found = _passages(dispatch, mentions)
    named = [one for one in found if name_rule(dispatch.text, one, mentions, dispatch.lang)]
    speech = tuple(one for one in found if one not in named)
    view = scene(dispatch, _with_names(dispatch, mentions, named), speech)
    given_to, heard = attribute(view)
    often = Counter(_key(dispatch, one) for one in found)
    result = [
        q
        for one, given in given_to
        if (q := _quotation(dispatch, one, given, often[_key(dispatch, one)], view))
    ]
    result.extend(indirect(heard, SURE))
    return tuple(sorted(result, key=lambda q: (q.spans[0].start, q.spans[0].stop)))


def _passages(dispatch: Dispatch, mentions: tuple[Mention, ...]) -> tuple[Passage, ...]:
    """Marked and unmarked passages; what lies inside an unmarked one belongs to it."""
    flat = plain(dispatch.text)
    bare = spoken(flat, dispatch.blocks, mentions, dispatch.lang)
    marked = [interleaved(flat, one, dispatch.lang) for one in passages(dispatch.text, dispatch.blocks)]
    kept = [m for m in marked if not any(m.whole.overlaps(outer) for b in bare for outer in b.outers)]
    return tuple(sorted((*bare, *kept), key=lambda one: one.start))


def _with_names(
    dispatch: Dispatch, mentions: tuple[Mention, ...], named: list[Passage]
) -> tuple[Mention, ...]:
    """The mentions with those in quotation marks widened to the marks, or made where there was none."""
    extra = [as_mention(one, dispatch.text, mentions) for one in named]
    kept = [m for m in mentions if not any(m.span.overlaps(e.span) for e in extra)]
    ordered: list[Mention] = []
    for mention in sorted((*kept, *extra), key=lambda m: m.span):
        if not ordered or mention.span.start >= ordered[-1].span.stop:
            ordered.append(mention)
    return tuple(ordered)


def _key(dispatch: Dispatch, one: Passage) -> str:
    return " ".join(words_of(one.words(dispatch.text)))


def _quotation(
    dispatch: Dispatch, one: Passage, given: Given | None, times: int, view: Scene
) -> Quotation | None:
    """The finished value, or None where the passage turns out to be no quotation."""
    reading = judged(dispatch.text, dispatch.lang, one, given, times)
    if not_speech(reading) is not None or (one.foreign and (given is None or given.speaker is None)):
        return None
    speaker = given.speaker if given else None
    sure = given is not None and speaker is not None and speaker.name is not None and given.confidence >= SURE
    return Quotation(
        spans=_without_comma(dispatch.text, one.pieces),
        kind=kind(reading),
        speaker=speaker.name if sure and speaker else None,
        speaker_span=speaker.span if sure and speaker else None,
        cue=given.cue.span if given and given.cue else None,
        resolved=_resolved(given, speaker is not None) if sure and given else None,
        rule=given.rule if given else "unattributed",
        confidence=given.confidence if given else 0.0,
        actor=_actor(view, speaker.span) if sure and speaker else None,
    )


def _without_comma(text: str, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces without the comma that English sets inside the marks before "he said"."""
    last = pieces[-1]
    if len(last) > 1 and text[last.stop - 1] == ",":
        return (*pieces[:-1], Span(last.start, last.stop - 1))
    return pieces


def _resolved(given: Given, known: bool) -> Resolved | None:
    if given.cue is None and given.rule.startswith(("continued", "colon-label", "colon-paragraph", "pasted")):
        return "implicit"
    return given.speaker.resolved if known and given.speaker else None


def _actor(view: Scene, span: Span) -> str | None:
    for sentence in view.sentences:
        for tok in sentence.toks:
            if tok.mention and tok.span == span:
                return tok.mention.actor
    return None
