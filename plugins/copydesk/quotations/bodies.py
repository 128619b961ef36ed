"""Bodies without their name: "в авіакомпанії", "прес-служба відомства" are those the article named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from copydesk.lexicon import rows, words
from copydesk.model import Lang
from copydesk.quotations.candidates import phrase
from copydesk.quotations.function_words import PREPOSITIONS
from copydesk.quotations.memory import Reader, Speaker, of_mention
from copydesk.quotations.people import nations
from copydesk.quotations.refs import Ref, common, is_platform, nominative, to_mention
from copydesk.quotations.scene import Sentence, Tok
from copydesk.quotations.wording import fold, lemma

_ANY_BODY = frozenset(("ведомство", "відомство"))  # said of a ministry, and of any body of the state
_NEAR = 3  # sentences in which "the company" is still the one that spoke


@cache
def families(lang: Lang) -> dict[str, str]:
    """The kind that a common noun for a body belongs to: "авіакомпанія" is a company; itself if alone."""
    return {fold(row[0]): row[1] if len(row) > 1 and row[1] else fold(row[0]) for row in rows(lang, "bodies")}


def family(word: str, lang: Lang) -> str | None:
    """The kind of body that this word names, in any form; None for other words."""
    known = families(lang)
    return known.get(fold(word)) or known.get(lemma(fold(word), lang))


def body(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    """A ministry, a company: by its own words where they say which, else the one that the article named."""
    lang = reader.scene.lang
    if ref.owner and ref.owner.kind == "organisation" and family(ref.head, lang) == "company":
        return of_mention(ref.owner, ref.span, 0.85)  # "в авиакомпании «Ветер»": the company itself
    kinds = {kind for word in ref.tied if (kind := family(word, lang))}
    if ref.tied and ref.words and not (ref.owner is None and len(ref.tied) == 1 and kinds):
        return Speaker(ref.words, ref.span, "role", 0.8 if _told_apart(ref, lang) else 0.5)
    memory = reader.memory
    if ref.media:
        media = memory.media
        return replace(media, span=ref.span, resolved="role", weight=0.75) if media else _nobody(ref)
    wanted = next(iter(kinds), family(ref.head, lang))
    named = _named(wanted, ref, reader)
    if named is not None:
        return replace(named, span=ref.span)
    if ref.head in _ANY_BODY:
        wanted = None
    near = memory.body and sentence.number - memory.body_at <= _NEAR
    if (
        memory.body
        and near
        and _may_be(memory.body, wanted, lang, itself=ref.head in words(lang, "institutions"))
    ):
        return replace(memory.body, span=ref.span, resolved="role", weight=0.7)
    spoken = {name for name in memory.bodies if wanted in {family(word, lang) for word in name.split()}}
    if wanted is not None and len(spoken) == 1:
        return Speaker(spoken.pop(), ref.span, "role", 0.7)
    if wanted == "company" and (acting := _acting(ref, sentence)):
        return Speaker(acting, ref.span, "role", 0.7)
    return _nobody(ref)


def acted(sentence: Sentence, ref: Ref, reader: Reader) -> str | None:
    """The one body that did something in the sentence before: "Суд заборонив мітинг. У рішенні сказано…"."""
    before = reader.scene.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.block != sentence.block:
        return None
    decision = ref.head in words(reader.scene.lang, "decisions")
    return _acting(ref, before) or (_kind_acting(before) if decision else None)


def _kind_acting(sentence: Sentence) -> str | None:
    """A body named by its kind at the head of its sentence: "Окружний суд заборонив мітинг"."""
    toks = sentence.toks
    head = next((n for n, t in enumerate(toks[:4]) if t.is_word and family(t.low, t.lang)), None)
    noun = toks[head].noun if head is not None else None
    if head is None or noun is None or "nomn" not in noun.cases:
        return None
    first, last = phrase(toks, head)
    named = common(toks, head, first, last)
    return named.words if first == 0 and named.tied else None


def _acting(ref: Ref, sentence: Sentence) -> str | None:
    """The one body that does something in the sentence: «"Ранок" відкрив цех, сказано у звіті компанії»."""
    earlier = [t for t in sentence.toks if t.stop <= ref.span.start]
    names: set[str] = set()
    for before, tok in zip([None, *earlier], earlier, strict=False):
        if tok.mention is None or tok.mention.kind != "organisation" or is_platform(tok):
            continue
        led = before is not None and before.low in PREPOSITIONS
        led = led or (before is not None and _depends(tok, before))
        if nominative(tok) and not led and not to_mention(tok, before).media:
            names.add(tok.mention.name)
    return names.pop() if len(names) == 1 else None


def _depends(tok: Tok, before: Tok) -> bool:
    """True for a name that never declines behind a noun for somebody else: "аналітики ВООЗ"."""
    fixed = tok.text.isascii() or tok.text.isupper()
    return fixed and before.noun is not None and family(before.low, tok.lang) is None


def _told_apart(ref: Ref, lang: Lang) -> bool:
    """False for "российская компания": of companies a state has more than one."""
    return family(ref.head, lang) != "company" or not ref.tied <= nations(lang).keys()


def _may_be(known: Speaker, wanted: str | None, lang: Lang, *, itself: bool) -> bool:
    """False where the body's own words tell another kind: "уряд" is no "комісія з етики".

    A word that needs no other name (`itself`: "следствие") must be told by that name.
    """
    told = {kind for word in (known.name or "").split() if (kind := family(word, lang))}
    return (not itself and (wanted is None or not told)) or wanted in told


def _nobody(ref: Ref) -> Speaker:
    """The words for a body of a body ("пресс-служба завода"); nobody for "у компанії" alone."""
    words = ref.words if ref.tied else None
    return Speaker(words, ref.span, "role", 0.7 if words else 0.0)


def _named(wanted: str | None, ref: Ref, reader: Reader) -> Speaker | None:
    """The one body of the wanted kind that was named before; None for none, or for several."""
    found: set[str] = set()
    others: Counter[str] = Counter()
    for before, tok in _organisations(reader):
        if tok.start >= ref.span.start:
            break
        assert tok.mention is not None
        kinds = _kinds(before, tok)
        if wanted is not None and wanted in kinds:
            found.add(tok.mention.name)
        elif not kinds:
            others[tok.mention.name] += 1
    if not found and wanted == "company" and (name := _foremost(others)):
        return Speaker(name, ref.span, "role", 0.66)  # companies often go without a word for what they are
    return Speaker(found.pop(), ref.span, "role", 0.78) if len(found) == 1 else None


def _foremost(names: Counter[str]) -> str | None:
    """The only name, or the one that comes at least twice as often as any other."""
    first = names.most_common(2)
    return first[0][0] if first and (len(first) == 1 or first[0][1] >= 2 * first[1][1]) else None


def _organisations(reader: Reader) -> Iterator[tuple[Tok | None, Tok]]:
    for sentence in reader.scene.sentences:
        for at, tok in enumerate(sentence.toks):
            mention = tok.mention
            if mention is None or mention.kind != "organisation" or is_platform(tok):
                continue
            before = sentence.toks[at - 1] if at else None
            if not to_mention(tok, before).media:
                yield before, tok


def _kinds(before: Tok | None, tok: Tok) -> set[str | None]:
    """The kinds of body that the word before the name, or the name's own words, tell."""
    assert tok.mention is not None
    own = fold(tok.mention.name).split()
    told = {family(word, tok.lang) for word in own}
    told |= {family(before.low, tok.lang)} if before and before.is_word else set()
    if own and own[0].startswith(("мін", "мин")) and len(own[0]) > 4:
        told.add("ministry")
    return told - {None}
