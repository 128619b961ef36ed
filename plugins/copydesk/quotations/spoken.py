"""Direct speech without marks of its own: after a dash, before ", — said X", around an aside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from copydesk.model import Block, Lang, Mention, Span
from copydesk.places import Places
from copydesk.quotations.asides import ASIDES, DASH, pieces
from copydesk.quotations.interview import turns
from copydesk.quotations.led import led
from copydesk.quotations.pairs import MARK
from copydesk.quotations.passages import Passage, trimmed
from copydesk.quotations.verbs import verb

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
    found.extend(led(text, blocks, mentions, lang))
    if lang != "en":
        found.extend(p for b in blocks for p in _foreign(text, b.span))
    taken = Places(outer for p in found for outer in p.outers)
    talk = [p for p in turns(text, blocks, mentions) if not taken.meet(p.whole)]
    return (*found, *talk)


def _foreign(text: str, block: Span) -> Iterator[Passage]:
    """Sentences in Latin letters inside a Cyrillic article: a post that was pasted in."""
    for match in _LATIN.finditer(text, block.start, block.stop):
        words = re.findall(r"[A-Za-z']+", match.group().lower())
        if len(words) < 8 or sum(word in _SAYING_WORDS for word in words) < 2:
            continue
        said = trimmed(text, match.start(), match.end())
        yield Passage((said,), (said,), marked=False, foreign=True)


def _reply(text: str, block: Span, lang: Lang) -> Passage | None:
    dash = DASH.match(text, block.start, block.stop)
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
    if DASH.match(text, block.start):
        return  # a reply, as a whole
    begins = [block.start, *(m.end() for m in _BOUNDARY.finditer(text, block.start, block.stop))]
    for match in _SAID.finditer(text, block.start, block.stop):
        said = verb(match["verb"].casefold(), lang)
        below = "\n" in text[match.start() : match.start("verb")]
        start = begins[max(0, bisect_left(begins, match.start()) - 1)]
        if below:
            start = block.start  # who said it stands on a line of its own below the words: all of them
        words = text[start : match.start()]
        if (
            not (said and said.finite and said.kind in (ASIDES if below else ("say",)))
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
    said = trimmed(text, label.end(), block.stop)
    return Passage((said,), (said,), marked=False)
