"""Which token may be a speaker: by its form, and how far its phrase reaches."""

from __future__ import annotations

from dataclasses import replace

from copydesk.lexicon import words
from copydesk.model import Gender
from copydesk.quotations.function_words import PREPOSITIONS, PRONOUNS, QUANTITIES, RELATIVES, THAT
from copydesk.quotations.refs import Ref, common, is_modifier, is_platform, nominative, to_mention
from copydesk.quotations.scene import Tok
from copydesk.quotations.verbs import Verb
from copydesk.quotations.wording import adjective, is_post, listed, persons

_SPEAKING = ("bodies", "media", "documents", "web_pages")
AND = frozenset(("та", "і", "й", "и", "and", "&"))


WALL = frozenset((";", ":", ".", "!", "?", "…"))


def agrees(verb: Verb | None, gender: Gender | None, plural: bool | None, *, strict: bool = False) -> bool:
    """True where a subject of this gender and number may go with the verb's form.

    A man's word for a post goes with a woman's verb ("министр заявила"): only names and
    pronouns are `strict` about gender.
    """
    if verb is None or verb.gerund:
        return True
    if (
        plural is not None
        and verb.plural != plural
        and not (not verb.plural and verb.gender is None and not plural)
    ):
        return False
    if verb.gender is None or gender is None or verb.plural:
        return True
    return verb.gender == gender or (not strict and gender == "m" and verb.gender == "f")


def candidate(toks: list[Tok], at: int, verb: Verb | None) -> Ref | None:
    """The token at `at` as the verb's subject; None where its form, number or gender forbids."""
    tok = toks[at]
    if tok.mention:
        before, after = toks[at - 1] if at else None, toks[at + 1] if at + 1 < len(toks) else None
        return to_mention(tok, before) if _may_be_subject(tok, before, after, verb) else None
    if not tok.is_word or tok.low in THAT or tok.low in QUANTITIES:
        return None  # "як" is a beast too
    if tok.text[0].isupper() and tok.low in words("", "media"):
        return Ref("body", tok.span, head=tok.low, words=tok.text, media=True)
    if tok.low in PRONOUNS:
        gender, plural = PRONOUNS[tok.low]
        fits = agrees(verb, gender, plural, strict=True)
        return Ref("pronoun", tok.span, gender=gender, plural=plural) if fits else None
    return _common_subject(toks, at, verb)


def _may_be_subject(tok: Tok, before: Tok | None, after: Tok | None, verb: Verb | None) -> bool:
    """True for a name in the nominative that goes with the verb and depends on no post before it."""
    assert tok.mention is not None
    if not nominative(tok) or is_platform(tok):
        return False
    if tok.mention.kind == "person":
        return agrees(verb, tok.mention.gender, False, strict=True)
    if before and before.is_word and (_holds(before) or _agent(before, after) or _oblique(before)):
        return False  # "сказав глава МОЗ": whatever the case of МОЗ
    if tok.lang == "en" and after and after.is_word and is_post(after.low, "en"):
        return False  # "the Apple spokesman said"
    return verb is None or not verb.plural or _plural_name(tok)


def _agent(before: Tok, after: Tok | None) -> bool:
    """True between a participle and its noun: "свідчить оприлюднена «Ранком» записка", if it declined."""
    if after is None or not after.is_word or before.lang == "en":
        return False
    cases = after.noun.cases if after.noun else adjective(after.low, after.lang)  # "доповідна"
    return "nomn" in cases & adjective(before.low, before.lang)


def _oblique(tok: Tok) -> bool:
    """True for a kind of body in another case: "розповіли газеті «Ранок»"."""
    kind = listed(tok.low, tok.lang, "bodies") or listed(tok.low, tok.lang, "media")
    return kind and tok.noun is not None and "nomn" not in tok.noun.cases


def _holds(tok: Tok) -> bool:
    """True for a post that what follows depends on."""
    return tok.verb is None and tok.low not in THAT and is_post(tok.low, tok.lang) and tok.lang != "en"


def _plural_name(tok: Tok) -> bool:
    """True for a body whose name may go with a plural verb: an abbreviation, "Штати", "Ведомости"."""
    word = tok.text.strip("\"«»' ").split()[-1]
    return word.isupper() or word[-1:] in "иіыїs" or tok.lang == "en"


def _common_subject(toks: list[Tok], at: int, verb: Verb | None) -> Ref | None:
    tok = toks[at]
    several = persons(tok.low, tok.lang) if verb and verb.plural and tok.lang != "en" else None
    if several and not is_post(tok.low, tok.lang) and not leads(toks, at):
        return Ref("post", tok.span, head=several.lemma, words=tok.text, plural=True)
    if several and tok.noun and tok.noun.cases == {"loct"}:
        last = phrase(toks, at)[1]  # "науковці" of one who is spoken of, or several who speak
        said = " ".join(t.text for t in toks[at:last])
        return replace(common(toks, at, at, last), head=several.lemma, words=said, plural=True)
    post = is_post(tok.low, tok.lang)
    if not (post or any(listed(tok.low, tok.lang, name) for name in _SPEAKING)):
        return None
    if tok.lang != "en" and not _may_head(toks, at, verb, post):
        return None
    named = toks[at + 1].mention if at + 1 < len(toks) else None
    if named and named.kind == "organisation" and listed(tok.low, tok.lang, "media"):
        return to_mention(toks[at + 1], tok)  # "газета «Ранок»"
    owner = toks[at - 1].mention if at else None
    if tok.lang == "en" and owner and owner.kind == "organisation" and not post:
        return to_mention(toks[at - 1])  # "the GMB union said"
    first, last = phrase(toks, at)
    found = common(toks, at, first, last)
    if post and verb is not None and verb.gender is not None:
        return replace(found, gender=verb.gender, proved=True)
    return found


def _may_head(toks: list[Tok], at: int, verb: Verb | None, post: bool) -> bool:
    """True for a noun in the nominative that goes with the verb and leads no other noun."""
    noun = toks[at].noun
    if leads(toks, at) or noun is None or "nomn" not in noun.cases:
        return False
    return agrees(verb, noun.gender, noun.plural, strict=not post)


def phrase(toks: list[Tok], at: int) -> tuple[int, int]:
    """The bounds of the noun phrase around the noun at `at`: its adjectives before, its genitives after."""
    first = at
    while first and _leads_to(toks[first - 1], toks[at]):
        first -= 1
    last = at + 1
    while last < len(toks) and last - at < 10 and (_goes_on(toks[last]) or _and_another(toks, last)):
        if toks[last - 1].mention and not toks[last].mention:
            break  # "в авиакомпании Ветер действия пилотов назвали": a name ends the phrase
        last += 1
    owner = toks[last].mention if last < len(toks) else None
    if owner and owner.kind == "person" and not nominative(toks[last]):
        lang, low = toks[at].lang, toks[at].low
        if listed(low, lang, "bodies") or (last == at + 1 and listed(low, lang, "relations")):
            last += 1  # "речник Івана Коваля", "офіс прем'єра Івана Коваля"
    return first, last


def _leads_to(tok: Tok, head: Tok) -> bool:
    """True for an adjective in a case of the noun it stands before."""
    if not is_modifier(tok, head.lang) or tok.low in RELATIVES:
        return False
    return head.noun is None or bool(adjective(tok.low, head.lang) & head.noun.cases)


def leads(toks: list[Tok], at: int) -> bool:
    """True for a word that only could be a noun, and has its noun behind it: "польський президент"."""
    behind = toks[at + 1] if at + 1 < len(toks) else None
    if behind is None or not behind.is_word or behind.noun is None or behind.verb is not None:
        return False
    shared = adjective(toks[at].low, toks[at].lang) & behind.noun.cases
    return bool(shared) and toks[at].low not in words(toks[at].lang, "substantives")


def _goes_on(tok: Tok) -> bool:
    """True for what may follow a noun in its phrase: genitives, adjectives, names of no persons."""
    if tok.mention:
        return tok.mention.kind != "person"
    if not tok.is_word or tok.low in PREPOSITIONS or tok.low in THAT or tok.verb is not None:
        return False
    noun = tok.noun
    return (noun is not None and bool(noun.cases & {"gent", "gen2"})) or (
        is_modifier(tok, tok.lang) and "gent" in adjective(tok.low, tok.lang)
    )


def _and_another(toks: list[Tok], at: int) -> bool:
    """True for an "and" between two genitives: "міністерство освіти і науки"."""
    after = toks[at + 1] if at + 1 < len(toks) else None
    return (
        toks[at].low in AND and after is not None and not after.mention
        and _goes_on(toks[at - 1]) and not toks[at - 1].mention and _goes_on(after)
    )  # fmt: skip


def segment_stop(toks: list[Tok], at: int) -> int:
    """The first token from `at` on that ends a stretch of nouns: a mark, a passage or a verb."""
    for here in range(at, len(toks)):
        if toks[here].low in (",", *WALL) or toks[here].passage or toks[here].is_dash:
            return here
        if toks[here].verb is not None and not toks[here].noun:
            return here
    return len(toks)
