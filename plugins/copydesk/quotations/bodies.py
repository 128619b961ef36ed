"""Bodies without their name: "в авіакомпанії", "прес-служба відомства" are those the article named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from copydesk.lexicon import rows, words
from copydesk.model import Lang
from copydesk.quotations.acting import NEAR, acting_in, lately
from copydesk.quotations.families import family
from copydesk.quotations.memory import Reader, Speaker, of_mention
from copydesk.quotations.people import nations
from copydesk.quotations.refs import Ref, is_platform, to_mention
from copydesk.quotations.scene import Sentence, Tok
from copydesk.quotations.wording import fold, lemma

_CENTRAL = frozenset(("нбу", "цб", "нацбанк", "центробанк"))
_NATIONAL = frozenset(("національний", "центральний", "национальный", "центральный"))
_ANY_BODY = frozenset(
    ("ведомство", "відомство", "організація", "организация", "установа", "учреждение")
)  # said of a ministry, and of any body of the state


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
        media = _newsroom(ref, sentence, reader) or memory.media
        if media is None:
            return _nobody(ref)
        return replace(media, span=ref.span, resolved="role", weight=min(media.weight, 0.88))
    if _short(ref, lang):
        return Speaker(ref.words, ref.span, "named", 0.8)  # "Мінекономіки", "ДСНС": its own short name
    wanted = next(iter(kinds), family(ref.head, lang))
    beside = _beside(ref, sentence, reader) if wanted == "company" else None
    named = beside or _named(wanted, ref, reader)
    if named is not None:
        return replace(named, span=ref.span)
    if {ref.head, *ref.tied} & _ANY_BODY:
        wanted = None
    near = memory.body and sentence.number - memory.body_at <= NEAR
    if (
        memory.body
        and near
        and _may_be(
            memory.body, wanted, lang, itself=bool(ref.tied) or ref.head in words(lang, "institutions")
        )
    ):
        return replace(memory.body, span=ref.span, resolved="role", weight=0.7)
    spoken = {name for name in memory.bodies if wanted in {family(word, lang) for word in name.split()}}
    if wanted is not None and len(spoken) == 1:
        return Speaker(spoken.pop(), ref.span, "role", 0.7)
    if wanted == "company" and (acting := acting_in(ref, sentence)):
        return Speaker(acting, ref.span, "role", 0.7)
    if wanted is None and (acting := lately(ref, sentence, reader)):
        return Speaker(acting, ref.span, "role", 0.66)
    return _itself(ref, reader) or _nobody(ref)


def _beside(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker | None:
    """The only body of the sentence before: "У «Вітрі» пожартували. «…», — написала компанія"."""
    before = reader.scene.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.block != sentence.block:
        return None
    names = {
        tok.mention.name
        for lead, tok in zip([None, *before.toks], before.toks, strict=False)
        if tok.mention and tok.mention.kind == "organisation"
        and not (is_platform(tok) or to_mention(tok, lead).media)
    }  # fmt: skip
    return Speaker(names.pop(), ref.span, "role", 0.76) if len(names) == 1 else None


def _short(ref: Ref, lang: Lang) -> bool:
    """True for a body by a short name that is a word of the lexicon too."""
    own = ref.words is not None and ref.words.isupper() and not ref.tied
    return own or (not ref.tied and ref.head in {row[0] for row in rows(lang, "ministries")})


def _itself(ref: Ref, reader: Reader) -> Speaker | None:
    """A body that needs no other name ("слідство"), where the article names none of that kind."""
    lang = reader.scene.lang
    if ref.tied or not ref.words:
        return None
    if ref.head not in words(lang, "institutions"):
        return None
    named = any(family(ref.head, lang) in _kinds(before, tok) for before, tok in _organisations(reader))
    return None if named else Speaker(ref.words, ref.span, "role", 0.66)


def _newsroom(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker | None:
    """The newsroom named last, close before: "«Ранок» порівняв ціни. За даними газети…"."""
    for number in range(sentence.number, max(-1, sentence.number - NEAR), -1):
        toks = reader.scene.sentences[number].toks
        for before, tok in zip([*toks[-2::-1], None], toks[::-1], strict=False):
            if tok.mention and tok.stop <= ref.span.start and to_mention(tok, before).media:
                beside = reader.scene.sentences[number].block == sentence.block
                near = beside and number >= sentence.number - 1
                return of_mention(tok.mention, ref.span, 0.88 if near else 0.75)
    return None


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
    """The words for a body of a body ("пресс-служба завода"); nobody for "пресслужба відомства"."""
    words = ref.words if ref.tied - _ANY_BODY else None
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
    if _central(own, tok.lang):
        told.add("регулятор")
    return told - {None}


def _central(name: list[str], lang: Lang) -> bool:
    """True for a bank that is called "регулятор": of the state, "національний", or by its short name."""
    if not _CENTRAL.isdisjoint(name):
        return True
    states = nations(lang).keys() | _NATIONAL
    return "банк" in name and any(lemma(word, lang) in states for word in name)
