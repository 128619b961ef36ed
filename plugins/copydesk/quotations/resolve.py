"""From the words for a speaker to a person or body of the article, with how sure that is."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache

from copydesk.lexicon import words
from copydesk.model import Gender, Lang, Mention, Resolved, Span
from copydesk.quotations.people import People, Sight, nations
from copydesk.quotations.refs import Ref
from copydesk.quotations.scene import Scene, Sentence
from copydesk.quotations.wording import posts


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, or None with the reason in `resolved`; `weight` 0..1 how sure."""

    name: str | None
    span: Span
    resolved: Resolved
    weight: float
    person: bool = False


@dataclass
class Memory:
    """Who spoke last, and which body did, while the article is read from its start."""

    last: Speaker | None = None
    last_at: int = -99
    last_block: int = -99
    body: Speaker | None = None
    body_at: int = -99
    plainly: bool = False

    def note(self, speaker: Speaker, sentence: Sentence, *, plainly: bool = True) -> None:
        """Remembers a speaker that was found; `plainly` by a word of saying, not of judging."""
        if speaker.name is None or speaker.weight < 0.6:
            return
        self.last, self.last_at, self.last_block = speaker, sentence.number, sentence.block
        self.plainly = plainly
        if not speaker.person:
            self.body, self.body_at = speaker, sentence.number


    def note_body(self, speaker: Speaker, sentence: Sentence) -> None:
        """Remembers a body that issued a text without being quoted yet."""
        if speaker.name is not None and not speaker.person:
            self.body, self.body_at = speaker, sentence.number


@dataclass
class Reader:
    """What is needed to know who is meant: the article, its people, and who has spoken so far."""

    scene: Scene
    people: People
    memory: Memory


def resolve(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    """The speaker a reference points to, seen from its sentence."""
    if ref.kind == "name":
        return _named(ref)
    if ref.kind == "pronoun":
        return _body_pronoun(ref, sentence, reader) if ref.head == "body" else _pronoun(ref, sentence, reader)
    if ref.kind == "post":
        return _post(ref, sentence, reader)
    if ref.kind == "body":
        return _body(ref, sentence, reader)
    if ref.kind == "document":
        return _document(ref, sentence, reader)
    return Speaker(None, ref.span, "named", 0.0)


def of_mention(mention: Mention, span: Span, weight: float, resolved: Resolved = "named") -> Speaker:
    """The speaker that a name gives."""
    return Speaker(mention.name, span, resolved, weight, person=mention.kind == "person")


def _named(ref: Ref) -> Speaker:
    assert ref.mention is not None
    kind = ref.mention.kind
    weight = 0.98 if kind == "person" else 0.92 if kind == "organisation" else 0.85 if ref.mention.figurative else 0.7
    return of_mention(ref.mention, ref.span, weight)


# --- pronouns: hand-set weights; each says what a reader goes by -------------------------------------


def _pronoun(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    """The most salient earlier person of that gender; a plural pronoun only ever a body that spoke."""
    memory = reader.memory
    if ref.plural:
        if memory.body and memory.last is memory.body and sentence.number - memory.body_at <= 2:
            return replace(memory.body, span=ref.span, resolved="pronoun", weight=0.7)
        return Speaker(None, ref.span, "pronoun", 0.0)
    scores: list[tuple[float, str]] = []
    for name, sights in reader.people.sights.items():
        gender = reader.people.gender(name)
        if gender is not None and ref.gender is not None and gender != ref.gender:
            continue
        score = _salience(name, sights, ref, sentence, reader)
        if score is not None:
            scores.append((score - (0.5 if gender is None else 0.0), name))
    scores.sort(reverse=True)
    if not scores:
        return Speaker(None, ref.span, "pronoun", 0.0)
    margin = scores[0][0] - scores[1][0] if len(scores) > 1 else 3.0
    weight = 0.93 if margin >= 2 else 0.85 if margin >= 1 else 0.72 if margin >= 0.5 else 0.5
    if scores[0][0] < 0:
        weight -= 0.25
    return Speaker(scores[0][1], ref.span, "pronoun", weight, person=True)


def _salience(name: str, sights: list[Sight], ref: Ref, sentence: Sentence, reader: Reader) -> float | None:
    """How much a reader has this person in mind when the pronoun comes; None if not yet named."""
    earlier = [s for s in sights if s.start < ref.span.start]
    if not earlier:
        return None
    near = earlier[-1]
    distance = sentence.number - near.sentence.number
    score = -0.7 * distance + 0.25 * math.log1p(len(earlier))
    if near.sentence.block != sentence.block:
        score -= 0.5  # a new paragraph lets go of people
    best = max(earlier[-3:], key=lambda s: (s.subject, s.sentence.number))
    if best.subject and sentence.number - best.sentence.number <= 2:
        score += 1.5  # the subject of the sentence before is what a pronoun takes up first
        if _first_subject(best):
            score += 0.7
    memory = reader.memory
    if memory.last and memory.last.name == name:
        score += max(0.0, 2.5 - 0.6 * (sentence.number - memory.last_at))  # who spoke speaks on
    return score


def _first_subject(sight: Sight) -> bool:
    """True where no other name in the nominative stands before this one in its sentence."""
    return not any(t.mention and t.mention.kind == "person" for t in sight.sentence.toks[: sight.at])


def _body_pronoun(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    """ "додали в ньому": the body in which something was said just before."""
    memory = reader.memory
    if memory.body and sentence.number - memory.body_at <= 3:
        return replace(memory.body, span=ref.span, resolved="pronoun", weight=0.8)
    return Speaker(None, ref.span, "pronoun", 0.0)


# --- posts -----------------------------------------------------------------------------------------


@cache
def _nations(lang: Lang) -> dict[str, frozenset[str]]:
    return nations(lang)


def _same_tie(word: str, told: frozenset[str], lang: Lang) -> bool:
    """True where a word of the phrase is among what is told: itself, its state, or its stem."""
    if word in told or _nations(lang).get(word, frozenset()) & told:
        return True
    return len(word) > 4 and any(other[:4] == word[:4] for other in told if len(other) > 4)


def _fits(ref: Ref, sight: Sight, lang: Lang) -> float:
    """How well what is told of a person fits the post that is spoken of; 0 is not at all."""
    told = sight.told
    asked = ref.tied | {ref.head}
    own = max(
        (title for group in posts(lang) for title in group if title <= asked and ref.head in title),
        key=len, default=frozenset((ref.head,)),
    )  # fmt: skip
    same = [title for group in posts(lang) if own in group for title in group]
    rest = ref.tied - own
    score = 0.0
    if own <= told and own & sight.heads:
        score = 2.0
    elif any(title <= told and title & sight.heads for title in same):
        score = 1.6
    if not score and ref.head in words(lang, "anybody"):
        score = 0.5
    if not score:
        return 0.0
    ties = [_same_tie(word, told, lang) for word in rest]
    if score == 0.5 and not any(ties):
        return 0.0
    return score + sum(0.8 if tie else -0.5 for tie in ties)


def _post(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    lang = reader.scene.lang
    if ref.plural:
        return Speaker(ref.words, ref.span, "role", 0.7, person=True)
    scores: list[tuple[float, str]] = []
    for name, sights in reader.people.sights.items():
        gender = reader.people.gender(name)
        if (gender == "m" and ref.gender == "f") or (gender == "f" and ref.gender == "m" and ref.head.endswith("ник")):
            continue
        fits = [(f - 0.03 * abs(sentence.number - s.sentence.number)
                 - (0.6 if s.start > ref.span.start else 0.0), s)
                for s in sights if (f := _fits(ref, s, lang)) > 0]  # fmt: skip
        if fits:
            bonus = 0.6 if reader.memory.last and reader.memory.last.name == name else 0.0
            scores.append((max(f for f, _ in fits) + bonus, name))
    scores.sort(reverse=True)
    if scores and scores[0][0] >= 1.2:
        margin = scores[0][0] - scores[1][0] if len(scores) > 1 else 2.0
        weight = 0.88 if margin >= 0.8 else 0.75 if margin >= 0.3 else 0.5
        if scores[0][0] < 1.6:
            weight = min(weight, 0.68)  # only a tie in common: "представник союзу"
        return Speaker(scores[0][1], ref.span, "role", weight, person=True)
    return _unnamed(ref, sentence, reader, bool(scores))


def _unnamed(ref: Ref, sentence: Sentence, reader: Reader, rivals: bool) -> Speaker:
    """A post nobody in the article holds: its own words, or the one person spoken of just now."""
    memory = reader.memory
    indefinite = ref.head in words(reader.scene.lang, "relations")
    if not ref.tied and not indefinite and memory.last and memory.last.person:
        same_gender = ref.gender is None or reader.people.gender(memory.last.name or "") in (ref.gender, None)
        if same_gender and sentence.number - memory.last_at <= 2 and memory.last_block == sentence.block:
            return replace(memory.last, span=ref.span, resolved="role", weight=0.66)
    rivals = rivals or any(s.told & ref.tied for sights in reader.people.sights.values() for s in sights)
    if rivals or (not ref.tied and not indefinite):
        return Speaker(None, ref.span, "role", 0.0)
    return Speaker(ref.words, ref.span, "role", 0.7 if ref.words else 0.0, person=True)


# --- bodies and texts --------------------------------------------------------------------------------


def _body(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    """A ministry, a company: by its own words where they say which, else the body that spoke before."""
    if ref.tied and ref.words:
        return Speaker(ref.words, ref.span, "role", 0.8)
    memory = reader.memory
    if memory.body and sentence.number - memory.body_at <= 3:
        return replace(memory.body, span=ref.span, resolved="role", weight=0.7)
    return Speaker(None, ref.span, "role", 0.0)


def _document(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    """A text speaks for its issuer: the one it names, else the body that spoke just before."""
    if ref.owner:
        return of_mention(ref.owner, ref.span, 0.85, "document")
    if ref.words:
        return Speaker(ref.words, ref.span, "document", 0.75)
    memory = reader.memory
    if memory.body and sentence.number - memory.body_at <= 3:
        return replace(memory.body, span=ref.span, resolved="document", weight=0.66)
    return Speaker(None, ref.span, "document", 0.0)


def gender_of(ref: Ref) -> Gender | None:
    """The gender the words themselves show."""
    return ref.mention.gender if ref.mention else ref.gender
