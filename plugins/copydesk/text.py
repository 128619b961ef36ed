"""Characters, sentences and tokens: the ground every stage stands on. Lengths never change here."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from razdel import sentenize

from copydesk.lexicon import words
from copydesk.model import Lang, Span

# One character for one character, so that offsets into the plain text are offsets into the seed.
# Pages are typed with whatever dash, space or apostrophe the keyboard had.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u2003\u2002\t\u00ad\u200b\u2060\ufeff\r", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("–―─", "—"),
        **dict.fromkeys("ʼ＇`´′‘’ʹ\u02bb", "'"),
        **dict.fromkeys("„“”‟〝〞＂", '"'),
    }
)


# Few letters are odd: finding them is ten times faster than asking of each.
_ODD = re.compile("[" + "".join(map(chr, _PLAIN)) + "]")


def plain(text: str) -> str:
    """`text` with odd spaces, dashes, apostrophes and curly double quotes folded, length kept.

    Guillemets stay: their direction is evidence. Use it for matching, never for showing.
    """
    # Whole texts are asked for by every stage; single words must not push them out.
    return _kept_plain(text) if len(text) > 500 else _plain(text)


def _plain(text: str) -> str:
    return _ODD.sub(lambda odd: _PLAIN[ord(odd.group())], text)


_kept_plain = lru_cache(maxsize=32)(_plain)


class Token(NamedTuple):
    """A word, number or mark of punctuation with its place."""

    start: int
    stop: int
    text: str

    @property
    def span(self) -> Span:
        """The token's place."""
        return Span(self.start, self.stop)

    @property
    def is_word(self) -> bool:
        """True for letters (with inner hyphens and apostrophes), false for numbers and marks."""
        return self.text[0].isalpha()


# A word keeps its inner apostrophes and hyphens: "м'який", "Гулд-Дэвис", "п’ять".
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ\-\u2010\u2011][^\W\d_]+)*")
_TOKEN = re.compile(rf"({_WORD.pattern}|\d+(?:[.,:]\d+)*|[^\w\s]|_)")


def tokens(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """The tokens of `text` (or of one span of it), offsets into the whole `text`.

    Spans of one text share its tokens: every stage asks for the same ones.
    """
    if span is None or span == Span(0, len(text)):
        return _cut(text, 0, len(text))
    whole, starts = _whole(text)
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.stop)
    begun = first > 0 and whole[first - 1].stop > span.start
    ended = first < last and whole[last - 1].stop > span.stop
    # A span that ends inside a token has a part of it, which may read otherwise: "3.5" to "3", ".".
    return _cut(text, span.start, span.stop) if begun or ended else whole[first:last]


@lru_cache(maxsize=8)
def _whole(text: str) -> tuple[tuple[Token, ...], list[int]]:
    whole = _cut(text, 0, len(text))
    return whole, [token.start for token in whole]


def _cut(text: str, start: int, stop: int) -> tuple[Token, ...]:
    # Pieces between tokens and tokens in turn: no step in Python for each, and a text has thousands.
    pieces = _TOKEN.split(text[start:stop])
    places = list(accumulate(map(len, pieces), initial=start))
    return tuple(map(_token, zip(places[1:-1:2], places[2::2], pieces[1::2], strict=True)))


_token = partial(tuple.__new__, Token)


@lru_cache(maxsize=4096)
def sentences(text: str, lang: Lang) -> tuple[Span, ...]:
    """The sentences of one paragraph, spans into it.

    razdel knows Russian abbreviations; the lexicon `abbreviations` of the language joins what
    it cuts too early ("м. | Київ").
    """
    found: list[Span] = []
    joined = words(lang, "abbreviations")
    for piece in sentenize(text):
        if found:
            before = text[found[-1].start : found[-1].stop]
            last = re.search(r"([^\W\d_][\w-]*\.)$", before)
            if last and last.group(1).casefold() in joined:
                found[-1] = Span(found[-1].start, piece.stop)
                continue
        found.append(Span(piece.start, piece.stop))
    return tuple(found)


def block_sentences(text: str, span: Span, lang: Lang) -> tuple[Span, ...]:
    """The sentences inside one span of `text`, offsets into the whole `text`."""
    return tuple(
        Span(span.start + s.start, span.start + s.stop) for s in sentences(text[span.start : span.stop], lang)
    )


def words_of(text: str) -> list[str]:
    """The words of `text`, case-folded: for counting and comparing."""
    return [word.casefold() for word in _WORD.findall(_plain(text)) if word[0].isalpha()]
