"""The subject in front of its verb, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.quotations.candidates import AND, WALL, agrees, candidate, phrase
from copydesk.quotations.function_words import PREPOSITIONS, RELATIVE_OBLIQUE, RELATIVES, THAT
from copydesk.quotations.refs import Ref, common, joint, nominative, to_mention
from copydesk.quotations.scene import Tok
from copydesk.quotations.verbs import Verb
from copydesk.quotations.wording import is_post

REACH = 22  # tokens: a longer way than any news sentence puts between a verb and its subject


def named_in(toks: list[Tok], start: int, stop: int, verb: Verb | None) -> int | None:
    """The place of a person's name in the nominative between two tokens, if it fits the verb."""
    for at in range(start, min(stop, len(toks))):
        mention = toks[at].mention
        if mention and mention.kind == "person" and candidate(toks, at, verb):
            if at and toks[at - 1].low in PREPOSITIONS:
                continue
            return at
    return None


def _segments(toks: list[Tok], at: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas to the left of `at`, nearest first, up to a wall."""
    stop = at
    for here in range(at - 1, max(-1, at - 3 * REACH), -1):
        tok = toks[here]
        wall = tok.low in WALL or (tok.passage is not None)
        if wall or tok.low in (",", "(", ")") or tok.is_dash:
            yield here + 1, stop
            stop = here
        if wall:
            return
    yield max(0, at - 3 * REACH), stop


def before(toks: list[Tok], at: int, verb: Verb | None, *, near: bool = False) -> Ref | None:
    """The subject in front of the verb at `at`: "Іван Коваль, директор заводу, у середу заявив".

    With `near`, only the stretch that the verb itself stands in.
    """
    own = True
    for start, stop in _segments(toks, at):
        if near and not own:
            return None
        opening = toks[start].low if start < stop else ""
        second = toks[start + 1].low if start + 1 < stop else ""
        beside = stop == at  # the verb's own clause, not one that ends at its comma
        if own and beside and opening in RELATIVES:
            return _antecedent(toks, start - 2, verb)
        if (opening in RELATIVES or {opening, second} & RELATIVE_OBLIQUE) and not (own and beside):
            continue
        if opening in THAT and not own:
            continue
        found = _in_segment(toks, start, stop, verb)
        if found:
            return _apposition(toks, start, verb, found)
        if own and {opening, second} & RELATIVE_OBLIQUE and verb is not None and verb.plural:
            return None  # "…, в якому підтвердили": nobody is named
        own = own and start == stop
    return None


def _in_segment(toks: list[Tok], start: int, stop: int, verb: Verb | None) -> Ref | None:
    """The likeliest subject of one stretch: a person before a post before a body, the nearest first."""
    found: list[tuple[int, int, Ref]] = []
    names: list[int] = []
    for at in range(start, stop):
        if at and toks[at - 1].low in PREPOSITIONS:
            continue
        plural = verb is not None and verb.plural
        ref = candidate(toks, at, verb)
        if toks[at].mention and (ref or (plural and candidate(toks, at, None))):
            names.append(at)  # one of several, of whom none goes with a plural verb alone
        if ref is None:
            continue
        found.append((_rank(ref, at > start and toks[at - 1].is_word), at, ref))
    if (
        verb is not None
        and verb.plural
        and len(names) > 1
        and any(t.low in AND for t in toks[names[0] : names[-1]])
    ):
        between = next(t.text for t in toks[names[0] : names[-1]] if t.low in AND)
        join = between if len(names) == 2 else ""
        return joint(toks[names[0]], toks[names[-1]], join)
    return max(found, key=lambda f: (f[0], f[1]))[2] if found else None


def _rank(ref: Ref, led: bool) -> int:
    """How likely a subject it is; a place that a word leads is part of that word's phrase."""
    if ref.kind == "pronoun" or (ref.mention and ref.mention.kind == "person"):
        return 3
    if ref.mention and ref.mention.kind == "place" and led:
        return 0
    return 2 if ref.kind == "post" else 1


def _apposition(toks: list[Tok], start: int, verb: Verb | None, found: Ref) -> Ref:
    """The person whom the found post explains: "Іван Коваль, директор заводу, заявив"."""
    if person := _explained(toks, start, verb):
        return person
    alone = found.mention is not None and found.mention.kind != "person" and found.span == toks[start].span
    if not (found.kind == "post" or alone) or start < 2 or toks[start - 1].low not in (",", ")", "—", "-"):
        return found
    if found.span.start - toks[start].start > 25:
        return found
    at = start - 2
    if toks[at].low == ")" or toks[start - 1].low == ")":
        # "Іван Коваль (Ivan Koval), директор заводу, заявив"
        at = next((n - 1 for n in range(start - 1, 0, -1) if toks[n].low == "("), at)
    name = toks[at]
    fits = name.mention is not None and name.mention.kind == "person" and nominative(name)
    if fits and name.mention and agrees(verb, name.mention.gender, False, strict=True):
        return to_mention(name)
    return found


def _explained(toks: list[Tok], start: int, verb: Verb | None) -> Ref | None:
    """The name before a stretch that English sets off: "Ann Reed, a campaigner for the sea, said"."""
    if toks[start].lang != "en" or start < 2 or toks[start - 1].low != ",":
        return None
    name, sole = toks[start - 2], start + 1 < len(toks) and toks[start + 1].low == ","
    if not (toks[start].low in ("a", "an", "the", "of", "from", "who") or (toks[start].mention and sole)):
        return None
    person = name.mention and name.mention.kind == "person" and candidate(toks, start - 2, verb)
    return to_mention(name) if person else None


def _antecedent(toks: list[Tok], at: int, verb: Verb | None) -> Ref | None:
    """The noun that "який", "который", "who" stands for: the last name or post before the comma."""
    for here in range(at, max(-1, at - 8), -1):
        tok = toks[here]
        if tok.mention:
            owner = toks[here - 1] if here else None
            if tok.mention.kind != "person" and owner and owner.is_word and is_post(owner.low, owner.lang):
                continue  # "президент Польщі, який заявив"
            if tok.mention.kind == "person" and not agrees(verb, tok.mention.gender, False, strict=True):
                continue
            return to_mention(tok)
        if tok.is_word and is_post(tok.low, tok.lang):
            first, last = phrase(toks, here)
            return common(toks, here, first, last)
        if tok.passage or tok.low in WALL:
            return None
    return None
