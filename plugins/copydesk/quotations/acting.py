"""Bodies that act in the article without a word of saying: "Суд заборонив мітинг"."""

from __future__ import annotations

from copydesk.lexicon import words
from copydesk.quotations.candidates import phrase
from copydesk.quotations.families import family
from copydesk.quotations.function_words import PREPOSITIONS
from copydesk.quotations.memory import Reader
from copydesk.quotations.refs import Ref, common, is_platform, nominative, to_mention
from copydesk.quotations.scene import Sentence, Tok

_MARKS = frozenset('«"“„')
NEAR = 3  # sentences in which "the company" is still the one that spoke


def lately(ref: Ref, sentence: Sentence, reader: Reader) -> str | None:
    """The one body that did something close before: "Гидромет предупредил о буре… На сайте ведомства"."""
    for number in range(sentence.number, max(-1, sentence.number - NEAR), -1):
        if acting := acting_in(ref, reader.scene.sentences[number]):
            return acting
    return None


def acted(sentence: Sentence, ref: Ref, reader: Reader) -> str | None:
    """The one body that did something in the sentence before: "Суд заборонив мітинг. У рішенні сказано…"."""
    before = reader.scene.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.block != sentence.block:
        return None
    decision = ref.head in words(reader.scene.lang, "decisions")
    return acting_in(ref, before) or (_kind_acting(before) if decision else None)


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


def acting_in(ref: Ref, sentence: Sentence) -> str | None:
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
    """True for a name that declines not, behind a noun for another: "аналітики ВООЗ", "форум «Міст»"."""
    fixed = tok.text.isascii() or tok.text.isupper() or tok.text[0] in _MARKS
    return fixed and before.noun is not None and family(before.low, tok.lang) is None
