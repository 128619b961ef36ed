"""Gives each passage its cue and speaker: a tuple of named rules, the first with an opinion wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from copydesk.quotations.candidates import phrase
from copydesk.quotations.context_rules import continued, newsroom, pasted, told_next
from copydesk.quotations.cue import Cue
from copydesk.quotations.cues import cues
from copydesk.quotations.documents import issuer
from copydesk.quotations.function_words import PREPOSITIONS
from copydesk.quotations.look import Given, Look
from copydesk.quotations.memory import Memory, Reader, Speaker
from copydesk.quotations.passages import Passage
from copydesk.quotations.people import Sight, people
from copydesk.quotations.refs import common
from copydesk.quotations.resolve import resolve
from copydesk.quotations.scene import Scene, Sentence
from copydesk.quotations.sentence_rules import after_colon, after_cue, by_form, closing_sentence, trailing
from copydesk.quotations.wording import may_be_post, post_words

Rule = Callable[[Look], Given | None]


RULES: tuple[Rule, ...] = (
    pasted, by_form, trailing, after_colon, after_cue, closing_sentence, newsroom, told_next, continued,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue of a sentence with its speaker, whether or not a passage belongs to it."""

    sentence: Sentence
    cue: Cue
    speaker: Speaker


def attribute(scene: Scene) -> tuple[list[tuple[Passage, Given | None]], list[Heard]]:
    """Every passage of the scene, in order, with the opinion that won; and all that was heard."""
    reader = Reader(scene, people(scene), Memory())
    found: list[tuple[Passage, Given | None]] = []
    heard: list[Heard] = []
    for sentence in scene.sentences:
        _notice_posts(sentence, reader)
        body = issuer(sentence)
        if body:
            reader.memory.note_body(resolve(body, sentence, reader), sentence)
        before = Memory(**vars(reader.memory))
        said = cues(sentence, scene.lang)
        speakers = _speakers(said, sentence, reader)
        heard.extend(Heard(sentence, cue, speaker) for cue, speaker in speakers.items())
        # A passage is judged by who spoke before its sentence; what the sentence tells counts after it.
        after, reader.memory = reader.memory, before
        passages = [t.passage for t in sentence.toks if t.passage and t.piece == 0]
        for one in passages:
            given = _opinion(one, sentence, said, speakers, reader)
            found.append((one, given))
            if given and given.speaker and given.confidence >= 0.6:
                after.note(given.speaker, sentence)
                reader.memory.note(given.speaker, sentence)
        reader.memory = after
    return found, heard


def _speakers(said: tuple[Cue, ...], sentence: Sentence, reader: Reader) -> dict[Cue, Speaker]:
    """Who each cue of the sentence points to; the memory follows from cue to cue."""
    speakers: dict[Cue, Speaker] = {}
    for cue in said:
        if cue.ref is None:
            continue
        speakers[cue] = resolve(cue.ref, sentence, reader)
        if not cue.relay:
            reader.memory.note(speakers[cue], sentence, plainly=cue.kind in ("say", "report"))
    return speakers


def _notice_posts(sentence: Sentence, reader: Reader) -> None:
    """Takes down where a person is the subject under a post: "Російський лідер прибув. Він сказав…"."""
    lang = reader.scene.lang
    for at, tok in enumerate(sentence.toks):
        if not tok.is_word or not may_be_post(tok.low, lang) or tok.low not in post_words(lang):
            continue
        first, last = phrase(sentence.toks, at)
        follows = sentence.toks[last].mention if last < len(sentence.toks) else None
        if (follows and follows.kind == "person") or (first and sentence.toks[first - 1].low in PREPOSITIONS):
            continue
        if lang != "en" and not (tok.noun and "nomn" in tok.noun.cases and not tok.noun.plural):
            continue
        found = resolve(common(sentence.toks, at, first, last), sentence, reader)
        if found.name in reader.people.sights and found.weight >= 0.75:
            reader.people.add(found.name, Sight(sentence, at, True))
        return


def _opinion(
    one: Passage, sentence: Sentence, said: tuple[Cue, ...], speakers: dict[Cue, Speaker], reader: Reader
) -> Given | None:
    places = [n for n, t in enumerate(sentence.toks) if t.passage is one]
    look = Look(
        one, sentence, places[0], places[0] if len(places) > 1 else places[-1], said, speakers, reader
    )
    for rule in RULES:
        given = rule(look)
        if given is not None:
            return given
    return None
