"""The subject of a verb of saying, wherever it stands."""

from __future__ import annotations

from copydesk.quotations import subjects
from copydesk.quotations.behind import after
from copydesk.quotations.candidates import WALL, agrees
from copydesk.quotations.function_words import PREPOSITIONS, RELATIVE_OBLIQUE, RELATIVES
from copydesk.quotations.owners import body_at, whose, within
from copydesk.quotations.refs import Ref, to_mention
from copydesk.quotations.scene import Tok
from copydesk.quotations.verbs import Verb, is_predicate

_WHERE = frozenset(("де", "где"))


def subject(toks: list[Tok], at: int, verb: Verb) -> Ref | None:
    """Who the verb at `at` belongs to: behind it after a quotation, else before it."""
    behind = toks[at - 1].passage is not None or _after_quotation(toks, at) if at else False
    if toks[at].lang == "en":
        return _english_subject(toks, at, verb, behind)
    if verb.plural and (there := _there(toks, at)):
        return there
    later = after(toks, at, verb) if not verb.gerund else None
    own = subjects.before(toks, at, verb, near=True)
    if later and later.media and verb.plural and (body := within(toks, at + 1, at + 7)):
        return body  # "пояснили «Ъ» в пресс-службе"
    if verb.plural and _clause_before(toks, at) and (body := within(toks, at + 1, at + 7)):
        return body  # "Гідромет закрив станції Лан і Рось, повідомили на сайті служби"
    if later and (behind or (at and toks[at - 1].low == "," and _closes(toks, at, verb, own, later))):
        return later
    if own and not (own.media and later and not later.media and verb.kind in ("report", "relay")):
        return own
    if verb.plural and (body := within(toks, at + 1, at + 7) or _body_before(toks, at)):
        return later if later and later.mention and later.mention.kind == "person" else body
    if later and not later.media:
        return later
    return (None if behind else subjects.before(toks, at, verb)) or later


def _closes(toks: list[Tok], at: int, verb: Verb, own: Ref | None, later: Ref) -> bool:
    """True where ", verb subject" ends a sentence: the subject is then behind the verb, not before it."""
    if verb.kind == "relay" or (later.media and later.mention is None):
        return True
    person = own is not None and (own.kind in ("post", "pronoun") or (own.mention is not None
                                  and own.mention.kind == "person"))  # fmt: skip
    return not person or (not later.media and _clause_before(toks, at))


def _clause_before(toks: list[Tok], at: int) -> bool:
    """True where a whole clause ends right before the verb: "Міст відкрито у травні, сказав мер"."""
    if not at or toks[at - 1].low != ",":
        return False
    start = at - 1
    while start and not (toks[start - 1].low in (",", *WALL) or toks[start - 1].passage):
        start -= 1
    if {t.low for t in toks[start : start + 2]} & (RELATIVES | RELATIVE_OBLIQUE):
        return False
    return any(t.verb and t.verb.finite and not t.noun for t in toks[start : at - 1])


def _body_before(toks: list[Tok], at: int) -> Ref | None:
    """As in "В адміністрації президента повідомили": the place where it was said stands first."""
    start = at
    if at > 2 and toks[at - 1].low == "," and toks[at - 3].low == "," and toks[at - 2].is_word:
        start = at - 3  # "В русі «Парус», навпаки, пообіцяли"
    elif at > 2 and toks[at - 1].low == ",":  # "В компанії, якою керує Лис, пообіцяли"
        opens = (n for n in range(at - 2, 1, -1) if toks[n].low == ",")
        comma = next(opens, 0)
        start = comma if {t.low for t in toks[comma + 1 : comma + 3]} & (RELATIVES | RELATIVE_OBLIQUE) else at
    while start and not (toks[start - 1].passage or toks[start - 1].low in (",", ":", "—")):
        start -= 1
    return within(toks, start, min(start + 4, at))


def _there(toks: list[Tok], at: int) -> Ref | None:
    """The body a clause with "where" goes on from: "(звернулися) до пресслужби заводу, де пояснили"."""
    where = next((n for n in range(at - 1, max(1, at - 4), -1) if toks[n].low in _WHERE), 0)
    if where < 2 or toks[where - 1].low != "," or any(t.noun or t.mention for t in toks[where + 1 : at]):
        return None
    for here in range(where - 2, max(-1, where - 10), -1):
        if toks[here].passage or toks[here].low in (",", *WALL):
            return None
        if toks[here].low in PREPOSITIONS:
            return body_at(toks, here + 1)
    return None


def _english_subject(toks: list[Tok], at: int, verb: Verb, behind: bool) -> Ref | None:
    if _passive(toks, at, verb):
        return whose(toks, at + 2) if at + 1 < len(toks) and toks[at + 1].low == "by" else None
    name = toks[at - 1] if at else None
    if verb.gerund and name and name.mention and name.mention.kind == "person":
        return to_mention(name)  # "with Anna Reed saying"
    own = subjects.before(toks, at, verb, near=True)
    if own:
        return own
    if at and toks[at - 1].low == "," and not behind and (later := _inverted(toks, at, verb)):
        return later
    if behind and verb.lemma != "tell":
        return after(toks, at, verb)
    return subjects.before(toks, at, verb)


def _inverted(toks: list[Tok], at: int, verb: Verb) -> Ref | None:
    """The person right behind the verb that ends a clause: "The bridge is shut, said Ann Reed"."""
    later = after(toks, at, verb) if verb.finite and verb.lemma != "tell" else None
    named = later is not None and later.mention is not None and later.kind == "name"
    clause = any(t.is_word and is_predicate(t.low, t.lang) for t in toks[: at - 1])
    return later if named and later and clause else None


_BE = frozenset(("was", "were", "is", "are", "be", "been", "being", "am"))
_AS_SAYING = frozenset(("quote", "cite", "report"))  # "was quoted as saying" is said by the one quoted


def _passive(toks: list[Tok], at: int, verb: Verb) -> bool:
    """True for "was described as", "has been widely praised": the subject is who it was said of."""
    before = [t.low for t in toks[max(0, at - 2) : at]]
    adverb = bool(before) and before[-1].endswith("ly")
    be = bool(_BE & set(before[-2:] if adverb else before[-1:]))
    return be and not verb.gerund and verb.lemma not in _AS_SAYING


def _after_quotation(toks: list[Tok], at: int) -> bool:
    """True where only a comma, a dash and a few small words stand between a quotation and the verb."""
    for here in range(at - 1, max(-1, at - 6), -1):
        if toks[here].passage:
            return True
        if (
            not (toks[here].low in (",", "!", "?", "…", ".") or toks[here].is_dash or toks[here].is_word)
            or toks[here].noun
        ):
            return False
    return False


def goes_with(verb: Verb | None, ref: Ref | None) -> bool:
    """False where the verb's number or gender is not that of the subject of an earlier verb."""
    if verb is None or ref is None or verb.infinitive:
        return True
    person = ref.kind in ("post", "pronoun") or (ref.mention is not None and ref.mention.kind == "person")
    return not person or agrees(verb, ref.gender, ref.plural)
