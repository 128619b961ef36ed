"""Whose words a newsroom passes on: "наводять слова мера", "цитирует мэра агентство"."""

from __future__ import annotations

from copydesk.quotations.candidates import phrase
from copydesk.quotations.function_words import AS, POSSESSIVES, WITH_REFERENCE, WORDS_OF
from copydesk.quotations.owners import whose
from copydesk.quotations.pairs import MARK
from copydesk.quotations.refs import Ref, common, nominative, to_mention
from copydesk.quotations.scene import Tok
from copydesk.quotations.verbs import Verb
from copydesk.quotations.wording import is_post, listed

CITES = frozenset(("цитувати", "процитувати", "цитировать", "процитировать", "quote", "cite"))


def quoted(toks: list[Tok], at: int, verb: Verb) -> Ref | None:
    """The one whose words a newsroom passes on: "наводять слова мера", "цитирует мэра агентство"."""
    for here in range(at + 1, min(at + 6, len(toks))):
        if toks[here].low in WORDS_OF:
            return possessed(toks[here - 1]) or whose(toks, here + 1)
        if toks[here].passage or toks[here].low in (",", ":"):
            break
    if verb.lemma not in CITES:
        return None
    if at + 1 < len(toks) and (him := possessed(toks[at + 1])):
        return him
    for here in [*range(at + 1, min(at + 10, len(toks))), *range(at - 1, max(-1, at - 7), -1)]:
        tok = toks[here]
        if here < at and tok.low == ",":
            break  # "комментируя уход Лиса, процитировала": the comma ends what is quoted
        if tok.passage or tok.low == ":":
            continue
        if tok.mention and tok.mention.kind == "person" and not (here < at and nominative(tok)):
            return to_mention(tok)
        noun = tok.noun
        if (
            noun
            and is_post(tok.low, tok.lang)
            and "accs" in noun.cases
            and not listed(tok.low, tok.lang, "media")
        ):
            first, last = phrase(toks, here)
            media = [n for n in range(here + 1, last) if toks[n].mention and to_mention(toks[n]).media]
            if media:  # "цитує професора Reuters": the newsroom is no part of the post
                return common(toks, here, first, media[0])
            return whose(toks, here)
    return None


def possessed(tok: Tok) -> Ref | None:
    """The person of "цитирует его", "приводит ее слова"."""
    if tok.low not in POSSESSIVES:
        return None
    gender, plural = POSSESSIVES[tok.low]
    return Ref("pronoun", tok.span, gender=gender, plural=plural)


def passes_on(toks: list[Tok], at: int, ref: Ref) -> bool:
    """True where the subject only passes on: "повідомляє X із посиланням на Y", "як повідомляв X"."""
    verb = toks[at].verb
    if verb is None or verb.kind != "report":
        return False
    if any(t.low in WITH_REFERENCE for t in toks[at + 1 : at + 6]):
        return True
    named = ref.mention is not None and ref.mention.kind == "organisation"
    told = in_marks(toks, ref) and at + 1 < len(toks) and toks[at + 1].span == ref.span
    return named and ((at > 0 and toks[at - 1].low in AS) or (told and verb.gender is None))


def in_marks(toks: list[Tok], ref: Ref) -> bool:
    """True for a body called by a name in quotation marks alone: "повідомляє «Хвиля»"."""
    tok = next((t for t in toks if t.mention is ref.mention), None) if ref.mention else None
    return tok is not None and MARK.match(tok.text) is not None
