"""Direct speech without marks of its own: after a dash, before ", — said X", around an aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copydesk.lexicon import words
from copydesk.model import Block, Lang, Mention, Span
from copydesk.quotations.function_words import PRONOUNS
from copydesk.quotations.interview import turns
from copydesk.quotations.pairs import MARK
from copydesk.quotations.passages import Passage
from copydesk.quotations.verbs import Verb, verb

# ", — сказала лікарка. — " : an aside of the newsroom inside somebody's words.
_ASIDE = re.compile(r"[,.!?…]['\"»]?\s*[-—]\s*(?=([^\W\d_]+)(?:\s+([^\W\d_]+))?)")
_ASIDES = ("say", "think", "report", "relay")
_CLAUSE = re.compile(r"[^,.;:!?…—–\n]+")
_BACK = re.compile(r"[.,:]\s*[-—]\s*")
_DASH = re.compile(r"[-—](?:\s*(?=[^\W\d_«\"])|\s+(?=\d))")  # "-5" is a number
_LABEL = re.compile(r"(?:пряма мова|прямая речь|цитата|дослівно|дословно)\s*:\s*(?=[^\W\d_])", re.IGNORECASE)
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9#@&%$',.!?:;()/\s-]{40,}")
# Words of a sentence somebody says, not of a title or a reference.
_SAYING_WORDS = frozenset(
    [
        "i",
        "we",
        "our",
        "my",
        "is",
        "are",
        "was",
        "will",
        "has",
        "have",
        "it",
        "this",
        "be",
        "not",
        "they",
        "you",
        "us",
        "must",
        "can",
    ]
)
_SAID = re.compile(r"[,!?…]\s+[-—]\s+(?P<verb>[^\W\d_]+)\s+[^\W\d_]")
_BOUNDARY = re.compile(r"[.!?…]\s+(?:[-—]\s+)?(?=[^\W\d_a-zа-яіїєґё])")
_FEWEST = 6  # words: a shorter stretch before a dash may be a list or a label
_LONGEST_ASIDE = 160  # characters: "— сказала заступниця начальника відділу … Олена Петренко."


def _aside(text: str, start: int, stop: int, lang: Lang) -> tuple[int, int | None] | None:
    """Where the first aside in the stretch begins and, if the words go on after it, where they do."""
    for match in _ASIDE.finditer(text, start, stop):
        saying = [verb(word, lang) for word in match.groups() if word]
        states = (match[1] or "").casefold() in words(lang, "stating")
        said = any(v and v.finite and v.kind in _ASIDES for v in saying)
        if not (states or said or _does(text, match, saying, lang)):
            continue
        back = _BACK.search(text, match.end(), min(stop, match.end() + _LONGEST_ASIDE))
        begin = match.start() if text[match.start()] in "," else match.start() + 1
        return begin, back.end() if back else None
    return None


def _does(text: str, aside: re.Match[str], saying: list[Verb | None], lang: Lang) -> bool:
    """True for what somebody does who speaks, who stands behind it: ", — знизав плечима Олег (чоловік)"."""
    ahead = _CLAUSE.match(text, aside.end())
    who = ahead.group().split()[1:7] if ahead else []
    subject = any(word[:1].isupper() or word.casefold() in _people(lang) for word in who)
    return bool(saying and saying[0] and saying[0].finite) and aside[1][0].islower() and subject


@cache
def _people(lang: Lang) -> frozenset[str]:
    """Words for a person that are no names: pronouns, "жінка", "сусід"."""
    return frozenset(PRONOUNS) | words(lang, "persons") | words(lang, "bystanders")


def pieces(text: str, start: int, stop: int, lang: Lang) -> tuple[Span, ...]:
    """The stretch without its asides: what was said, piece by piece; empty where there is no aside."""
    found: list[Span] = []
    here = start
    while (aside := _aside(text, here, stop, lang)) is not None:
        found.append(Span(here, aside[0]))
        if aside[1] is None:
            return tuple(found)
        here = aside[1]
    if found and here < stop:
        found.append(Span(here, _trim(text, here, stop)))
    return tuple(found)


def _trim(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return stop


def interleaved(text: str, one: Passage, lang: Lang) -> Passage:
    """A marked passage cut where the newsroom speaks inside it: «A, — сказала вона. — B»."""
    if len(one.pieces) > 1:
        return one
    whole = one.pieces[0]
    cut = pieces(text, whole.start, whole.stop, lang)
    if len(cut) < 2 or cut[-1].stop < whole.stop - 1:
        return one
    outers = [Span(p.start, p.stop) for p in cut]
    outers[0] = Span(one.start, cut[0].stop)
    outers[-1] = Span(cut[-1].start, one.stop)
    return Passage(cut, tuple(outers), one.marked, one.closed)


def spoken(
    text: str, blocks: tuple[Block, ...], mentions: tuple[Mention, ...], lang: Lang
) -> tuple[Passage, ...]:
    """Unmarked passages: replies that begin with a dash and have an aside, and turns of an interview."""
    found = [
        p
        for b in blocks
        if b.role != "subheading"
        for p in (_reply(text, b.span, lang), _labelled(text, b.span))
        if p
    ]
    found.extend(_led(text, blocks, mentions, lang))
    if lang != "en":
        found.extend(p for b in blocks for p in _foreign(text, b.span))
    taken = [outer for p in found for outer in p.outers]
    talk = [p for p in turns(text, blocks, mentions) if not any(p.whole.overlaps(o) for o in taken)]
    return (*found, *talk)


def _led(
    text: str, blocks: tuple[Block, ...], mentions: tuple[Mention, ...], lang: Lang
) -> Iterator[Passage]:
    """A single paragraph after a dash below one that names a person and ends in a colon: what they said."""
    spans = [block.span for block in blocks]
    for lead, reply, after in zip(spans, spans[1:], [*spans[2:], None], strict=False):
        dash = _DASH.match(text, reply.start, reply.stop)
        if dash is None or lead.of(text).rstrip()[-1:] != ":" or reply.of(text).rstrip()[-1:] not in ".!?…":
            continue
        listed = _DASH.match(text, lead.start) or (after is not None and _DASH.match(text, after.start))
        tells = any(m.kind == "person" and m.span in lead for m in mentions) or _says(lead.of(text), lang)
        whole = text[dash.end()].isupper() and not pieces(text, dash.end(), reply.stop, lang)
        if tells and whole and not listed:
            said = Span(dash.end(), _trim(text, dash.end(), reply.stop))
            yield Passage((said,), (reply,), marked=False)


def _says(lead: str, lang: Lang) -> bool:
    """True for a sentence whose last word says that somebody speaks: "Про гру тренер зазначив:"."""
    last = re.search(r"([^\W\d_]+)\s*:\s*$", lead)
    said = verb(last[1].casefold(), lang) if last else None
    return bool(said and said.finite and said.kind in _ASIDES)


def _foreign(text: str, block: Span) -> Iterator[Passage]:
    """Sentences in Latin letters inside a Cyrillic article: a post that was pasted in."""
    for match in _LATIN.finditer(text, block.start, block.stop):
        words = re.findall(r"[A-Za-z']+", match.group().lower())
        if len(words) < 8 or sum(word in _SAYING_WORDS for word in words) < 2:
            continue
        said = Span(match.start(), _trim(text, match.start(), match.end()))
        yield Passage((said,), (said,), marked=False, foreign=True)


def _reply(text: str, block: Span, lang: Lang) -> Passage | None:
    dash = _DASH.match(text, block.start, block.stop)
    if dash is None:
        return None
    cut = pieces(text, dash.end(), block.stop, lang)
    if not cut or sum(len(p) for p in cut) < 12:
        return None
    return Passage(cut, (Span(block.start, cut[0].stop), *cut[1:]), marked=False)


def unmarked(text: str, blocks: tuple[Block, ...], lang: Lang) -> Iterator[Passage]:
    """Sentences whose marks were lost: "Час спливає, — пояснив він." in a paragraph of the newsroom."""
    for block in blocks:
        yield from _unmarked(text, block.span, lang)


def _unmarked(text: str, block: Span, lang: Lang) -> Iterator[Passage]:
    if _DASH.match(text, block.start):
        return  # a reply, as a whole
    for match in _SAID.finditer(text, block.start, block.stop):
        said = verb(match["verb"].casefold(), lang)
        below = "\n" in text[match.start() : match.start("verb")]
        start = max(
            (m.end() for m in _BOUNDARY.finditer(text, block.start, match.start())), default=block.start
        )
        if below:
            start = block.start  # who said it stands on a line of its own below the words: all of them
        words = text[start : match.start()]
        if (
            not (said and said.finite and said.kind in (_ASIDES if below else ("say",)))
            or len(words.split()) < _FEWEST
        ):
            continue
        if MARK.search(words) is None and words[0].isupper():
            one = Span(
                start, match.start() + (text[match.start()] != "," and text[match.start() - 1] not in "!?…")
            )
            yield Passage((one,), (one,), marked=False)


def _labelled(text: str, block: Span) -> Passage | None:
    label = _LABEL.match(text, block.start, block.stop)
    if label is None:
        return None
    said = Span(label.end(), _trim(text, label.end(), block.stop))
    return Passage((said,), (said,), marked=False)
