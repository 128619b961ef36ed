"""Who said what: quotations of an article with their speakers.

`quotations` is the whole stage: marks are paired, names in marks set aside, the rest read as
sentences in which each passage finds its cue and its speaker. Below `SURE` a passage keeps its
words but no name: a wrong name under a quotation is worse than none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from copydesk.lexicon import words
from copydesk.model import Dispatch, Mention, Quotation, Span
from copydesk.places import Places
from copydesk.quotations.attribute import Heard, attribute
from copydesk.quotations.finished import finished
from copydesk.quotations.indirect import indirect
from copydesk.quotations.lines import broken, whole
from copydesk.quotations.look import Given
from copydesk.quotations.marks import passages
from copydesk.quotations.naming import NAMES, as_mention, name_rule
from copydesk.quotations.passages import Passage
from copydesk.quotations.scene import Scene, scene
from copydesk.quotations.sense import NOT_SPEECH, Judged, judged, not_speech
from copydesk.quotations.spoken import interleaved, spoken, unmarked
from copydesk.quotations.wording import fold, lemma, post_words
from copydesk.text import plain, tokens, words_of

SURE = 0.6

__all__ = ["SURE", "LeftOut", "left_out", "quotations", "reasons"]


def quotations(dispatch: Dispatch, mentions: tuple[Mention, ...]) -> tuple[Quotation, ...]:
    """The quotations of the dispatch's blocks, in order; direct and partial never overlap.

    `mentions` are those of the names stage, sorted. Speakers are nominative names as the mentions
    have them, the words for an unnamed post or body, or None.
    """
    blocks, dispatch = dispatch.blocks, _unbroken(dispatch)
    read = _read(dispatch, mentions)
    result = [q for one, given in read.given_to if (q := _quotation(dispatch, one, given, read))]
    result.extend(indirect(read.heard, SURE))
    result = [replace(q, spans=tuple(broken(q.spans, blocks))) for q in result]
    return tuple(sorted(result, key=lambda q: (q.spans[0].start, q.spans[0].stop)))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A passage in quotation marks that is no quotation, the rule that says so, and what the rule means."""

    span: Span
    rule: str
    why: str


def left_out(dispatch: Dispatch, mentions: tuple[Mention, ...]) -> tuple[LeftOut, ...]:
    """The passages that `quotations` reads and does not take, in order: names, titles, terms."""
    dispatch = _unbroken(dispatch)
    read = _read(dispatch, mentions)
    names = [(one, rule) for one in read.named if (rule := _name_rule(dispatch, one, mentions))]
    terms = [
        (one, rule)
        for one, given in read.given_to
        if (rule := _no_quotation(_judged(dispatch, one, given, read)))
    ]
    found = (LeftOut(one.whole, rule, reasons().get(rule, "")) for one, rule in [*names, *terms])
    return tuple(sorted(found, key=lambda one: one.span))


def reasons() -> dict[str, str]:
    """What each rule that keeps a passage from being a quotation means, by its name."""
    return {rule.__name__: (rule.__doc__ or "").strip() for rule in (*NAMES, *NOT_SPEECH)}


@dataclass(frozen=True, slots=True)
class _Read:
    """The passages of a dispatch with what was decided of them."""

    named: list[Passage]
    often: Counter[str]
    view: Scene
    given_to: list[tuple[Passage, Given | None]]
    heard: list[Heard]


def _unbroken(dispatch: Dispatch) -> Dispatch:
    return replace(dispatch, blocks=whole(dispatch.text, dispatch.blocks))


def _read(dispatch: Dispatch, mentions: tuple[Mention, ...]) -> _Read:
    mentions = tuple(m for m in mentions if not _only_post(m, dispatch))
    found = _passages(dispatch, mentions)
    named = [one for one in found if _name_rule(dispatch, one, mentions)]
    names = frozenset(named)
    speech = tuple(one for one in found if one not in names)
    view = scene(dispatch, _with_names(dispatch, mentions, named), speech)
    return _Read(named, Counter(_key(dispatch, one) for one in found), view, *attribute(view))


def _name_rule(dispatch: Dispatch, one: Passage, mentions: tuple[Mention, ...]) -> str | None:
    return name_rule(dispatch.text, one, mentions, dispatch.lang)


def _passages(dispatch: Dispatch, mentions: tuple[Mention, ...]) -> tuple[Passage, ...]:
    """Marked and unmarked passages; what lies inside an unmarked one belongs to it."""
    flat = plain(dispatch.text)
    bare = spoken(flat, dispatch.blocks, mentions, dispatch.lang)
    marked = [interleaved(flat, one, dispatch.lang) for one in passages(dispatch.text, dispatch.blocks)]
    taken = _outers(bare)
    kept = [one for one in marked if not taken.meet(one.whole)]
    taken = _outers((*bare, *kept))
    lost = [one for one in unmarked(flat, dispatch.blocks, dispatch.lang) if not taken.meet(one.whole)]
    return tuple(sorted((*bare, *kept, *lost), key=lambda one: one.start))


def _outers(found: Iterable[Passage]) -> Places:
    return Places(outer for one in found for outer in one.outers)


def _with_names(
    dispatch: Dispatch, mentions: tuple[Mention, ...], named: list[Passage]
) -> tuple[Mention, ...]:
    """The mentions with those in quotation marks widened to the marks, or made where there was none."""
    extra = [as_mention(one, dispatch.text, mentions) for one in named]
    taken = Places(e.span for e in extra)
    kept = [m for m in mentions if not taken.meet(m.span)]
    ordered: list[Mention] = []
    for mention in sorted((*kept, *extra), key=lambda m: m.span):
        if not ordered or mention.span.start >= ordered[-1].span.stop:
            ordered.append(mention)
    return tuple(ordered)


def _only_post(mention: Mention, dispatch: Dispatch) -> bool:
    """True for a post that was read as a person's name: "Заступник Міністра", "Лікарка-кардіологиня"."""
    if mention.kind != "person":
        return False
    own = [t.text for t in tokens(mention.span.of(dispatch.text)) if t.is_word]
    titles = post_words(dispatch.lang) | words(dispatch.lang, "relations")
    return bool(own) and all(
        any(lemma(fold(part), dispatch.lang) in titles for part in word.split("-")) for word in own
    )


def _key(dispatch: Dispatch, one: Passage) -> str:
    return " ".join(words_of(one.words(dispatch.text)))


def _judged(dispatch: Dispatch, one: Passage, given: Given | None, read: _Read) -> Judged:
    return judged(dispatch.text, dispatch.lang, one, given, read.often[_key(dispatch, one)])


def _no_quotation(reading: Judged) -> str | None:
    """The rule that says a passage with its opinion is no quotation; None where it is one."""
    unsigned = reading.given is None or reading.given.speaker is None
    if not reading.passage.marked and reading.given and reading.given.rule == "newsroom":
        return "newsroom_unmarked"  # "Хворих більше, — пише газета": no words of its own without marks
    return not_speech(reading) or ("foreign_unsigned" if reading.passage.foreign and unsigned else None)


def _quotation(dispatch: Dispatch, one: Passage, given: Given | None, read: _Read) -> Quotation | None:
    """The finished value, or None where the passage turns out to be no quotation."""
    reading = _judged(dispatch, one, given, read)
    return None if _no_quotation(reading) else finished(dispatch.text, reading, read.view, SURE)
