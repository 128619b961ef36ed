"""The clues of a dispatch, each with its place on the page and how it is told."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from copydesk.dates import words
from copydesk.dates.clues import Clue, clues
from copydesk.dates.telling import Telling, reminding, telling
from copydesk.model import DateGuess, Dispatch, Span
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
    places = _Places(dispatch)
    return Page(dispatch, tuple(places.told(clue) for clue in clues(dispatch.text, dispatch.lang)))


class _Places:
    """Where the clues of one dispatch stand; what it asks of a block it asks once."""

    def __init__(self, dispatch: Dispatch) -> None:
        self.dispatch = dispatch
        self.starts = [b.span.start for b in dispatch.blocks]
        self.lead = [b.span.start for b in dispatch.blocks if b.role != "caption"][:3]
        self.sentences = cache(self._sentences)
        self.reminder = cache(self._reminder)

    def told(self, clue: Clue) -> Told:
        """The clue in its place, looked up from the narrowest place to the widest."""
        dateline, headline = self.dispatch.dateline, self.dispatch.headline
        if dateline and dateline.span and clue.span.overlaps(dateline.span):
            return Told(clue, "dateline", label=_label(self.dispatch, clue))
        if headline and headline.span and clue.span.overlaps(headline.span):
            how = telling(self.dispatch.text, clue, headline.span, self.dispatch.lang)
            return Told(clue, "headline", telling=how)
        number = bisect_right(self.starts, clue.span.stop - 1) - 1
        if number >= 0 and clue.span.overlaps(self.dispatch.blocks[number].span):
            return self._in_block(clue, number)
        zone: Zone = "head" if self.lead and clue.span.start < self.lead[-1] else "tail"
        return Told(clue, zone, label=_label(self.dispatch, clue))

    def _in_block(self, clue: Clue, number: int) -> Told:
        if self.dispatch.blocks[number].role == "caption":
            return Told(clue, "caption", number)
        sentences = self.sentences(number)
        count = max(0, bisect_right(sentences, Span(clue.span.start, len(self.dispatch.text))) - 1)
        told = (self.dispatch.text, clue, sentences[count], self.dispatch.lang)
        background = self.reminder(number) or reminding(*told)
        return Told(clue, "body", number, count, telling(*told), background, _label(self.dispatch, clue))

    def _sentences(self, number: int) -> tuple[Span, ...]:
        span = self.dispatch.blocks[number].span
        return block_sentences(self.dispatch.text, span, self.dispatch.lang) or (span,)

    def _reminder(self, number: int) -> bool:
        """True for a block that opens with a reminder, or stands below a subheading that is one."""
        cue = words.cue(self.dispatch.lang, "background")
        blocks = self.dispatch.blocks
        above = [b for b in blocks[: number + 1] if b.role == "subheading"][-1:]
        text = plain(self.dispatch.text)
        return any(cue.match(text, b.span.start) is not None for b in (blocks[number], *above))


def _label(dispatch: Dispatch, clue: Clue) -> Label:
    """What the words before a stamp on its line, or the line above it, call it."""
    text = plain(dispatch.text)
    before = Span(max(0, clue.span.start - 60), clue.span.start).of(text).rstrip(" :")
    near = before.rsplit("\n", 1)[-1] or before.rstrip("\n").rsplit("\n", 1)[-1]
    kinds: tuple[Label, ...] = ("updated", "published")
    found = [(m.end(), kind) for kind in kinds if kind for m in words.cue_anywhere(kind).finditer(near)]
    return max(found)[1] if found else ""
