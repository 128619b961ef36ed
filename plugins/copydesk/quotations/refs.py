"""Who is pointed to: a name, a post, a pronoun, before it is known who that is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from copydesk.lexicon import rows, words
from copydesk.model import Gender, Lang, Mention, Span
from copydesk.morphology import nominatives
from copydesk.quotations.function_words import POSSESSIVES
from copydesk.quotations.scene import Tok
from copydesk.quotations.wording import adjective, fold, is_media, is_post, lemma, listed

Kind = Literal["name", "post", "body", "pronoun", "joint", "document"]


_INITIALS = re.compile(r"^(?:[^\W\d_]\.\s*)+")  # "Д.Туск"

_NAMED_AFTER = frozenset(("имени", "імені"))  # "институт имени …": whose name it is was not read


@dataclass(frozen=True, slots=True)
class Ref:
    """A speaker as the words put it.

    `mention` for a name; `head` the dictionary form of the post, body or text; `tied` the words
    (folded) that say which one: "Турции", "мид"; `words` the phrase in the nominative, if that
    is safe to say; `owner`: somebody named whose spokesman, lawyer or letter it is; `proved`: the
    gender is that of the verb ("міністр заявила"), not only of the word; `issuer`: the body without
    a name whose text it is ("у заяві компанії").
    """

    kind: Kind
    span: Span
    mention: Mention | None = None
    head: str = ""
    tied: frozenset[str] = frozenset()
    words: str | None = None
    gender: Gender | None = None
    plural: bool = False
    owner: Mention | None = None
    media: bool = False
    proved: bool = False
    issuer: Ref | None = None


def nominative(tok: Tok) -> bool:
    """True where a name stands in the nominative, as far as its form can tell."""
    mention = tok.mention
    if mention is None:
        return False
    if tok.text.isascii() or (tok.text.isupper() and mention.kind != "person"):
        return True  # Latin letters and abbreviations stand in any case
    bare, name = _INITIALS.sub("", fold(tok.text)), fold(mention.name)
    return bare in (_INITIALS.sub("", fold(mention.lemma)), name) or name.endswith(" " + bare)


@cache
def _seats() -> frozenset[str]:
    return frozenset(row[0] for row in rows("", "actors_seats"))


def is_seat(mention: Mention) -> bool:
    """True for a place that speaks for who resides there: "Кремль заявив"."""
    return mention.actor in _seats()


@cache
def _capitals() -> frozenset[str]:
    return frozenset(row[0] for row in rows("", "actors_capitals"))


def is_capital(mention: Mention) -> bool:
    """True for a capital, which speaks for its state: "Сеул назвав", "в Сеулі назвали"."""
    return mention.kind == "place" and mention.actor in _capitals()


def is_platform(tok: Tok) -> bool:
    """True for a network on which people publish ("у Твіттері"): it says nothing itself."""
    return tok.mention is not None and fold(tok.mention.name) in words("", "platforms")


def to_mention(tok: Tok, before: Tok | None = None) -> Ref:
    """A reference to the name itself; `before` tells a newsroom by its kind ("газета «Ранок»")."""
    mention = tok.mention
    assert mention is not None
    media = mention.kind == "organisation" and (
        is_media(mention.name, tok.lang)
        or is_media(mention.lemma, tok.lang)
        or bool(before and before.is_word and listed(before.low, tok.lang, "media"))
    )
    return Ref("name", tok.span, mention, gender=mention.gender, media=media)


def joint(first: Tok, last: Tok, join: str = "") -> Ref:
    """Several speakers at once: two persons or two bodies by both their names, states by none."""
    kinds = {t.mention.kind for t in (first, last) if t.mention}
    names = [t.mention.name for t in (first, last) if t.mention and len(kinds) == 1 and "place" not in kinds]
    both = f"{names[0]} {join} {names[1]}" if join and len(names) == 2 else None
    return Ref("joint", Span(first.start, last.stop), words=both, plural=True)


def ties(toks: list[Tok]) -> frozenset[str]:
    """The words of a phrase that tell one post from another: names and content words, folded."""
    found: set[str] = set()
    for tok in toks:
        if tok.mention:
            found.add(fold(tok.mention.name))
            found.add(fold(tok.mention.lemma))
            parts = fold(tok.text).split()
            found.update(lemma(word, tok.lang) for word in parts[: len(parts) > 1 and len(parts)])
        elif tok.is_word and len(tok.low) > 2 and tok.low not in POSSESSIVES:
            found.add(lemma(tok.low, tok.lang))
            found.update(lemma(part, tok.lang) for part in tok.low.split("-") if "-" in tok.low)
    return frozenset(found)


def common(toks: list[Tok], at: int, first: int, last: int) -> Ref:
    """A reference by a common noun at `at`; its phrase runs from `first` to before `last`."""
    tok = toks[at]
    phrase = toks[first:last]
    inner = [t for t in phrase if t is not tok]
    noun = tok.noun
    head = noun.lemma if noun else tok.low
    owner = next((t.mention for t in toks[at + 1 : last] if t.mention and t.mention.kind != "place"), None)
    owned = last > at + 1  # "сайт відомства" is no newsroom
    ref = Ref(
        "post" if is_post(tok.low, tok.lang) else "body",
        Span(toks[first].start, toks[last - 1].stop),
        head=head,
        tied=ties(inner),
        words=_phrase(toks, at, first, last, head),
        gender=noun.gender if noun else None,
        plural=noun.plural if noun else tok.low.endswith("s") and tok.lang == "en",
        owner=owner,
        media=listed(tok.low, tok.lang, "media") and not (owned and listed(tok.low, tok.lang, "web_pages")),
    )
    if first and toks[first - 1].low in POSSESSIVES and ref.kind == "body":
        return replace(ref, kind="joint", words=None)  # "her office": whose it is, the phrase does not say
    if listed(tok.low, tok.lang, "documents"):
        near = toks[at + 1].mention if at + 1 < last else None  # "заява Кремля": a place that speaks
        return replace(ref, kind="document", words=None, owner=owner or near)
    return replace(ref, kind="body") if listed(tok.low, tok.lang, "bodies") else ref


def _phrase(toks: list[Tok], at: int, first: int, last: int, head: str) -> str | None:
    """The phrase in the nominative: as it stands, or with its head alone put right; None where unsure."""
    tok = toks[at]
    if toks[last - 1].low in _NAMED_AFTER:
        return None
    tail = "".join(
        (" " if t.start > toks[at + n].stop else "") + t.text for n, t in enumerate(toks[at + 1 : last])
    )
    if tok.lang == "en" or (tok.noun and "nomn" in tok.noun.cases):
        lead = [_led_by(t, tok) for t in toks[first:at]]
        return " ".join([*lead, tok.text + tail])
    if tok.noun and not tok.noun.plural:
        lead = [_agreeing(t, tok.noun.gender) for t in toks[first:at]]
        start = tok.text if tok.text.isupper() else head
        return " ".join([*lead, start + tail])
    if tok.noun and first == at and listed(tok.low, tok.lang, "bodies"):
        many = {word for form, word in nominatives(tok.low, tok.lang) if form.number == "plur"}
        return many.pop() + tail if len(many) == 1 else None
    return None


def _led_by(tok: Tok, head: Tok) -> str:
    """The adjective as it stands, in the nominative where its noun never declines: "чеському міноборони"."""
    fixed = head.lang != "en" and head.noun is not None and "loct" in head.noun.cases
    if head.noun is None or not fixed or not tok.is_word or "nomn" in adjective(tok.low, tok.lang):
        return tok.text
    return _agreeing(tok, head.noun.gender)


def _agreeing(tok: Tok, gender: Gender | None) -> str:
    """An adjective in the nominative of a noun of this gender: британський, британська, британське."""
    base = lemma(tok.low, tok.lang)
    stem, soft = base[:-2], base.endswith("ій") or (base.endswith("ий") and base[-3:-2] not in "кгхжшчщ")
    if gender == "f":
        if tok.lang == "uk":
            return stem + ("я" if base.endswith("ій") else "а")
        return stem + ("яя" if soft else "ая")
    if gender == "n":
        if tok.lang == "uk":
            return stem + ("є" if base.endswith("ій") else "е")
        return stem + ("ее" if soft else "ое")
    return base


def is_modifier(tok: Tok, lang: Lang) -> bool:
    """True for a word that may stand before a noun of the same phrase."""
    return tok.is_word and bool(adjective(tok.low, lang)) and tok.verb is None
