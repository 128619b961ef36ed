"""Gives each passage its cue and speaker: a tuple of named rules, the first with an opinion wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from copydesk.quotations.cues import Cue, cues, cues_of_issue, verb_cue
from copydesk.quotations.passages import Passage
from copydesk.quotations.people import Sight, people
from copydesk.quotations.refs import common, nominative
from copydesk.quotations.resolve import Memory, Reader, Speaker, of_mention, resolve
from copydesk.quotations.scene import Scene, Sentence
from copydesk.quotations.subjects import phrase, whose
from copydesk.quotations.wording import (
    PREPOSITIONS,
    RELATIVE_OBLIQUE,
    RELATIVES,
    THAT,
    may_be_post,
    post_words,
)


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
    previous: Given | None = None
    previous_passage: Passage | None = None
    done: dict[str, Given] = field(default_factory=dict)

    def say(self, rule: str, cue: Cue, weight: float) -> Given:
        """The opinion that this cue gives the passage its speaker."""
        return Given(rule, cue, self.speakers.get(cue), weight)


Rule = Callable[[Look], Given | None]
_ABOUT_THIS = {("про", "це"), ("об", "этом")}


def by_form(look: Look) -> Given | None:
    """Name: text"""
    if look.passage.speaker is None:
        return None
    for tok in look.sentence.toks[: look.first]:
        if tok.mention and tok.span == look.passage.speaker:
            return Given("turn", None, of_mention(tok.mention, tok.span, 0.95), 1.0)
    return None


def trailing(look: Look) -> Given | None:
    """«…», — сказав міністр. "…," she said. «…», за словами мера."""
    toks = look.sentence.toks
    at = look.last + 1
    dash = False
    comma = look.reader.scene.text[look.passage.pieces[-1].stop - 1] in ",!?…"  # “…,” she said
    while at < len(toks) and (toks[at].low in (",", ".", "!", "?", "…") or toks[at].is_dash):
        dash = dash or toks[at].is_dash
        comma = comma or toks[at].low == ","
        at += 1
    if at >= len(toks) or toks[at].low in THAT - {"як", "как"} or toks[at].low in RELATIVES | RELATIVE_OBLIQUE:
        return None
    found = _first_cue(look, at, at + (8 if dash or comma else 1))
    if found is None and dash:
        found = _any_verb(look, at)
    if found is None or (found.relay and found.kind != "relay"):
        return None
    if found.relay:
        return None
    if not (dash or comma) and found.at != at:
        return None
    return look.say("trailing", found, 1.0 if dash else 0.95 if comma else 0.85)


def _first_cue(look: Look, start: int, stop: int) -> Cue | None:
    """The first cue that begins there, with no comma, quotation or stop on the way."""
    toks = look.sentence.toks
    for at in range(start, min(stop, len(toks))):
        for cue in look.cues:
            if cue.at == at:
                return cue
        if toks[at].passage or toks[at].low in (",", ";", ":", "."):
            return None
    return None


def _any_verb(look: Look, start: int) -> Cue | None:
    """After a quotation and a dash any verb may bring its speaker: "…», — підсумувала тренерка."""
    toks = look.sentence.toks
    for at in range(start, min(start + 4, len(toks))):
        verb = toks[at].verb
        if verb and verb.finite:
            cue = verb_cue(toks, at, verb)
            if cue.ref is None or cue.relay:
                return None
            look.speakers[cue] = resolve(cue.ref, look.sentence, look.reader)
            return cue
        if toks[at].passage or toks[at].low in (",", ".", ":"):
            return None
    return None


def after_colon(look: Look) -> Given | None:
    """Міністр відповів: «…». Слова мера: «…»."""
    toks = look.sentence.toks
    at = look.first - 1
    while at >= 0 and toks[at].is_dash:
        at -= 1
    if at < 0 or toks[at].low != ":":
        return _after_open_paragraph(look) if at < 0 else None
    near = [c for c in look.cues if c.at < at and not c.relay]
    if near:
        return look.say("colon", near[-1], 0.97)
    for here in range(at - 1, max(-1, at - 25), -1):
        verb = toks[here].verb
        if verb and verb.finite:
            cue = verb_cue(toks, here, verb)
            if cue.ref is None or cue.ref.media:
                continue
            look.speakers[cue] = resolve(cue.ref, look.sentence, look.reader)
            return look.say("colon-verb", cue, 0.85)
    return _label(look, at)


def _label(look: Look, at: int) -> Given | None:
    """«Коваль: «…»», "Цитата: «…»": a name, or only a label, before the colon."""
    toks = look.sentence.toks
    for here in range(at - 1, max(-1, at - 8), -1):
        mention = toks[here].mention
        if mention and mention.kind == "person" and nominative(toks[here]):
            return Given("colon-name", None, of_mention(mention, toks[here].span, 0.9), 0.95)
        if toks[here].low in ("слова", "словами", "words"):
            ref = whose(toks, here + 1)
            speaker = resolve(ref, look.sentence, look.reader) if ref else None
            return Given("colon-words", None, speaker, 0.9)
    if at <= 2 and toks[0].low in ("цитата", "пряма", "прямая", "quote"):
        return Given("colon-label", None, look.reader.memory.last, 0.85)
    return None


def _after_open_paragraph(look: Look) -> Given | None:
    """The paragraph before ended in a colon."""
    if look.sentence.number == 0:
        return None
    before = look.reader.scene.sentences[look.sentence.number - 1]
    if before.block == look.sentence.block or not before.toks or before.toks[-1].low != ":":
        return None
    last = look.reader.memory.last
    if last and look.reader.memory.last_at == before.number:
        return Given("colon-paragraph", None, last, 0.9)
    return None


def after_cue(look: Look) -> Given | None:
    """Міністр заявив, що «…». За словами мера, це «…». Назвав угоду «…»."""
    toks = look.sentence.toks
    near = [c for c in look.cues if c.at < look.first and not c.relay]
    if not near or any(t.low == ";" for t in toks[near[-1].stop : look.first]):
        return None
    cue = near[-1]
    if cue.kind in ("urge", "think"):
        # "За словами мера, сторони вирішили «…»": the frame of the sentence outweighs a wish told in it.
        cue = next((c for c in reversed(near) if c.rule == "phrase" and c.kind in ("say", "report")), cue)
    return look.say("after-cue", cue, 0.95 if look.first - cue.stop < 25 else 0.85)


def closing_sentence(look: Look) -> Given | None:
    """Країни діятимуть «…» і «…», сказав він. The saying at the end holds for the whole sentence."""
    toks = look.sentence.toks
    for cue in look.cues:
        if cue.at <= look.last or cue.relay or cue.gerund or cue.kind not in ("say", "think", "report", "document"):
            continue
        lead = toks[cue.at - 1]
        if lead.low == "," or lead.is_dash:
            return look.say("closing", cue, 0.93)
    return None


def newsroom(look: Look) -> Given | None:
    """«…», пише газета: the newsroom's own words only where no other voice is near."""
    for cue in look.cues:
        if not cue.relay or cue.ref is None:
            continue
        verb = look.sentence.toks[cue.at].verb
        writes = verb is not None and verb.lemma in ("писати", "писать", "написати", "написать", "write")
        memory = look.reader.memory
        if not writes and memory.last and look.sentence.number - memory.last_at <= 1 and memory.last_block == look.sentence.block:
            return Given("passed-on", cue, memory.last, 0.8)
        if writes or (verb and verb.kind in ("say", "think", "call")):
            return Given("newsroom", cue, look.speakers.get(cue), 0.8)
    return None


def continued(look: Look) -> Given | None:
    """«A», — сказав він. «B»: a whole sentence of quotation goes on with the last speaker."""
    toks = look.sentence.toks
    outside = [t for t in toks if t.is_word or t.mention]
    memory = look.reader.memory
    if outside or memory.last is None or not memory.plainly:
        return None
    distance = look.sentence.number - memory.last_at
    if memory.last_block == look.sentence.block and distance <= 1:
        return Given("continued", None, memory.last, 0.85)
    if distance <= 1 and look.sentence.block - memory.last_block == 1:
        return Given("continued-paragraph", None, memory.last, 0.7)
    return None


def pasted(look: Look) -> Given | None:
    """A post in another alphabet belongs to the one whose words stand just before it."""
    memory = look.reader.memory
    if not look.passage.foreign:
        return None
    near = look.sentence.number - memory.last_at <= 2 and look.sentence.block - memory.last_block <= 1
    return Given("pasted", None, memory.last if near and memory.plainly else None, 0.8)


def told_next(look: Look) -> Given | None:
    """Країни «єдині». Про це заявив міністр: the next sentence says whose words these were."""
    sentences = look.reader.scene.sentences
    at = look.sentence.number + 1
    if at >= len(sentences) or sentences[at].block != look.sentence.block:
        return None
    opening = tuple(t.low for t in sentences[at].toks[:2])
    if opening not in _ABOUT_THIS:
        return None
    for cue in cues(sentences[at], look.reader.scene.lang):
        if cue.ref is not None and not cue.relay:
            return Given("told-next", cue, resolve(cue.ref, sentences[at], look.reader), 0.8)
    return None


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
    seen: set[int] = set()
    for sentence in scene.sentences:
        said = cues(sentence, scene.lang)
        speakers: dict[Cue, Speaker] = {}
        passages = [t.passage for t in sentence.toks if t.passage and id(t.passage) not in seen]
        _notice_posts(sentence, reader)
        issuer = cues_of_issue(sentence)
        if issuer:
            reader.memory.note_body(resolve(issuer, sentence, reader), sentence)
        before = Memory(**vars(reader.memory))
        for cue in said:
            if cue.ref is not None:
                speakers[cue] = resolve(cue.ref, sentence, reader)
                heard.append(Heard(sentence, cue, speakers[cue]))
                if not cue.relay:
                    reader.memory.note(speakers[cue], sentence, plainly=cue.kind in ("say", "report"))
        after = reader.memory
        reader.memory = before
        for one in passages:
            if id(one) in seen:
                continue
            seen.add(id(one))
            given = _opinion(one, sentence, said, speakers, reader)
            found.append((one, given))
            if given and given.speaker and given.confidence >= 0.6:
                after.note(given.speaker, sentence)
                reader.memory.note(given.speaker, sentence)
        reader.memory = after
    return found, heard


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
    look = Look(one, sentence, places[0], places[0] if len(places) > 1 else places[-1], said, speakers, reader)
    for rule in RULES:
        given = rule(look)
        if given is not None:
            return given
    return None
