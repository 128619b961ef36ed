"""A passage in its sentence, and what a rule says of it."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.quotations.cue import Cue
from copydesk.quotations.memory import Reader, Speaker
from copydesk.quotations.passages import Passage
from copydesk.quotations.scene import Sentence


@dataclass(frozen=True, slots=True)
class Given:
    """What a rule says: the cue, who speaks, and how sure the pattern itself is."""

    rule: str
    cue: Cue | None
    speaker: Speaker | None
    weight: float

    @property
    def confidence(self) -> float:
        """The pattern's certainty times the speaker's."""
        return round(self.weight * (self.speaker.weight if self.speaker else 0.0), 2)


@dataclass
class Look:
    """One passage in its sentence: `first` and `last` are the tokens of its pieces there."""

    passage: Passage
    sentence: Sentence
    first: int
    last: int
    cues: tuple[Cue, ...]
    speakers: dict[Cue, Speaker]
    reader: Reader

    @property
    def lead(self) -> Sentence | None:
        """The end of the paragraph before, where a colon there leads to this one."""
        if self.sentence.number == 0:
            return None
        before = self.reader.scene.sentences[self.sentence.number - 1]
        ends = before.block != self.sentence.block and before.toks and before.toks[-1].low == ":"
        return before if ends else None

    def say(self, rule: str, cue: Cue, weight: float) -> Given:
        """The opinion that this cue gives the passage its speaker."""
        return Given(rule, cue, self.speakers.get(cue), weight)
