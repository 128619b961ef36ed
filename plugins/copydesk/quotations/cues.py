"""Finds the words of saying in a sentence, each with the one it belongs to."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

from copydesk.lexicon import rows
from copydesk.model import Lang, Span
from copydesk.quotations import subjects
from copydesk.quotations.cue import Cue
from copydesk.quotations.documents import stating
from copydesk.quotations.function_words import (
    POSSESSIVES,
    RELATIVE_OBLIQUE,
    THAT,
)
from copydesk.quotations.owners import names_who, whose
from copydesk.quotations.quoted import CITES, in_marks, passes_on, possessed, quoted
from copydesk.quotations.refs import Ref
from copydesk.quotations.scene import Sentence, Tok
from copydesk.quotations.subject import goes_with, subject
from copydesk.quotations.verbs import Verb, may_say
from copydesk.quotations.wording import fold

_GO_ON = frozenset(
    ("continue", "agree", "threaten", "promise", "vow", "ask", "expect", "hope")
)  # "continues to grow"

_BEFORE_NOUN = frozenset(("the", "a", "an", "this", "its", "his", "her", "their", "any"))  # "the claim"


@cache
def _phrases(lang: Lang) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases by their first word, longer ones first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in sorted(rows(lang, "according"), key=lambda row: -len(row[0].split())):
        phrase = tuple(fold(row[0]).split())
        found.setdefault(phrase[0], []).append((phrase, row[1]))
    return found


def cues(sentence: Sentence, lang: Lang) -> tuple[Cue, ...]:
    """The cues of a sentence in order; one without a subject of its own takes that of the cue before it."""
    found: list[Cue] = []
    toks = sentence.toks
    at = 0
    while at < len(toks):
        cue = _phrase(toks, at, lang) or stating(toks, at) or _verb(toks, at)
        if cue is None:
            at += 1
            continue
        if cue.ref is None and not cue.relay:
            earlier = next((c for c in reversed(found) if c.ref and not c.relay), None)
            if earlier and not goes_with(toks[at].verb, earlier.ref):
                earlier = None  # "Лис сказав, що автори, які сперечались, написали": not Лис
            ref = earlier.ref if earlier else _doer(toks, at) if cue.gerund else None
            if cue.gerund and ref is None:
                at += 1
                continue  # "строго говоря": nobody says it
            cue = replace(cue, ref=ref) if ref else cue
        found.append(cue)
        at = max(cue.stop, at + 1)
    return tuple(found)


def _doer(toks: list[Tok], at: int) -> Ref | None:
    """The person who does what a gerund goes with: "пішла, зауваживши", "полагая, что…, он ушёл"."""
    if toks[at].lang == "en" or (at and toks[at - 1].low != ","):
        return None
    main = range(at - 1, max(-1, at - 14), -1) if at else range(at + 2, len(toks))
    for here in main:
        verb = toks[here].verb
        if toks[here].passage and not at:
            continue
        if verb is None or not verb.finite or toks[here].noun:
            continue
        ref = subject(toks, here, verb)
        person = ref is not None and (ref.kind == "pronoun" or (ref.mention and ref.mention.kind == "person"))
        if person or at:
            return ref if person else None
    return None


def _phrase(toks: list[Tok], at: int, lang: Lang) -> Cue | None:
    """As in "за словами речника", "по её мнению", "according to the mayor"."""
    for phrase, kind in _phrases(lang).get(toks[at].low, ()):
        stop, owner = _matches(toks, at, phrase)
        if stop is None:
            continue
        span = Span(toks[at].start, toks[stop - 1].stop)
        if owner is not None:
            ref = possessed(owner)
        elif stop < len(toks) and toks[stop].low in RELATIVE_OBLIQUE:
            ref = subjects.before(toks, at - 1, None)
        else:
            ref = whose(toks, stop)
        if ref is None and len(phrase) == 1:
            return None
        relay = kind == "relay" or (kind == "report" and ref is not None and ref.media)
        return Cue(at, stop, kind, span, ref, relay=relay, rule="phrase")
    return None


def _matches(toks: list[Tok], at: int, phrase: tuple[str, ...]) -> tuple[int | None, Tok | None]:
    """Where the phrase that starts at `at` ends, and the possessive inside it ("за його словами")."""
    here, owner = at, None
    for number, word in enumerate(phrase):
        if number and here < len(toks) and toks[here].low in POSSESSIVES and owner is None:
            owner = toks[here]
            here += 1
        if here >= len(toks) or toks[here].low != word:
            return None, None
        here += 1
    possessive = owner is None and here < len(toks) and toks[here].low in POSSESSIVES
    if possessive and len(phrase) > 1 and not names_who(toks, here):
        return None, None
    return here, owner


def _verb(toks: list[Tok], at: int) -> Cue | None:
    if not toks[at].is_word or not may_say(toks[at].low, toks[at].lang):
        return None
    if at and toks[at].lang == "en" and toks[at - 1].low in _BEFORE_NOUN:
        return None
    verb = toks[at].verb
    if (
        verb is None
        or not verb.kind
        or (verb.lemma in _GO_ON and at + 1 < len(toks) and toks[at + 1].low == "to")
    ):
        return None
    if _meant(toks, at) and (verb.kind in ("urge", "think") or verb.lemma in _GO_ON):
        return None  # "the last firm to promise jobs": told of the firm, not said
    if verb.infinitive and verb.kind not in ("say", "report", "call"):
        return None  # "дозволить відмовитися": nothing is said
    if verb.infinitive:
        governed = _governed(toks, at, verb)
        return verb_cue(toks, at, governed) if governed else None
    if verb.kind == "end":
        return verb_cue(toks, at, replace(verb, kind="say")) if _gives_words(toks, at) else None
    return verb_cue(toks, at, verb)


def _meant(toks: list[Tok], at: int) -> bool:
    """True for an English infinitive that a noun governs: "a plan to demand"."""
    led = at > 1 and toks[at].lang == "en" and toks[at - 1].low == "to"
    return led and toks[at - 2].verb is None and toks[at - 2].is_word


def _gives_words(toks: list[Tok], at: int) -> bool:
    """True for a verb behind a quotation, before a colon or before "that": "…», — заключил он"."""
    if at > 1 and toks[at - 2].low in (",", "!", "?", "…") and toks[at - 1].is_dash:
        return True
    if at and (toks[at - 1].passage or (at > 1 and toks[at - 2].passage)):
        return True
    ahead = [t.low for t in toks[at + 1 : at + 5]]
    return ":" in ahead or any(mark == "," and word in THAT for mark, word in pairwise(ahead))


def _governed(toks: list[Tok], at: int, infinitive: Verb) -> Verb | None:
    """The infinitive with number and gender of the verb it depends on: "не устаёт повторять тренер"."""
    for here in range(at - 1, max(-1, at - 4), -1):
        tok = toks[here]
        if not tok.is_word or tok.low in THAT:
            return None
        if tok.verb and tok.verb.finite:
            if tok.verb.lemma in ("бути", "быть"):
                return None  # "будут вспоминать": nobody has said it yet
            return replace(infinitive, gender=tok.verb.gender, plural=tok.verb.plural, finite=True)
    return None


def verb_cue(toks: list[Tok], at: int, verb: Verb) -> Cue:
    """The cue of the verb at `at`, whatever verb it is: after a quotation and a dash any verb will do."""
    span = toks[at].span
    cited = quoted(toks, at, verb) if verb.kind in ("relay", "report") else None
    if cited:
        return Cue(at, at + 1, "say", span, cited, rule="quoted-by")
    ref = subject(toks, at, verb)
    person = ref is not None and ref.mention is not None and ref.mention.kind == "person"
    relay = (verb.kind == "relay" and not (person and verb.lemma in CITES)) or (
        ref is not None
        and verb.kind in ("report", "say", "think")
        and (ref.media or passes_on(toks, at, ref))
    )
    if relay and ref is not None and in_marks(toks, ref):
        ref = replace(ref, media=True)
    return Cue(at, at + 1, verb.kind, span, ref, relay=relay, gerund=verb.gerund)
