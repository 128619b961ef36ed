"""Whose words they are after "за словами", and in which body something was said."""

from __future__ import annotations

from copydesk.lexicon import words
from copydesk.model import Span
from copydesk.morphology import forms
from copydesk.quotations.candidates import AND, leads, phrase, segment_stop
from copydesk.quotations.function_words import POSSESSIVES, PREPOSITIONS, RELATIVES
from copydesk.quotations.pairs import MARK
from copydesk.quotations.refs import (
    Ref,
    common,
    is_capital,
    is_platform,
    is_seat,
    joint,
    nominative,
    to_mention,
)
from copydesk.quotations.scene import Tok
from copydesk.quotations.wording import fold, is_post, listed

_AT = frozenset(("у", "в"))
_HOME = {"uk": "kyiv", "ru": "moskva"}  # there it may be anybody: the town's own offices, its people
_FIELD = frozenset(("з", "із", "зі", "по", "у", "в", "с"))  # what a post is for, or where it is held


def whose(toks: list[Tok], at: int) -> Ref | None:
    """The phrase that starts at `at` in any case: "(за словами) речника уряду Івана Коваля"."""
    if at >= len(toks):
        return None
    head, person = _heads(toks, at, min(segment_stop(toks, at), at + 14))
    theirs = toks[at].low in POSSESSIVES  # "(за словами) його адвоката Івана Коваля": it is not Коваль's
    if person is not None and (theirs or not _owns(toks, head, person)):
        partner = person + 2
        if partner < len(toks) and toks[person + 1].low in AND and toks[partner].mention:
            return joint(toks[person], toks[partner], toks[person + 1].text)
        return to_mention(toks[person])
    if head is None:
        return None
    if toks[head].mention:
        return to_mention(toks[head], toks[head - 1])
    first, last = phrase(toks, head)
    named = _set_off(toks, last) if is_post(toks[head].low, toks[head].lang) else None
    return to_mention(toks[named]) if named else common(toks, head, max(first, at), last)


def names_who(toks: list[Tok], at: int) -> bool:
    """True for a possessive whose post has a name behind it: "(за словами) його адвоката Івана Коваля"."""
    head, person = _heads(toks, at + 1, min(segment_stop(toks, at), at + 14))
    return head is not None and person is not None and toks[head].is_word


def _set_off(toks: list[Tok], at: int) -> int | None:
    """The name between commas behind a post: "(according to) the deputy chair, Dr Ann Lee, the plan"."""
    while at < len(toks) and toks[at].lang == "en" and toks[at].is_word and is_post(toks[at].low, "en"):
        at += 1  # "secretary general"
    if at >= len(toks) or toks[at].low != ",":
        return None
    ahead = range(at + 1, min(at + 4, len(toks) - 1))
    name = next((n for n in ahead if toks[n].mention), None)
    mention = toks[name].mention if name is not None else None
    if name is None or mention is None or mention.kind != "person":
        return None
    declined = toks[name].lang == "en" or not nominative(toks[name])  # "за словами мера, Іван Лис пішов"
    led = all(
        t.low == "." or is_post(t.low, t.lang) or t.low in words(t.lang, "name_titles")
        for t in toks[at + 1 : name]
    )
    return name if declined and led and toks[name + 1].low in (",", ".", ")", "—") else None


def _heads(toks: list[Tok], start: int, stop: int) -> tuple[int | None, int | None]:
    """The first noun or name that may speak, and the person's name that follows it."""
    head: int | None = None
    for at in range(start, stop):
        tok = toks[at]
        if tok.mention and tok.mention.kind == "person":
            return head, at
        if head is None and (tok.mention or _may_speak(tok)):
            head = None if tok.is_word and leads(toks, at) else at
        elif tok.is_word and (tok.low in PREPOSITIONS or tok.low in RELATIVES):
            return head, _past_field(toks, at, stop) if head is not None and toks[head].is_word else None
    return head, None


def _past_field(toks: list[Tok], at: int, stop: int) -> int | None:
    """The name in the genitive right behind a post's field: "(директора) з маркетингу Івана Коваля"."""
    if toks[at].low not in _FIELD:
        return None
    for here in range(at + 1, stop):
        tok = toks[here]
        if tok.mention and tok.mention.kind == "person":
            given = forms(fold(tok.text.split()[0]), tok.lang)
            return here if here > at + 1 and any(form.case == "gent" for form in given) else None
        if tok.low in PREPOSITIONS or not (tok.is_word or tok.mention):
            return None
    return None


def _may_speak(tok: Tok) -> bool:
    lists = ("bodies", "media", "documents")
    return tok.is_word and (
        is_post(tok.low, tok.lang) or any(listed(tok.low, tok.lang, name) for name in lists)
    )


def _owns(toks: list[Tok], head: int | None, person: int) -> bool:
    """True where the person is only whose spokesman speaks: "за словами речника Коваля"."""
    return (
        head is not None
        and head == person - 1
        and toks[head].is_word
        and listed(toks[head].low, toks[head].lang, "relations")
        and not _accusative(toks[person])
    )


def _accusative(tok: Tok) -> bool:
    """True for "Ольгу" in "цитують захисницю Ольгу Лис": it is she, and not somebody's lawyer."""
    cases = {form.case for form in forms(fold(tok.text.split()[0]), tok.lang)}
    return "accs" in cases and "gent" not in cases


def within(toks: list[Tok], start: int, stop: int) -> Ref | None:
    """A body in which something is said: "(додали) в адміністрації президента", "в нем"."""
    for at in range(start, min(stop, len(toks))):
        tok = toks[at]
        if tok.low == "там":
            return Ref("pronoun", tok.span, head="body")  # "додали там": in the body that spoke
        if tok.low not in ("в", "у", "на", "во"):
            continue
        if at + 1 < len(toks) and toks[at + 1].low in ("нем", "ньому", "ней", "ній", "нього"):
            return Ref("pronoun", Span(tok.start, toks[at + 1].stop), head="body")
        if found := body_at(toks, at + 1):
            return found
    return None


def body_at(toks: list[Tok], start: int) -> Ref | None:
    """The body whose phrase begins at `start`, behind its preposition."""
    for here in range(start, min(start + 5, len(toks))):
        near = toks[here]
        if near.is_word and listed(near.low, near.lang, "web_pages"):
            continue  # "на офіційному сайті уряду": the page is its owner's
        body = near.mention and (near.mention.kind == "organisation" or _speaks_abroad(toks, here))
        if body and not is_platform(near):
            owned = listed(toks[here - 1].low, near.lang, "web_pages") and not MARK.match(near.text)
            return to_mention(near, None if owned else toks[here - 1])
        if near.is_word and (listed(near.low, near.lang, "bodies") or listed(near.low, near.lang, "media")):
            first, last = phrase(toks, here)
            return common(toks, here, max(first, start), _without_object(toks, here, last))
        if here > start and near.is_word and near.text[0].isupper() and near.noun:
            return common(toks, here, start, here + 1)  # "в областном Депздраве"
        if not near.is_word or near.noun is not None or near.low in PREPOSITIONS:
            return None
    return None


def _without_object(toks: list[Tok], at: int, last: int) -> int:
    """Where the body's phrase ends before the object of a verb of calling: "на заводі рішення назвали"."""
    verb = toks[last].verb if last < len(toks) else None
    noun = toks[last - 1].noun if last - 1 > at else None
    called = verb is not None and verb.kind == "call" and noun is not None and "accs" in noun.cases
    return last - 1 if called else last


def _speaks_abroad(toks: list[Tok], at: int) -> bool:
    """True for a residence, and for a capital beside the verb, not the readers' own: "в Сеулі назвали"."""
    tok, beside = toks[at], (toks[max(0, at - 2) : max(0, at - 1)], toks[at + 1 : at + 2])
    assert tok.mention is not None
    if is_seat(tok.mention):
        return True
    verb = any(t.verb and t.verb.finite and t.verb.plural for near in beside for t in near)
    return (
        verb
        and is_capital(tok.mention)
        and toks[at - 1].low in _AT
        and tok.mention.actor != _HOME.get(tok.lang)
    )
