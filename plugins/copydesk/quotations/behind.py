"""The subject behind its verb: "…», — заявив у середу міністр Іван Коваль"."""

from __future__ import annotations

from copydesk.lexicon import words
from copydesk.quotations.candidates import AND, WALL, agrees, candidate, segment_stop
from copydesk.quotations.function_words import PREPOSITIONS, RELATIVE_OBLIQUE, RELATIVES, THAT
from copydesk.quotations.refs import Ref, joint, nominative, to_mention
from copydesk.quotations.scene import Tok
from copydesk.quotations.subjects import REACH, named_in
from copydesk.quotations.verbs import Verb

_STOPS = WALL | THAT | RELATIVES | RELATIVE_OBLIQUE


def after(toks: list[Tok], at: int, verb: Verb | None) -> Ref | None:
    """The subject behind the verb at `at`: "…, — заявив у середу міністр Іван Коваль"."""
    best: Ref | None = None
    here = _past_gerund(toks, at)
    stop = _right_wall(toks, here - 1)
    while here < stop and not (toks[here].low == "," and best is not None):
        if toks[here].low in PREPOSITIONS:
            here = _past_prepositional(toks, here, stop)
            continue
        found = _two(toks, here, verb) or candidate(toks, here, verb)
        if found and _is_person(found):
            return _with_partner(toks, here, verb, found)
        if found and (named := _holder(toks, here, verb)):
            return named
        if found and (best is None or (best.media and not found.media)):
            best = found
        here += 1
    if best is not None and best.kind == "post" and here < len(toks) and toks[here].low == ",":
        # "обіцяв лідер партії, проповідник Іван Коваль"
        name = named_in(toks, here + 1, segment_stop(toks, here + 1), verb)
        return to_mention(toks[name]) if name is not None else best
    return best


def _past_gerund(toks: list[Tok], at: int) -> int:
    """Behind the verb, and behind a gerund's clause right after it: "сказав, відкриваючи збори, Іван Лис"."""
    going = toks[at + 2].verb if at + 2 < len(toks) and toks[at + 1].low == "," else None
    if going is None or not going.gerund:
        return at + 1
    clause = range(at + 3, min(len(toks), at + REACH))
    end = next((n for n in clause if toks[n].low == "," or toks[n].low in WALL or toks[n].passage), at)
    return end + 1 if toks[end].low == "," else at + 1


def _holder(toks: list[Tok], at: int, verb: Verb | None) -> Ref | None:
    """The person named right behind a body: "зазначив CEO Ryanair Іван Коваль", whatever the case."""
    body, name = toks[at].mention, toks[at + 1].mention if at + 1 < len(toks) else None
    if body is None or body.kind != "organisation" or name is None or name.kind != "person":
        return None
    singular = verb is not None and not verb.plural
    return to_mention(toks[at + 1]) if singular and agrees(verb, name.gender, False, strict=True) else None


def _is_person(ref: Ref) -> bool:
    if ref.mention is not None:
        return ref.mention.kind == "person"
    return ref.kind in ("name", "pronoun", "joint")


def _right_wall(toks: list[Tok], at: int) -> int:
    """How far to the right a subject may stand: to the next verb, quotation, dash or stop."""
    commas = 0
    for here in range(at + 1, min(len(toks), at + REACH)):
        tok = toks[here]
        if tok.low == "." and len(toks[here - 1].text) == 1 and toks[here - 1].text.isupper():
            continue  # an initial: "сказала Т. Гай"
        if tok.passage or tok.is_dash or tok.low in _STOPS:
            return here
        if tok.verb is not None and not tok.noun and here > at + 1:
            return here
        if tok.low == ",":
            commas += 1
            if commas > 2:
                return here
    return min(len(toks), at + REACH)


def _past_prepositional(toks: list[Tok], here: int, stop: int) -> int:
    """The first token after a preposition and its noun, with the names tied to that noun."""
    here += 1
    if here < stop and toks[here].low in words(toks[here].lang, "oblique_pronouns"):
        return here + 1  # "розповідає про нього Іван Лис"
    while here < stop and toks[here].is_word and toks[here].noun is None and toks[here].low != ",":
        here += 1
    here += 1
    while here < stop and toks[here].mention and toks[here].mention.kind != "person":  # type: ignore[union-attr]
        here += 1
    return here


def _two(toks: list[Tok], at: int, verb: Verb | None) -> Ref | None:
    """Two persons of one plural verb: "пишуть журналісти Іван Лис і Павло Дуб"."""
    if verb is None or not verb.plural or at + 2 >= len(toks) or toks[at + 1].low not in AND:
        return None
    names = (toks[at], toks[at + 2])
    if not all(t.mention and t.mention.kind == "person" and nominative(t) for t in names):
        return None
    return joint(*names, toks[at + 1].text)


def _with_partner(toks: list[Tok], at: int, verb: Verb | None, found: Ref) -> Ref:
    """The name, or several speakers where a plural verb has another name by its side."""
    if verb is None or not verb.plural or found.kind != "name":
        return found
    for near in (at - 2, at + 2):
        if 0 <= near < len(toks) and toks[(at + near) // 2].low in AND and toks[near].mention:
            return joint(toks[min(at, near)], toks[max(at, near)], toks[(at + near) // 2].text)
    return found
