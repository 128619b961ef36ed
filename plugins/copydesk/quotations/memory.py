"""Who has spoken so far, and what a speaker is once known."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.model import Gender, Mention, Resolved, Span
from copydesk.quotations.people import People
from copydesk.quotations.scene import Scene, Sentence


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, or None with the reason in `resolved`; `weight` 0..1 how sure.

    `gender` is that of a person who has only a post ("речниця заводу").
    """

    name: str | None
    span: Span
    resolved: Resolved
    weight: float
    person: bool = False
    gender: Gender | None = None


@dataclass
class Memory:
    """Who spoke last, which body and which newsroom did, while the article is read from its start.

    `bodies` are the names of all bodies that have spoken. `stranger` is a person who spoke and could
    not be named: a pronoun after it is nobody known.
    `voices`: the names of all persons who have spoken.
    `issuer` has put out the text that was told of last ("фонд оприлюднив звіт").
    `headliner` is whom the headline gives as the speaker ("Міст закриють — Коваль").
    """

    last: Speaker | None = None
    last_at: int = -99
    last_block: int = -99
    body: Speaker | None = None
    body_at: int = -99
    bodies: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()
    media: Speaker | None = None
    stranger: Speaker | None = None
    stranger_at: int = -99
    issuer: Speaker | None = None
    issuer_at: int = -99
    headliner: Speaker | None = None
    plainly: bool = False

    def note(self, speaker: Speaker, sentence: Sentence, *, plainly: bool = True) -> None:
        """Remembers a speaker that was found; `plainly` by a word of saying or thinking, not of demanding."""
        if speaker.name is None and speaker.person:
            self.stranger, self.stranger_at = speaker, sentence.number
        if speaker.name is None or speaker.weight < 0.6:
            return
        self.last, self.last_at, self.last_block = speaker, sentence.number, sentence.block
        self.plainly = plainly
        self.voices |= {speaker.name} if speaker.person else frozenset()
        again = self.body is not None and self.body.name == speaker.name
        issued = speaker.resolved == "document"
        if not speaker.person and (speaker.weight >= 0.7 or again or issued):
            self.note_body(speaker, sentence)

    def issued(self, speaker: Speaker, sentence: Sentence) -> None:
        """Remembers who put out a text; one without a name ("батьки написали листа") lets go of the last."""
        known = speaker if speaker.name is not None and speaker.weight >= 0.6 else None
        self.issuer, self.issuer_at = known, sentence.number
        if known is None or known.person:
            self.body = None
        else:
            self.note_body(known, sentence)

    def note_body(self, speaker: Speaker, sentence: Sentence) -> None:
        """Remembers a body that issued a text without being quoted yet."""
        if speaker.name is not None and not speaker.person:
            self.body, self.body_at = speaker, sentence.number
            self.bodies |= {speaker.name}


@dataclass
class Reader:
    """What is needed to know who is meant: the article, its people, and who has spoken so far."""

    scene: Scene
    people: People
    memory: Memory


def of_mention(mention: Mention, span: Span, weight: float, resolved: Resolved = "named") -> Speaker:
    """The speaker that a name gives."""
    return Speaker(mention.name, span, resolved, weight, person=mention.kind == "person")
