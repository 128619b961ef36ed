"""A bare word for what somebody does ("актор", "еколог"), where nobody was told of with it."""

from __future__ import annotations

from functools import cache

from copydesk.lexicon import rows, words
from copydesk.model import Gender, Lang, Span
from copydesk.quotations.memory import Reader, Speaker
from copydesk.quotations.people import nations
from copydesk.quotations.refs import Ref, nominative
from copydesk.quotations.scene import Sentence, Tok
from copydesk.quotations.wording import adjective, is_post, post_words, posts

COLLEAGUE = frozenset(("колега", "коллега", "colleague"))  # of the post just told of
_LEARNED = frozenset(("експерт", "эксперт", "expert"))


def may_be(gender: Gender | None, ref: Ref) -> bool:
    """False where the word, or the verb with it, is not of the person's gender."""
    if gender is None or ref.gender is None or gender == ref.gender:
        return True
    # A man's word for a post may go with a woman ("міністр Олена Гай"), unless its verb says who it is.
    return gender == "f" and not ref.proved and not ref.head.endswith("ник")


@cache
def high(lang: Lang) -> frozenset[str]:
    """The offices whose holders are not spoken of by a trade."""
    return frozenset(row[0] for row in rows(lang, "offices") if row[1:] == ("high",))


def _fits(name: str, ref: Ref, reader: Reader) -> bool:
    """False where what is told of the person speaks against the word."""
    lang = reader.scene.lang
    sights = reader.people.sights.get(name, ())
    told = {word for s in sights for word in s.told} - COLLEAGUE
    if ref.head in words(lang, "offices") and any(is_post(word, lang) for word in told):
        return False  # "сказав президент": not the prosecutor who spoke before
    # "додав епідеміолог": not the president
    held = {head for s in sights for head in s.heads}
    return ref.head in words(lang, "anybody") or not held & high(lang)


def last_person(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker | None:
    """The last speaker, where a bare word for anybody's trade ("эколог") can only be said of them."""
    memory = reader.memory
    last = memory.last if memory.stranger_at <= memory.last_at else None
    if not plain(ref, reader.scene.lang) or last is None or not last.person or last.name is None:
        return None
    if last.name not in reader.people.sights or not may_be(reader.people.gender(last.name), ref):
        return None
    if not _fits(last.name, ref, reader):
        return None
    near = sentence.number - memory.last_at
    if near <= 2 and memory.last_block == sentence.block:
        return last
    since = [s for n, sights in reader.people.sights.items() if n != last.name
             for s in sights if last.span.stop < s.start < ref.span.start]  # fmt: skip
    if _other_trade(last.name, ref, reader):
        return None
    across = near <= 2 and sentence.block - memory.last_block == 1
    if across and not since:
        return last
    return last if near <= 6 and _alone(last, ref, reader) else None


def sole(ref: Ref, reader: Reader) -> Speaker | None:
    """The only person the article has named so far, for a bare word that may be anybody."""
    named = [n for n, sights in reader.people.sights.items() if sights[0].start < ref.span.start]
    stranger = reader.memory.stranger_at > reader.memory.last_at
    if ref.tied or stranger or len(named) != 1 or not may_be(reader.people.gender(named[0]), ref):
        return None
    trade = ref.head in post_words(reader.scene.lang) - words(reader.scene.lang, "offices")
    acted = any(s.subject for s in reader.people.sights[named[0]] if s.start < ref.span.start)
    if not (trade and acted and _fits(named[0], ref, reader)) or _other_trade(named[0], ref, reader):
        return None
    return Speaker(named[0], ref.span, "role", 0.63, person=True)


def same_tie(word: str, told: frozenset[str], lang: Lang) -> bool:
    """True where a word of the phrase is among what is told: itself, its state, or its stem."""
    if word in told or nations(lang).get(word, frozenset()) & told:
        return True
    return len(word) > 4 and any(other[:4] == word[:4] for other in told if len(other) > 4)


def only_voice(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker | None:
    """The one person of the article who may be meant, if they have spoken: "санлікар", "чеський лідер"."""
    eligible = [
        name
        for name in reader.people.sights
        if may_be(reader.people.gender(name), ref) and _fits(name, ref, reader) and _tied(name, ref, reader)
        and not _other_trade(name, ref, reader)
    ]  # fmt: skip
    memory = reader.memory
    if len(eligible) != 1 or eligible[0] not in memory.voices or memory.stranger_at > memory.last_at:
        return None
    acting = _acting(ref, sentence, reader)
    if (acting and eligible[0] not in acting) or _neighbour(eligible[0], ref, reader):
        return None  # somebody else has acted since, or may be meant
    return Speaker(eligible[0], ref.span, "role", 0.66, person=True)


def _neighbour(name: str, ref: Ref, reader: Reader) -> bool:
    """True where a neighbour or witness of that sex was named since: "пенсіонерка" may be she."""
    near = words(reader.scene.lang, "bystanders")
    last = max((s.start for s in reader.people.sights[name] if s.start < ref.span.start), default=0)
    return any(
        last < sight.start < ref.span.start
        and sight.heads & near
        and may_be(reader.people.gender(other), ref)
        for other, sights in reader.people.sights.items()
        for sight in sights
    )


def _acting(ref: Ref, sentence: Sentence, reader: Reader) -> set[str]:
    """The persons who are subjects in the sentence, before the word, and in the one before."""
    before = reader.scene.sentences[sentence.number - 1] if sentence.number else sentence
    toks = [t for s in (before, sentence) if s.block == sentence.block for t in s.toks]
    near = [t for t in toks if t.stop <= ref.span.start and nominative(t)]
    return {t.mention.name for t in near if t.mention and t.mention.kind == "person"}


def _other_trade(name: str, ref: Ref, reader: Reader) -> bool:
    """True for one who is told to be of another trade: "аптекарка" is not the doctor who spoke."""
    lang = reader.scene.lang
    own = {head for sight in reader.people.sights[name] for head in sight.heads}
    trades = {word for word in own if is_post(word, lang)} - words(lang, "offices")
    trades -= words(lang, "anybody") | words(lang, "ranks") | COLLEAGUE
    like = {
        word for group in posts(lang) if frozenset((ref.head,)) in group for title in group for word in title
    }
    if like & _LEARNED:
        return False  # "науковиця": said of a doctor of science, of a head of an expedition
    same = trades & (like | {ref.head}) or any(ref.head.endswith(trade) for trade in trades)  # "санлікар"
    return bool(trades) and not same and ref.head not in words(lang, "anybody")


def _tied(name: str, ref: Ref, reader: Reader) -> bool:
    """False where the phrase says of which body the post is, or names a state that is not the person's."""
    lang = reader.scene.lang
    told = frozenset(word for sight in reader.people.sights[name] for word in sight.told)
    states = nations(lang).keys()
    if any(same_tie(word, told, lang) for word in ref.tied):
        return True
    if plain(ref, lang):
        return True
    return ref.tied <= states and not (ref.tied and told & states)


def subject_before(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker | None:
    """The one person whom the sentence before tells of: "Іван Лис забив гол. «…», — усміхнувся форвард"."""
    before = reader.scene.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.block != sentence.block or not plain(ref, reader.scene.lang):
        return None
    persons = [tok for tok in before.toks if tok.mention and tok.mention.kind == "person"]
    named = {(t.mention.name, nominative(t)) for t in persons if t.mention}
    named = {(name, first) for name, first in named if may_be(reader.people.gender(name), ref)}
    if len({name for name, _ in named}) != 1 or not any(subject for _, subject in named):
        return None
    name = named.pop()[0]
    if not _fits(name, ref, reader):
        return None
    return Speaker(name, ref.span, "role", 0.68, person=True)


def for_a_body(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker | None:
    """Who speaks for a body named beside it, as it says: "A Norvik spokesman", "a spokeswoman for Norvik"."""
    toks = sentence.toks
    at = next((n for n, t in enumerate(toks) if t.low == ref.head and t.span in ref.span), None)
    if at is None or ref.head not in words(reader.scene.lang, "speaks_for"):
        return None
    before, ahead = toks[max(0, at - 1) : at], [t for t in toks[at + 1 : at + 4] if t.low != "the"]
    if before and _is_body(before[0]):
        place = Span(before[0].start, toks[at].stop)
    elif len(ahead) > 1 and ahead[0].low in ("for", "of", "at") and _is_body(ahead[1]):
        place = Span(toks[at].start, ahead[1].stop)
    else:
        return None
    return Speaker(place.of(reader.scene.text), ref.span, "role", 0.7, person=True)


def _is_body(tok: Tok) -> bool:
    return tok.mention is not None and tok.mention.kind == "organisation"


def plain(ref: Ref, lang: Lang) -> bool:
    """True for a word alone, or with adjectives that name no state: "опытный тренер"."""
    return all(adjective(word, lang) and word not in nations(lang) for word in ref.tied)


def _alone(last: Speaker, ref: Ref, reader: Reader) -> bool:
    """True where nobody else in the article may be meant."""
    return all(
        name == last.name or not may_be(reader.people.gender(name), ref) for name in reader.people.sights
    )
