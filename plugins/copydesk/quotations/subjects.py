"""Finds who a verb or a phrase of saying belongs to, among the tokens of its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.lexicon import words
from copydesk.model import Gender, Span
from copydesk.quotations.refs import Ref, common, is_modifier, joint, nominative, to_mention
from copydesk.quotations.scene import Tok
from copydesk.quotations.wording import (
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE_OBLIQUE,
    RELATIVES,
    THAT,
    Verb,
    adjective,
    is_post,
    listed,
)

_AND = frozenset(("та", "і", "й", "и", "and", "&"))
_WALL = frozenset((";", ":", ".", "!", "?", "…"))
REACH = 22  # tokens: a longer way than any news sentence puts between a verb and its subject


def agrees(verb: Verb | None, gender: Gender | None, plural: bool | None, *, strict: bool = False) -> bool:
    """True where a subject of this gender and number may go with the verb's form.

    A man's word for a post goes with a woman's verb ("министр заявила"): only names and
    pronouns are `strict` about gender.
    """
    if verb is None or verb.gerund:
        return True
    if plural is not None and verb.plural != plural and not (not verb.plural and verb.gender is None and not plural):
        return False
    if verb.gender is None or gender is None or verb.plural:
        return True
    return verb.gender == gender or (not strict and gender == "m" and verb.gender == "f")


def candidate(toks: list[Tok], at: int, verb: Verb | None) -> Ref | None:
    """The token at `at` as the verb's subject; None where its form, number or gender forbids."""
    tok = toks[at]
    before = toks[at - 1] if at else None
    if tok.mention:
        if not nominative(tok):
            return None
        person = tok.mention.kind == "person"
        if not person and verb is not None and verb.plural and not _plural_name(tok):
            return None
        if person and not agrees(verb, tok.mention.gender, False, strict=True):
            return None
        return to_mention(tok, before)
    if not tok.is_word:
        return None
    if tok.text[0].isupper() and tok.low in words("", "media"):
        return Ref("body", tok.span, head=tok.low, words=tok.text, media=True)
    if tok.low in PRONOUNS:
        gender, plural = PRONOUNS[tok.low]
        return Ref("pronoun", tok.span, gender=gender, plural=plural) if agrees(verb, gender, plural, strict=True) else None
    return _common_subject(toks, at, verb)


def _plural_name(tok: Tok) -> bool:
    """True for a body whose name may go with a plural verb: an abbreviation, "Штати", "Ведомости"."""
    word = tok.text.strip("\"«»' ").split()[-1]
    return word.isupper() or word[-1:] in "иіыїs" or tok.lang == "en"


def _common_subject(toks: list[Tok], at: int, verb: Verb | None) -> Ref | None:
    tok = toks[at]
    post = is_post(tok.low, tok.lang)
    if not (post or listed(tok.low, tok.lang, "bodies") or listed(tok.low, tok.lang, "media")
            or listed(tok.low, tok.lang, "documents")):  # fmt: skip
        return None
    if tok.lang != "en":
        noun = tok.noun
        if leads(toks, at):
            return None
        if noun is None or "nomn" not in noun.cases or not agrees(verb, noun.gender, noun.plural, strict=not post):
            return None
    first, last = phrase(toks, at)
    return common(toks, at, first, last)


def phrase(toks: list[Tok], at: int) -> tuple[int, int]:
    """The bounds of the noun phrase around the noun at `at`: its adjectives before, its genitives after."""
    first = at
    while first and is_modifier(toks[first - 1], toks[at].lang) and toks[first - 1].low not in RELATIVES:
        first -= 1
    last = at + 1
    while last < len(toks) and last - at < 10 and _goes_on(toks[last]):
        last += 1
    if last == at + 1 and last < len(toks) and listed(toks[at].low, toks[at].lang, "relations"):
        owner = toks[last].mention
        if owner and owner.kind == "person" and not nominative(toks[last]):
            last += 1  # "речник Івана Коваля"
    return first, last


def leads(toks: list[Tok], at: int) -> bool:
    """True for a word that only could be a noun, and has its noun behind it: "польський президент"."""
    behind = toks[at + 1] if at + 1 < len(toks) else None
    if behind is None or not behind.is_word or behind.noun is None or behind.verb is not None:
        return False
    shared = adjective(toks[at].low, toks[at].lang) & behind.noun.cases
    return bool(shared) and toks[at].low not in words(toks[at].lang, "substantives")


def _goes_on(tok: Tok) -> bool:
    """True for what may follow a noun in its phrase: genitives, their adjectives, names that are not persons."""
    if tok.mention:
        return tok.mention.kind != "person"
    if not tok.is_word or tok.low in PREPOSITIONS or tok.low in THAT or tok.verb is not None:
        return False
    noun = tok.noun
    return (noun is not None and bool(noun.cases & {"gent", "gen2"})) or is_modifier(tok, tok.lang)


def named_in(toks: list[Tok], start: int, stop: int, verb: Verb | None) -> int | None:
    """The place of a person's name in the nominative between two tokens, if it fits the verb."""
    for at in range(start, min(stop, len(toks))):
        mention = toks[at].mention
        if mention and mention.kind == "person" and candidate(toks, at, verb):
            if at and toks[at - 1].low in PREPOSITIONS:
                continue
            return at
    return None


def after(toks: list[Tok], at: int, verb: Verb | None) -> Ref | None:
    """The subject behind the verb at `at`: "…, — заявив у середу міністр Іван Коваль"."""
    best: Ref | None = None
    stop = _right_wall(toks, at)
    here = at + 1
    while here < stop:
        tok = toks[here]
        if tok.low in PREPOSITIONS:
            here = _past_prepositional(toks, here, stop)
            continue
        found = candidate(toks, here, verb)
        if found:
            if found.kind in ("name", "pronoun") and (found.mention is None or found.mention.kind == "person"):
                return _with_partner(toks, here, verb, found)
            if best is None or (best.media and not found.media):
                best = found
        if tok.low == "," and best is not None:
            break
        here += 1
    if best is not None and best.kind in ("post", "body") and here < len(toks) and toks[here].low == ",":
        # "обіцяв лідер партії, проповідник Іван Коваль"
        name = named_in(toks, here + 1, _segment_stop(toks, here + 1), verb)
        if name is not None and best.kind == "post":
            return to_mention(toks[name])
    return best


def _right_wall(toks: list[Tok], at: int) -> int:
    """How far to the right a subject may stand: to the next verb, quotation, dash or stop."""
    commas = 0
    for here in range(at + 1, min(len(toks), at + REACH)):
        tok = toks[here]
        if tok.passage or tok.low in _WALL or tok.is_dash or tok.low in THAT or tok.low in RELATIVES | RELATIVE_OBLIQUE:
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
    while here < stop and toks[here].is_word and toks[here].noun is None and not toks[here].low == ",":
        here += 1
    here += 1
    while here < stop and toks[here].mention and toks[here].mention.kind != "person":  # type: ignore[union-attr]
        here += 1
    return here


def _segment_stop(toks: list[Tok], at: int) -> int:
    for here in range(at, len(toks)):
        if toks[here].low in (",", *_WALL) or toks[here].passage or toks[here].is_dash:
            return here
        if toks[here].verb is not None and not toks[here].noun:
            return here
    return len(toks)


def _with_partner(toks: list[Tok], at: int, verb: Verb | None, found: Ref) -> Ref:
    """The name, or several speakers where a plural verb has another name by its side."""
    if verb is None or not verb.plural or found.kind != "name":
        return found
    for near in (at - 2, at + 2):
        if 0 <= near < len(toks) and toks[(at + near) // 2].low in _AND and toks[near].mention:
            return joint(toks[min(at, near)], toks[max(at, near)])
    return found


def _segments(toks: list[Tok], at: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas to the left of `at`, nearest first, up to a wall."""
    stop = at
    for here in range(at - 1, max(-1, at - 3 * REACH), -1):
        tok = toks[here]
        wall = tok.low in _WALL or (tok.passage is not None)
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
        if own and opening in RELATIVES:
            return _antecedent(toks, start - 2, verb)
        if (opening in RELATIVES or {opening, second} & RELATIVE_OBLIQUE) and not own:
            continue
        if opening in THAT and not own:
            continue
        found = _in_segment(toks, start, stop, verb)
        if found:
            return _apposition(toks, start, verb, found)
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
        ref = candidate(toks, at, verb) or (candidate(toks, at, None) if plural and toks[at].mention else None)
        if ref is None:
            continue
        if ref.mention:
            names.append(at)
        rank = 3 if (ref.mention and ref.mention.kind == "person") or ref.kind == "pronoun" else 2 if ref.kind == "post" else 1
        if ref.mention and ref.mention.kind == "place" and at > start and toks[at - 1].is_word:
            rank = 0
        found.append((rank, at, ref))
    if verb is not None and verb.plural and len(names) > 1 and any(t.low in _AND for t in toks[names[0] : names[-1]]):
        return joint(toks[names[0]], toks[names[-1]])
    return max(found, key=lambda f: (f[0], f[1]))[2] if found else None


def _apposition(toks: list[Tok], start: int, verb: Verb | None, found: Ref) -> Ref:
    """The person whom the found post explains: "Іван Коваль, директор заводу, заявив"."""
    alone = found.mention is not None and found.mention.kind != "person" and found.span == toks[start].span
    if not (found.kind == "post" or alone) or start < 2 or toks[start - 1].low not in (",", ")", "—", "-"):
        return found
    if found.span.start - toks[start].start > 25:
        return found
    name = toks[start - 2]
    if name.low == ")" or name.low == ",":
        name = next((t for t in reversed(toks[: start - 2]) if t.mention), name)
    if name.mention and name.mention.kind == "person" and nominative(name) and agrees(verb, name.mention.gender, False, strict=True):
        return to_mention(name)
    return found


def _antecedent(toks: list[Tok], at: int, verb: Verb | None) -> Ref | None:
    """The noun that "який", "который", "who" stands for: the last name or post before the comma."""
    for here in range(at, max(-1, at - 8), -1):
        tok = toks[here]
        if tok.mention:
            if tok.mention.kind == "person" and not agrees(verb, tok.mention.gender, False, strict=True):
                continue
            return to_mention(tok)
        if tok.is_word and is_post(tok.low, tok.lang):
            first, last = phrase(toks, here)
            return common(toks, here, first, last)
        if tok.passage or tok.low in _WALL:
            return None
    return None


def whose(toks: list[Tok], at: int) -> Ref | None:
    """The phrase that starts at `at` in any case: "(за словами) речника уряду Івана Коваля"."""
    stop = _segment_stop(toks, at)
    head: int | None = None
    person: int | None = None
    for here in range(at, min(stop, at + 14)):
        tok = toks[here]
        if tok.mention and tok.mention.kind == "person":
            person = here
            break
        if head is None and (tok.mention or (tok.is_word and (is_post(tok.low, tok.lang) or listed(tok.low, tok.lang, "bodies")
                             or listed(tok.low, tok.lang, "media") or listed(tok.low, tok.lang, "documents")))):  # fmt: skip
            head = None if tok.is_word and leads(toks, here) else here
        elif tok.is_word and (tok.low in PREPOSITIONS or tok.low in RELATIVES):
            break
    if person is not None and not (head == person - 1 and toks[head].is_word and listed(toks[head].low, toks[head].lang, "relations")):
        after_name = person + 2
        if after_name < len(toks) and toks[person + 1].low in _AND and toks[after_name].mention:
            return joint(toks[person], toks[after_name])
        return to_mention(toks[person])
    if head is None:
        return None
    if toks[head].mention:
        return to_mention(toks[head], toks[head - 1])
    first, last = phrase(toks, head)
    return common(toks, head, max(first, at), last)


def within(toks: list[Tok], start: int, stop: int) -> Ref | None:
    """A body in which something is said: "(додали) в адміністрації президента", "в нем"."""
    for at in range(start, min(stop, len(toks))):
        tok = toks[at]
        if tok.low not in ("в", "у", "на", "во"):
            continue
        if at + 1 < len(toks) and toks[at + 1].low in ("нем", "ньому", "ней", "ній", "нього"):
            return Ref("pronoun", Span(tok.start, toks[at + 1].stop), head="body")
        for here in range(at + 1, min(at + 6, len(toks))):
            near = toks[here]
            if near.mention and near.mention.kind == "organisation":
                return to_mention(near, toks[here - 1])
            if near.is_word and (listed(near.low, near.lang, "bodies") or listed(near.low, near.lang, "media")):
                first, last = phrase(toks, here)
                return common(toks, here, here, last)
            if not is_modifier(near, near.lang):
                break
    return None
