"""The article as this stage reads it: sentences of tokens in which a quotation or a name is one token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from copydesk.lexicon import words
from copydesk.model import Dispatch, Lang, Mention, Span
from copydesk.places import Places
from copydesk.quotations.function_words import PRONOUNS
from copydesk.quotations.passages import Passage
from copydesk.quotations.verbs import Verb, verb
from copydesk.quotations.wording import Noun, fold, noun
from copydesk.text import plain, tokens


@dataclass
class Tok:
    """A word, a mark, a name (`mention`) or a quoted passage (`passage`, its `piece`-th piece).

    `low` is the word, folded: empty for names and passages, which are no words of a rule; `is_word`
    is true for plain words; `glued`: a hyphen between two halves of a word ("70-річний").
    """

    start: int
    stop: int
    text: str
    lang: Lang
    mention: Mention | None = None
    passage: Passage | None = None
    piece: int = 0
    glued: bool = False
    low: str = field(init=False)
    is_word: bool = field(init=False)

    @property
    def span(self) -> Span:
        """The token's place."""
        return Span(self.start, self.stop)

    def __post_init__(self) -> None:
        # Asked of every word many times over: read once, when the token is made.
        self.low = "" if self.mention or self.passage else fold(self.text)
        self.is_word = bool(self.low) and self.text[0].isalpha()

    @property
    def verb(self) -> Verb | None:
        """The word as a verb."""
        return verb(self.low, self.lang) if self.is_word else None

    @property
    def noun(self) -> Noun | None:
        """The word as a noun."""
        return noun(self.low, self.lang) if self.is_word else None

    @property
    def is_dash(self) -> bool:
        """True for a dash (after folding: long, or a hyphen that stands alone)."""
        return self.low in ("—", "-") and not self.glued


@dataclass
class Sentence:
    """A sentence outside quotations. `block` numbers its block; the headline's is -1."""

    block: int
    number: int
    toks: list[Tok] = field(default_factory=list)

    @cached_property
    def outside(self) -> tuple[Tok, ...]:
        """The words and names, without marks and quotations."""
        return tuple(tok for tok in self.toks if tok.is_word or tok.mention)

    @cached_property
    def quotes(self) -> bool:
        """True where a quotation stands in it."""
        return any(tok.passage for tok in self.toks)

    def index(self, passage: Passage, piece: int = 0) -> int:
        """Where the piece of the passage stands, or -1."""
        for at, tok in enumerate(self.toks):
            if tok.passage is passage and tok.piece == piece:
                return at
        return -1


@dataclass
class Scene:
    """All sentences of a dispatch, in order."""

    text: str
    lang: Lang
    sentences: list[Sentence]

    @cached_property
    def names(self) -> dict[Span, list[tuple[Sentence, Mention]]]:
        """The sentences that each name stands in, by its place: a headline may be a block too."""
        named: dict[Span, list[tuple[Sentence, Mention]]] = {}
        for sentence in self.sentences:
            for tok in sentence.toks:
                if tok.mention:
                    named.setdefault(tok.span, []).append((sentence, tok.mention))
        return named

    def before(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences before this one, nearest first."""
        for number in range(sentence.number - 1, -1, -1):
            yield self.sentences[number]


def scene(dispatch: Dispatch, mentions: tuple[Mention, ...], passages: tuple[Passage, ...]) -> Scene:
    """The dispatch cut into sentences; quoted content is folded into one token a piece."""
    text = plain(dispatch.text)
    places = [(block, b.span) for block, b in enumerate(dispatch.blocks)]
    if dispatch.headline and dispatch.headline.span:
        places.insert(0, (-1, dispatch.headline.span))
    starts = [m.span.start for m in mentions]
    pieces = sorted(
        ((o, p, n) for p in passages for n, o in enumerate(p.outers)), key=lambda found: found[0].start
    )
    begins = [outer.start for outer, _, _ in pieces]
    result = Scene(text, dispatch.lang, [])
    for block, span in places:
        here = pieces[bisect_left(begins, span.start) : bisect_left(begins, span.stop)]
        inside = [found for found in here if found[0] in span]
        near = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.stop)]
        toks = _block_tokens(text, span, dispatch.lang, near, inside)
        for part in _sentences(text, toks, dispatch.lang):
            result.sentences.append(Sentence(block, len(result.sentences), part))
    return result


def _block_tokens(
    text: str, span: Span, lang: Lang, mentions: tuple[Mention, ...], pieces: list[tuple[Span, Passage, int]]
) -> list[Tok]:
    """The tokens of one block: words outside, one token for each name and each quoted piece."""
    units = [Tok(o.start, o.stop, "", lang, passage=p, piece=n) for o, p, n in pieces]
    quoted = Places(outer for outer, _, _ in pieces)
    for mention in mentions:
        if not quoted.meet(mention.span):
            units.append(
                Tok(mention.span.start, mention.span.stop, mention.span.of(text), lang, mention=mention)
            )
    units.sort(key=lambda tok: tok.start)
    found: list[Tok] = []
    at = span.start
    for unit in [*units, None]:
        stop = unit.start if unit else span.stop
        found.extend(Tok(t.start, t.stop, t.text, lang) for t in tokens(text, Span(at, stop)))
        if unit:
            found.append(unit)
            at = unit.stop
    for before, tok, after in zip(found, found[1:], found[2:], strict=False):
        tok.glued = tok.low == "-" and before.stop == tok.start and tok.stop == after.start and after.is_word
    return found


def _sentences(text: str, toks: list[Tok], lang: Lang) -> Iterator[list[Tok]]:
    """Cuts after stops, and after a passage that ends in one, where a capital follows."""
    part: list[Tok] = []
    for at, tok in enumerate(toks):
        part.append(tok)
        after = toks[at + 1] if at + 1 < len(toks) else None
        if after is None or _ends(text, toks, at, after, lang):
            yield part
            part = []


def _ends(text: str, toks: list[Tok], at: int, after: Tok, lang: Lang) -> bool:
    tok = toks[at]
    if tok.passage is not None:
        last = text[tok.passage.pieces[tok.piece].stop - 1]
        stopped = last in ".!?…"
        if (
            lang == "en"
            and last != "."  # “Go!” she said; a full stop would have become a comma
            and at + 2 < len(toks)
            and (after.mention or after.low in PRONOUNS)
            and toks[at + 2].verb
        ):
            return False
        return stopped and (after.passage is not None or after.text[:1].isupper())
    if tok.low not in (".", "!", "?", "…") or after.low in (".", "!", "?", "…", ")", ",", ";"):
        return False
    if not (
        after.passage
        or after.mention
        or after.text[:1].isupper()
        or after.text[:1].isdigit()
        or after.is_dash
    ):
        return after.low == "("
    return tok.low != "." or not _abbreviated(text, toks, at, lang)


def _abbreviated(text: str, toks: list[Tok], at: int, lang: Lang) -> bool:
    """True where the dot belongs to the word before it: an initial, or a listed abbreviation."""
    before = toks[at - 1] if at else None
    if before is None or before.stop != toks[at].start or not before.is_word:
        return False
    return (len(before.text) == 1 and before.text.isupper()) or before.low + "." in words(
        lang, "abbreviations"
    )
