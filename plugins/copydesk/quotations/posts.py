"""Posts: "міністр" is the person who was named with that post, or nobody known."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from copydesk.lexicon import words
from copydesk.model import Gender, Lang
from copydesk.quotations.families import families
from copydesk.quotations.memory import Reader, Speaker
from copydesk.quotations.officials import official
from copydesk.quotations.people import nations
from copydesk.quotations.pronouns import by_sex
from copydesk.quotations.refs import Ref
from copydesk.quotations.scene import Sentence
from copydesk.quotations.sights import Sight
from copydesk.quotations.staff import its_own, service
from copydesk.quotations.titles import lands, of_its_land, titles, widened
from copydesk.quotations.trades import (
    COLLEAGUE,
    for_a_body,
    last_person,
    may_be,
    only_voice,
    plain,
    same_tie,
    sole,
    subject_before,
)
from copydesk.quotations.wording import is_post, lemma, post_words

_LEDE = 2  # sentences, the headline's own counted: there the headline still says who speaks


_ARTICLES = {"a": True, "an": True, "another": True, "one": True, "the": False, "his": False, "her": False}
_OTHERS = frozenset(("shadow", "deputy", "assistant", "vice", "former", "opposition", "тіньовий", "теневой"))
_ANY_KIND = frozenset(("ministry", "company"))  # "глава ведомства": said of any body


@lru_cache(maxsize=5_000)
def _anybodys(head: str, lang: Lang) -> bool:
    """True for a word that may be said of anybody, or of anybody of a trade."""
    return head in words(lang, "anybody") or head in post_words(lang) - words(lang, "offices")


def _fits(ref: Ref, sight: Sight, lang: Lang) -> float:
    """How well what is told of a person fits the post that is spoken of; 0 is not at all."""
    told = widened(sight.told, lang)
    asked = widened(ref.tied | {ref.head}, lang)
    own, same = titles(asked, ref.head, lang)
    rest = {word for word in ref.tied - own if " " not in word}
    if ref.tied & _OTHERS and not told & _OTHERS:
        return 0.0  # "the shadow minister" is not the minister
    score = 0.0
    if own <= told and own & sight.heads:
        score = 2.0
    elif any(title <= told and title & sight.heads for title in same) or of_its_land(own, sight, lang):
        score = 1.6
    if not score and _anybodys(ref.head, lang):
        score = 0.5
    if not score:
        return 0.0
    ties = [same_tie(word, told, lang) for word in rest]
    if score == 0.5 and not any(ties):
        return 0.0
    if ties and not any(ties) and (_elsewhere(rest, told, lang) or _abroad(rest, told, lang)):
        return 0.0  # "уполномоченный коллегии": not the one who is уполномоченный of a union
    return score + 0.8 * sum(ties) - min(0.8, 0.5 * ties.count(False))


def _elsewhere(asked: set[str], told: frozenset[str], lang: Lang) -> bool:
    """True where both say in which body the post is held, and it is not the same kind of body."""
    known = _kinds(lang)
    said = ({part for word in many for part in word.split()} for many in (asked, told))
    kinds, others = ({known[word] for word in many if word in known} for many in said)
    return bool(kinds and others) and not kinds & (others | _ANY_KIND)


@cache
def _kinds(lang: Lang) -> dict[str, str]:
    """What a post may be held in: bodies by their kind, lands by their size ("край" is a region)."""
    return families(lang) | lands(lang)


def _abroad(asked: set[str], told: frozenset[str], lang: Lang) -> bool:
    """True where both say of which state, and it is not the same."""
    states = nations(lang)
    return any(word in states for word in asked) and any(word in states for word in told)


def post(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    """The person whose post it is: told of with it, tied to the same state or body, spoken of lately."""
    lang = reader.scene.lang
    if ref.plural:
        return service(ref, reader) or Speaker(ref.words, ref.span, "role", 0.7, person=True)
    if lang == "en":
        before = {t.low for t in sentence.toks if ref.span.start - 20 < t.start < ref.span.start}
        ref = replace(ref, tied=ref.tied | (before & _OTHERS))
    if body := its_own(ref, sentence, reader):
        return body
    if lang == "en" and _indefinite(ref, sentence):
        return for_a_body(ref, sentence, reader) or Speaker(None, ref.span, "role", 0.0, person=True)
    scores: list[tuple[float, str]] = []
    for name, sights in reader.people.sights.items():
        gender = reader.people.gender(name)
        if not may_be(gender, ref):
            continue
        fits = [(f - 0.03 * abs(sentence.number - s.sentence.number)
                 - (0.6 if s.start > ref.span.start else 0.0), s)
                for s in sights if (f := _fits(ref, s, lang)) > 0]  # fmt: skip
        if fits:
            bonus = _spoke(name, sentence, reader) - _mismatch(gender, ref, [s for _, s in fits])
            scores.append((max(f for f, _ in fits) + bonus, name))
    scores.sort(reverse=True)
    if scores and scores[0][0] >= 1.2:
        margin = scores[0][0] - scores[1][0] if len(scores) > 1 else 2.0
        weight = 0.88 if margin >= 0.8 else 0.75 if margin >= 0.3 else 0.5
        if scores[0][0] < 1.6:
            weight = min(weight, 0.68)  # only a tie in common: "представник союзу"
        if nearer := _colleague(ref, sentence, reader):
            return nearer
        return Speaker(scores[0][1], ref.span, "role", weight, person=True)
    return _unnamed(ref, sentence, reader, bool(scores))


def _colleague(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker | None:
    """Who was told of just before as a colleague: of that post too, and likelier to be meant."""
    near = None if ref.tied else subject_before(ref, sentence, reader)
    sights = reader.people.sights.get(near.name or "", ()) if near else ()
    return near if any(s.told & COLLEAGUE for s in sights) else None


def _indefinite(ref: Ref, sentence: Sentence) -> bool:
    """True for "a minister told reporters": one whom the article does not name."""
    before = [t for t in sentence.toks if t.stop <= ref.span.start]
    for tok in reversed(before[-4:]):
        if tok.low in _ARTICLES:
            return _ARTICLES[tok.low]
        if tok.verb is not None or tok.mention or tok.passage or tok.low == ",":
            return False
    return False


def _mismatch(gender: Gender | None, ref: Ref, sights: list[Sight]) -> float:
    """What speaks against a man's word for her whom the article gives a woman's: "лікарка", "імунолог"."""
    if gender != "f" or ref.gender != "m" or ref.proved:
        return 0.0
    nouns = [tok.noun for s in sights for tok in s.beside if tok.is_word and is_post(tok.low, tok.lang)]
    return 1.5 if any(noun is not None and noun.gender == "f" for noun in nouns) else 0.0


def _spoke(name: str, sentence: Sentence, reader: Reader) -> float:
    """What it adds to have spoken last, and more just before in the same paragraph."""
    memory = reader.memory
    if memory.last is None or memory.last.name != name:
        return 0.0
    return 1.0 if sentence.number - memory.last_at <= 1 and memory.last_block == sentence.block else 0.6


def _ends(ref: Ref, lang: Lang) -> bool:
    """True where the post is the last word of its phrase: "колишній тренер" tells of no body."""
    return lang != "en" and ref.words is not None and lemma(ref.words.split()[-1].lower(), lang) == ref.head


def _unnamed(ref: Ref, sentence: Sentence, reader: Reader, rivals: bool) -> Speaker:
    """A post nobody in the article holds: the one person spoken of just now, or its own words."""
    lang, memory = reader.scene.lang, reader.memory
    if lang == "en" and (named := for_a_body(ref, sentence, reader)):
        return named
    indefinite = ref.head in words(lang, "relations") | words(lang, "bystanders")
    if ref.head in words(lang, "persons") and not ref.tied:
        return by_sex(ref, sentence, reader)
    if not indefinite and (acting := subject_before(ref, sentence, reader)):
        return acting
    if holder := official(ref, sentence, reader):
        return holder
    last = last_person(ref, sentence, reader)
    if last is not None and not indefinite:
        return replace(last, span=ref.span, resolved="role", weight=0.66)
    if not indefinite and (only := sole(ref, reader) or only_voice(ref, sentence, reader)):
        return only
    top = memory.headliner
    if top is not None and sentence.number <= _LEDE and may_be(reader.people.gender(top.name or ""), ref):
        return replace(top, span=ref.span, resolved="role", weight=0.72)
    rivals = rivals or any(
        same_tie(word, s.told, lang)
        for sights in reader.people.sights.values() for s in sights for word in ref.tied
    )  # fmt: skip
    spoken = memory.last is not None and memory.last.person and sentence.number - memory.last_at <= 6
    rivals = rivals or (spoken and not indefinite)
    bare = ref.words is not None and (" " not in ref.words or (_ends(ref, lang) and plain(ref, lang)))
    if bare or rivals or (not ref.tied and not indefinite):
        return Speaker(None, ref.span, "role", 0.0, person=True, gender=ref.gender)
    weight = 0.7 if ref.words else 0.0
    return Speaker(ref.words, ref.span, "role", weight, person=True, gender=ref.gender)
