"""Which token may be a speaker: by its form, and how far its phrase reaches."""

from __future__ import annotations

from copydesk.lexicon import words
from copydesk.model import Gender
from copydesk.quotations.function_words import PREPOSITIONS, PRONOUNS, RELATIVES, THAT
from copydesk.quotations.refs import Ref, common, is_modifier, is_platform, nominative, to_mention
from copydesk.quotations.scene import Tok
from copydesk.quotations.wording import Verb, adjective, is_post, listed

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
    before = toks[at - 1] if at else None
    if tok.mention:
        if not nominative(tok) or is_platform(tok):
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
        return (
            Ref("pronoun", tok.span, gender=gender, plural=plural)
            if agrees(verb, gender, plural, strict=True)
            else None
        )
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
        if (
            noun is None
            or "nomn" not in noun.cases
            or not agrees(verb, noun.gender, noun.plural, strict=not post)
        ):
            return None
    named = toks[at + 1] if at + 1 < len(toks) else None
    if (
        named
        and named.mention
        and named.mention.kind == "organisation"
        and listed(tok.low, tok.lang, "media")
    ):
        return to_mention(named, tok)  # "газета «Ранок»"
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
    """True for what may follow a noun in its phrase: genitives, adjectives, names of no persons."""
    if tok.mention:
        return tok.mention.kind != "person"
    if not tok.is_word or tok.low in PREPOSITIONS or tok.low in THAT or tok.verb is not None:
        return False
    noun = tok.noun
    return (noun is not None and bool(noun.cases & {"gent", "gen2"})) or (
        is_modifier(tok, tok.lang) and "gent" in adjective(tok.low, tok.lang)
    )


def segment_stop(toks: list[Tok], at: int) -> int:
    """The first token from `at` on that ends a stretch of nouns: a mark, a passage or a verb."""
    for here in range(at, len(toks)):
        if toks[here].low in (",", *WALL) or toks[here].passage or toks[here].is_dash:
            return here
        if toks[here].verb is not None and not toks[here].noun:
            return here
    return len(toks)
