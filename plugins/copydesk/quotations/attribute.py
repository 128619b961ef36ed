"""Gives each passage its cue and speaker: a tuple of named rules, the first with an opinion wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from copydesk.quotations.candidates import phrase
from copydesk.quotations.clause_rules import after_cue, closing_sentence
from copydesk.quotations.context_rules import continued, hearsay, implied, newsroom, pasted, signed, told_next
from copydesk.quotations.cue import Cue
from copydesk.quotations.cues import cues
from copydesk.quotations.documents import issuer
from copydesk.quotations.function_words import PREPOSITIONS
from copydesk.quotations.look import Given, Look
from copydesk.quotations.memory import Memory, Reader, Speaker, of_mention
from copydesk.quotations.owners import within
from copydesk.quotations.passages import Passage
from copydesk.quotations.people import people
from copydesk.quotations.refs import common
from copydesk.quotations.resolve import resolve
from copydesk.quotations.scene import Scene, Sentence
from copydesk.quotations.sentence_rules import after_colon, by_form, trailing
from copydesk.quotations.sights import Sight
from copydesk.quotations.wording import may_be_post, post_words

Rule = Callable[[Look], Given | None]
_OPENING = 4  # words in which a sentence says where its news comes from


RULES: tuple[Rule, ...] = (
    pasted, by_form, trailing, signed, after_colon, after_cue, closing_sentence,
    hearsay, newsroom, told_next, continued, implied,
)  # fmt: skip
ENDING: tuple[Rule, ...] = (trailing, closing_sentence)


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue of a sentence with its speaker, whether or not a passage belongs to it."""

    sentence: Sentence
    cue: Cue
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as it was read: its cues, their speakers, and who had spoken before it."""

    sentence: Sentence
    cues: tuple[Cue, ...]
    speakers: dict[Cue, Speaker]
    before: Memory
    places: dict[Passage, tuple[int, ...]]


def attribute(scene: Scene) -> tuple[list[tuple[Passage, Given | None]], list[Heard]]:
    """Every passage of the scene, in order, with the opinion that won; and all that was heard."""
    reader = Reader(scene, people(scene), Memory())
    found: list[tuple[Passage, Given | None]] = []
    heard: list[Heard] = []
    begun: dict[Passage, Read] = {}
    for sentence in scene.sentences:
        read = _read(sentence, reader)
        heard.extend(Heard(sentence, cue, speaker) for cue, speaker in read.speakers.items())
        # A passage is judged by who spoke before its sentence; what the sentence tells counts after it.
        after, reader.memory = reader.memory, read.before
        for tok in sentence.toks:
            one = tok.passage
            if one and tok.piece == 0:
                begun[one] = read
            if one is None or tok.piece != _judged_at(one, scene):
                continue
            given = _opinion(one, [read, begun[one]] if begun[one] is not read else [read], reader)
            found.append((one, given))
            if given and given.speaker and given.confidence >= 0.6 and given.rule != "newsroom":
                after.note(given.speaker, sentence)
                read.before.note(given.speaker, sentence)
        reader.memory = after
    return found, heard


def _read(sentence: Sentence, reader: Reader) -> Read:
    """What the sentence itself says; the reader's memory goes on behind it."""
    _notice_posts(sentence, reader)
    body = issuer(sentence)
    if body is not None:
        reader.memory.issued(resolve(body, sentence, reader), sentence)
    before = Memory(**vars(reader.memory))
    said = cues(sentence, reader.scene.lang)
    if not said and (seat := within(sentence.toks, 0, _OPENING)):
        # "В ООН обеспокоены. Там считают…"
        reader.memory.note_body(resolve(seat, sentence, reader), sentence)
    read = Read(sentence, said, _speakers(said, sentence, reader), before, _places(sentence))
    if sentence.block < 0:
        reader.memory.headliner = _headliner(sentence)
    return read


def _places(sentence: Sentence) -> dict[Passage, tuple[int, ...]]:
    """Which tokens of the sentence each passage in it is."""
    found: dict[Passage, tuple[int, ...]] = {}
    for at, tok in enumerate(sentence.toks):
        if tok.passage:
            found[tok.passage] = (*found.get(tok.passage, ()), at)
    return found


def _headliner(sentence: Sentence) -> Speaker | None:
    """The person before a colon or behind a dash: "Коваль: міст закриють", "Міст закриють — Коваль"."""
    toks = sentence.toks
    for name, mark in ((0, 1), (-1, -2)):
        mention = toks[name].mention if len(toks) > 2 else None
        if mention and mention.kind == "person" and (toks[mark].low == ":" or (name and toks[mark].is_dash)):
            return of_mention(mention, toks[name].span, 0.9)
    return None


def _judged_at(one: Passage, scene: Scene) -> int:
    """The piece in whose sentence the passage is judged: the last where it runs over paragraphs."""
    last = len(one.pieces) - 1
    between = scene.text[one.outers[0].stop : one.outers[-1].start]
    return last if last and "\n" in between else 0


def _speakers(said: tuple[Cue, ...], sentence: Sentence, reader: Reader) -> dict[Cue, Speaker]:
    """Who each cue of the sentence points to; the memory follows from cue to cue."""
    speakers: dict[Cue, Speaker] = {}
    for cue in said:
        if cue.ref is None:
            continue
        speakers[cue] = resolve(cue.ref, sentence, reader)
        if cue.ref.kind == "joint" and cue.kind == "document":
            reader.memory.body = None  # "the statement" is theirs from now on, not of one who spoke before
        if not cue.relay:
            reader.memory.note(speakers[cue], sentence, plainly=cue.kind in ("say", "report", "think"))
        elif speakers[cue].name is not None and (reader.memory.media is None or cue.kind == "relay"):
            reader.memory.media = speakers[cue]
            if not cue.ref.media:
                reader.memory.note_body(speakers[cue], sentence)
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


def _opinion(one: Passage, reads: list[Read], reader: Reader) -> Given | None:
    """The first opinion; the sentence that a passage of several paragraphs ends in is asked first."""
    here = reader.memory
    for number, read in enumerate(reads):
        places = read.places[one]
        first, last = (places[0], places[-1]) if len(places) < 2 else (places[0], places[0])
        look = Look(one, read.sentence, first, last, read.cues, read.speakers, reader)
        reader.memory = read.before
        ending = len(reads) > 1 and number == 0
        given = next((g for rule in (ENDING if ending else RULES) if (g := rule(look)) is not None), None)
        reader.memory = here
        if given is not None:
            return given
    return None
