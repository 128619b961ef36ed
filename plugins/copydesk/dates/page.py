"""The clues of a dispatch, each with its place on the page and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from copydesk.dates import words
from copydesk.dates.clues import Clue, clues
from copydesk.dates.telling import Telling, reminding, telling
from copydesk.model import Block, DateGuess, Dispatch, Span
from copydesk.text import block_sentences, plain

# head: outside the article, above it or between its first blocks; tail: below it.
Label = Literal["published", "updated", ""]
Zone = Literal["dateline", "headline", "head", "body", "caption", "tail"]


@dataclass(frozen=True, slots=True)
class Told:
    """A clue in its place.

    `block` and `sentence` count the article's blocks and the sentences in the block from 0, -1
    outside it; `background` is true where the article only reminds of it.
    """

    clue: Clue
    zone: Zone
    block: int = -1
    sentence: int = -1
    telling: Telling = "open"
    background: bool = False
    label: Label = ""

    @property
    def fresh(self) -> bool:
        """True where the article tells as its news of a weekday with day and month."""
        named = self.clue.dated and self.clue.weekday is not None
        return named and self.zone == "body" and self.telling == "past" and not self.background


@dataclass(frozen=True, slots=True)
class Page:
    """All that a dispatch tells of time."""

    dispatch: Dispatch
    told: tuple[Told, ...]

    def at(self, *zones: Zone) -> tuple[Told, ...]:
        """The clues of the given places, in their order on the page."""
        return tuple(t for t in self.told if t.zone in zones)

    def sentences_before(self, told: Told) -> int:
        """How many sentences of running text stand before a clue of the body.

        A standfirst does not count, nor does an opening paragraph of one sentence, which is one in all
        but name.
        """
        text, lang = self.dispatch.text, self.dispatch.lang
        above = [b for b in self.dispatch.blocks[: told.block] if b.role in ("paragraph", "item")]
        counts = [len(block_sentences(text, b.span, lang)) for b in above]
        return sum(counts[1:] if counts[:1] == [1] else counts) + told.sentence

    def guess(self, clue: Clue, day: date, rule: str) -> DateGuess:
        """A day with the clue's words as its proof."""
        return DateGuess(day, "day", self.words(clue), rule, span=clue.span)

    def words(self, clue: Clue) -> str:
        """The words of the seed that a clue was read from."""
        return clue.span.of(self.dispatch.text)


@lru_cache(maxsize=64)
def page_of(dispatch: Dispatch) -> Page:
    """The page of a dispatch."""
    return Page(dispatch, tuple(_place(dispatch, clue) for clue in clues(dispatch.text, dispatch.lang)))


def _place(dispatch: Dispatch, clue: Clue) -> Told:
    """Where a clue stands, looked up from the narrowest place to the widest."""
    if dispatch.dateline and dispatch.dateline.span and clue.span.overlaps(dispatch.dateline.span):
        return Told(clue, "dateline", label=_label(dispatch, clue))
    if dispatch.headline and dispatch.headline.span and clue.span.overlaps(dispatch.headline.span):
        how = telling(dispatch.text, clue, dispatch.headline.span, dispatch.lang)
        return Told(clue, "headline", telling=how)
    for number, block in enumerate(dispatch.blocks):
        if clue.span.overlaps(block.span):
            return _in_block(dispatch, clue, number, block)
    starts = [b.span.start for b in dispatch.blocks if b.role != "caption"][:3]
    zone: Zone = "head" if starts and clue.span.start < starts[-1] else "tail"
    return Told(clue, zone, label=_label(dispatch, clue))


def _in_block(dispatch: Dispatch, clue: Clue, number: int, block: Block) -> Told:
    if block.role == "caption":
        return Told(clue, "caption", number)
    for count, sentence in enumerate(block_sentences(dispatch.text, block.span, dispatch.lang)):
        if clue.span.start < sentence.stop:
            told = (dispatch.text, clue, sentence, dispatch.lang)
            background = _reminder(dispatch, number) or reminding(*told)
            return Told(clue, "body", number, count, telling(*told), background, _label(dispatch, clue))
    return Told(clue, "body", number)


@lru_cache(maxsize=512)
def _reminder(dispatch: Dispatch, number: int) -> bool:
    """True for a block that opens with a reminder, or stands below a subheading that is one."""
    cue = words.cue(dispatch.lang, "background")
    above = [b for b in dispatch.blocks[: number + 1] if b.role == "subheading"][-1:]
    return any(
        cue.match(plain(dispatch.text), b.span.start) is not None for b in (dispatch.blocks[number], *above)
    )


def _label(dispatch: Dispatch, clue: Clue) -> Label:
    """What the words before a stamp on its line, or the line above it, call it."""
    text = plain(dispatch.text)
    before = Span(max(0, clue.span.start - 60), clue.span.start).of(text).rstrip(" :")
    near = before.rsplit("\n", 1)[-1] or before.rstrip("\n").rsplit("\n", 1)[-1]
    kinds: tuple[Label, ...] = ("updated", "published")
    found = [(m.end(), kind) for kind in kinds if kind for m in words.cue_anywhere(kind).finditer(near)]
    return max(found)[1] if found else ""
