"""Whose words a newsroom passes on: "наводять слова мера", "цитирует мэра агентство"."""

from __future__ import annotations

from copydesk.quotations.candidates import phrase
from copydesk.quotations.function_words import POSSESSIVES, WORDS_OF
from copydesk.quotations.owners import whose
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
