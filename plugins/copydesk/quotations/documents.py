"""Texts that speak: "йдеться в заяві", and the bodies that issue them."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from copydesk.lexicon import words
from copydesk.model import Mention
from copydesk.quotations.candidates import phrase
from copydesk.quotations.cue import Cue
from copydesk.quotations.function_words import ABOUT, POSSESSIVES, PREPOSITIONS
from copydesk.quotations.owners import within
from copydesk.quotations.refs import Ref, common, to_mention
from copydesk.quotations.scene import Sentence, Tok
from copydesk.quotations.subject import subject
from copydesk.quotations.verbs import may_say
from copydesk.quotations.wording import listed

_SIGNATURES = frozenset(("підписом", "підписами", "подписью", "подписями"))  # "у листі за підписом мера …"


def stating(toks: list[Tok], at: int) -> Cue | None:
    """As in "йдеться в заяві міністерства": a text speaks, for the one who issued it if that is said."""
    tok = toks[at]
    if not tok.is_word or tok.low not in words(tok.lang, "stating"):
        return None
    if at + 2 < len(toks) and toks[at + 1].low in ABOUT and not _quotes(toks, at):
        return None  # "йдеться про вакцину": what it is about
    for way in (range(at + 1, min(at + 10, len(toks))), range(at - 1, max(-1, at - 12), -1)):
        for here in takewhile(lambda n: toks[n].passage is None, way):
            if toks[here].is_word and listed(toks[here].low, tok.lang, "documents"):
                return Cue(at, at + 1, "document", tok.span, document(toks, here), rule="document")
    body = within(toks, at + 1, at + 6)
    if body is None and at > 1 and toks[at - 1].is_dash:
        body = Ref("document", tok.span)  # "…», — додається там же": the text that was spoken of
    return Cue(at, at + 1, "document", tok.span, body, rule="document")


def _quotes(toks: list[Tok], at: int) -> bool:
    """True for "в документе говорится о «…»": the marked words are the document's."""
    named = any(t.is_word and listed(t.low, t.lang, "documents") for t in toks[max(0, at - 4) : at])
    return named and toks[at + 2].passage is not None


def document(toks: list[Tok], at: int) -> Ref:
    """The text named at `at`, with its issuer where the phrase, or what follows it, names one."""
    _, last = phrase(toks, at)
    if last < len(toks) and toks[last].mention:
        last += 1
    ref = replace(common(toks, at, at, last), kind="document", words=None)
    if ref.owner is not None and ref.owner.kind != "person":
        return ref
    if any(POSSESSIVES.get(t.low, (None, False))[1] for t in toks[max(0, at - 2) : at]):
        return replace(ref, kind="joint")  # "в их совместном заявлении": of several
    for here in range(at + 1, min(last + 10, len(toks))):
        tok = toks[here]
        if tok.passage or tok.low in (".", ":", ";"):
            break
        if tok.low in _SIGNATURES and (signer := _person(toks[here + 1 : here + 5])):
            return replace(ref, owner=signer)
        if toks[here - 1].low in PREPOSITIONS:
            continue
        if tok.is_word and listed(tok.low, tok.lang, "bodies"):
            first, end = phrase(toks, here)
            body = common(toks, here, first, end)
            return replace(ref, issuer=body, owner=None if body.tied else ref.owner)
        if tok.mention and tok.mention.kind == "organisation" and not to_mention(tok, toks[here - 1]).media:
            return replace(ref, owner=tok.mention)
    return ref


def _person(toks: list[Tok]) -> Mention | None:
    """The first person named among these words."""
    return next((t.mention for t in toks if t.mention and t.mention.kind == "person"), None)


def issuer(sentence: Sentence) -> Ref | None:
    """The body that issues a text in this sentence: "фонд оприлюднив звіт"."""
    toks = sentence.toks
    for at, tok in enumerate(toks):
        if not tok.is_word or not may_say(tok.low, tok.lang):
            continue
        if tok.verb is None or not listed(tok.low, tok.lang, "issuing"):
            continue  # "опубликованная газетой записка" is not the newspaper's
        if any(t.is_word and listed(t.low, t.lang, "documents") for t in toks[at + 1 : at + 5]):
            found = subject(toks, at, tok.verb)
            if found and not found.media:
                return found
    return None
