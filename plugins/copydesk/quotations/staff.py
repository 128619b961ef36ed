"""Several people without names ("рятувальники"): the service they are of, where the article names one."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import takewhile

from copydesk.lexicon import rows, words
from copydesk.model import Lang
from copydesk.quotations.function_words import POSSESSIVES
from copydesk.quotations.memory import Reader, Speaker
from copydesk.quotations.refs import Ref, is_capital, is_platform, is_seat, nominative
from copydesk.quotations.scene import Sentence, Tok
from copydesk.quotations.wording import fold, lemma


def service(ref: Ref, reader: Reader) -> Speaker | None:
    """The service that spoke last, if they are of it; else the only such one named before."""
    lang = reader.scene.lang
    wanted = _services(lang).get(ref.head)
    if wanted is None or ref.tied:
        return None
    for body in (reader.memory.body, reader.memory.last):
        if body is not None and body.name and not body.person and _is_of(body.name, wanted, lang):
            return Speaker(body.name, ref.span, "role", 0.72)
    named = {name for name in _named(ref, reader) if _is_of(name, wanted, lang)}
    return Speaker(named.pop(), ref.span, "role", 0.66) if len(named) == 1 else None


def its_own(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker | None:
    """The body that "its spokesman" is of: «Белый дом изучает «…», сказал его представитель»."""
    lang, toks = reader.scene.lang, sentence.toks
    at = _first_word(toks, ref)
    if not at or toks[at - 1].low not in POSSESSIVES or ref.head not in words(lang, "speaks_for") or ref.tied:
        return None
    told = {t.mention.name for t in toks[:at] if t.mention and nominative(t) and _speaks(t)}
    if any(t.mention and t.mention.kind == "person" for t in toks[:at]):
        return None  # the spokesman is rather that person's
    return Speaker(told.pop(), ref.span, "role", 0.7) if len(told) == 1 else None


def _first_word(toks: list[Tok], ref: Ref) -> int:
    """Where the words of `ref` begin; 0 where none of them stands here."""
    begin = bisect_left(toks, ref.span.start, key=lambda tok: tok.start)
    inside = takewhile(lambda n: toks[n].start <= ref.span.stop, range(begin, len(toks)))
    return next((n for n in inside if toks[n].low and toks[n].span in ref.span), 0)


def _speaks(tok: Tok) -> bool:
    """True for a body, and for a place that speaks."""
    assert tok.mention is not None
    body = tok.mention.kind == "organisation" and not is_platform(tok)
    return body or is_seat(tok.mention) or is_capital(tok.mention)


def _named(ref: Ref, reader: Reader) -> set[str]:
    """The bodies that the article names before the word."""
    return {
        tok.mention.name
        for sentence in reader.scene.sentences
        for tok in sentence.toks
        if tok.mention and tok.mention.kind == "organisation" and tok.stop <= ref.span.start
        and not is_platform(tok)
    }  # fmt: skip


def _is_of(name: str, wanted: frozenset[str], lang: Lang) -> bool:
    return any(fold(word) in wanted or lemma(fold(word), lang) in wanted for word in name.split())


@cache
def _services(lang: Lang) -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(word.strip() for word in row[1].split(",")) for row in rows(lang, "staff")}
