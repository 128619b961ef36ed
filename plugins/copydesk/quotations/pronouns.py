"""Pronouns: hand-set weights, each saying what a reader goes by."""

from __future__ import annotations

import math
from dataclasses import replace

from copydesk.lexicon import words
from copydesk.morphology import forms
from copydesk.quotations.memory import Reader, Speaker
from copydesk.quotations.refs import Ref, nominative
from copydesk.quotations.scene import Sentence
from copydesk.quotations.sights import Sight

_WEARING = frozenset(("в", "у", "з", "із", "зі", "с", "со"))


def pronoun(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    """The most salient earlier person of that gender; a plural pronoun only ever a body that spoke."""
    memory = reader.memory
    if ref.plural:
        if memory.body and memory.last is memory.body and sentence.number - memory.body_at <= 2:
            return replace(memory.body, span=ref.span, resolved="pronoun", weight=0.7)
        return Speaker(None, ref.span, "pronoun", 0.0)
    if ref.gender == "n":
        return body_pronoun(ref, sentence, reader)  # "it said": no person
    unnamed = _unnamed(ref, sentence, reader)
    scores = [] if unnamed else _scores(ref, sentence, reader)
    if not scores:
        return unnamed or Speaker(None, ref.span, "pronoun", 0.0)
    margin = scores[0][0] - scores[1][0] if len(scores) > 1 else 3.0
    weight = 0.93 if margin >= 2 else 0.85 if margin >= 1 else 0.72 if margin >= 0.5 else 0.5
    if scores[0][0] < 0:
        weight -= 0.25
    if _nearer(scores[0][1], ref, sentence, reader) or _spoken_of(scores[0][1], ref, sentence, reader):
        weight = min(weight, 0.5)
    return Speaker(scores[0][1], ref.span, "pronoun", weight, person=True)


def _nearer(name: str, ref: Ref, sentence: Sentence, reader: Reader) -> bool:
    """True where another spoke just before, after this one was last named, who may be of that gender too.

    "Олександра" is a woman, or a man in the genitive whose name was not put back in the nominative.
    """
    last, lang = reader.memory.last, reader.scene.lang
    if last is None or not last.name or last.name == name or sentence.number - reader.memory.last_at > 1:
        return False
    given = forms(last.name.split()[0].casefold(), lang)
    either = last.person and any("Name" in form.tags and form.gender == ref.gender for form in given)
    return either and all(sight.start < last.span.start for sight in reader.people.sights[name])


def _spoken_of(name: str, ref: Ref, sentence: Sentence, reader: Reader) -> bool:
    """True where one without a name spoke just before, of this one: "A man said Lee was brave. He added"."""
    memory = reader.memory
    stranger, at = memory.stranger, memory.stranger_at
    if stranger is None or at <= memory.last_at or sentence.number - at != 1:
        return False
    if stranger.gender not in (None, ref.gender):
        return False
    return any(s.sentence.number == at and s.start > stranger.span.start for s in reader.people.sights[name])


def by_sex(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    """Whom "the woman" points to: who alone of that sex was told of in this paragraph or the last."""
    near = {
        name
        for name, sights in reader.people.sights.items()
        for sight in sights
        if sight.start < ref.span.start and 0 <= sentence.block - sight.sentence.block <= 1
        and reader.people.gender(name) in (None, ref.gender)
    }  # fmt: skip
    last = reader.memory.last
    if last and last.name in near and reader.memory.last_block == sentence.block:
        near = {last.name}  # she spoke just before, in this paragraph
    if len(near) != 1 or sentence.block < 0 or _described(ref, sentence):
        return Speaker(None, ref.span, "role", 0.0, person=True, gender=ref.gender)
    (name,) = near
    sure = reader.people.gender(name) == ref.gender and any(
        nominative(s.sentence.toks[s.at]) for s in reader.people.sights[name]
    )
    return Speaker(name, ref.span, "role", 0.68 if sure else 0.0, person=True, gender=ref.gender)


def _described(ref: Ref, sentence: Sentence) -> bool:
    """True for "чоловік у касці", "женщина с ребёнком": told by looks is one whom nobody has named."""
    behind = [tok for tok in sentence.toks if tok.start >= ref.span.stop][:2]
    if len(behind) < 2 or behind[0].low not in _WEARING or behind[1].noun is None:
        return False
    return behind[1].noun.lemma not in words(sentence.toks[0].lang, "occasions")


def _scores(ref: Ref, sentence: Sentence, reader: Reader) -> list[tuple[float, str]]:
    """Everybody of the pronoun's gender named before it, the most salient first."""
    scores: list[tuple[float, str]] = []
    for name, sights in reader.people.sights.items():
        gender = reader.people.gender(name)
        if gender is not None and ref.gender is not None and gender != ref.gender:
            continue
        score = _salience(name, sights, ref, sentence, reader)
        if score is not None:
            scores.append((score - (_doubt(name, ref) if gender is None else 0.0), name))
    return sorted(scores, reverse=True)


def _unnamed(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker | None:
    """The one who spoke just before with no name but a post: "речник заводу сказав… Він додав"."""
    memory = reader.memory
    last, at = memory.last, memory.last_at
    if memory.stranger is not None and memory.stranger_at > at:
        last, at = memory.stranger, memory.stranger_at
    if last is None or not last.person or last.name in reader.people.sights:
        return None
    bare = reader.scene.lang == "en" and last.name is None and last.gender is None  # "a member of the crew"
    if last.gender != ref.gender and not bare:
        return None
    if sentence.number - at > 2 or sentence.block - reader.scene.sentences[at].block > 1:
        return None
    since = [s for sights in reader.people.sights.values() for s in sights
             if last.span.stop < s.start < ref.span.start]  # fmt: skip
    if since:
        return None
    weight = 0.75 if last.name else 0.0
    return replace(last, span=ref.span, resolved="pronoun", weight=weight)


def _doubt(name: str, ref: Ref) -> float:
    """What an unknown gender costs: more for a woman's pronoun and a given name that ends like a man's."""
    given = name.split()[0]
    return 1.5 if ref.gender == "f" and given[-1].casefold() in "бвгґджзйклмнпрстфхцчшщ" else 0.5


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
        # Who spoke speaks on, less surely in a new paragraph.
        score += max(0.0, (2.5 if memory.last_block == sentence.block else 1.5)
                     - 0.6 * (sentence.number - memory.last_at))  # fmt: skip
    return score


def _first_subject(sight: Sight) -> bool:
    """True where no other name in the nominative stands before this one in its sentence."""
    return not any(t.mention and t.mention.kind == "person" for t in sight.sentence.toks[: sight.at])


def body_pronoun(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    """As in "додали в ньому": the body in which something was said just before."""
    memory = reader.memory
    if memory.body and sentence.number - memory.body_at <= 3:
        return replace(memory.body, span=ref.span, resolved="pronoun", weight=0.8)
    return Speaker(None, ref.span, "pronoun", 0.0)
