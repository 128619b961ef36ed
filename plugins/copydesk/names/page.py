"""A dispatch cut for naming: its headline and blocks as sentences of tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from copydesk.model import Dispatch, Lang, MentionKind, Span
from copydesk.text import Token, plain, tokens

_stop = attrgetter("stop")
_ENDS = frozenset(".!?…")
_OPENS = frozenset("\"'«“„(—-*•:;")


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in the text, before it is declined and joined. `rule` says who found it."""

    span: Span
    kind: MentionKind
    rule: str
    actor: str | None = None
    lemma: str | None = None

    def at(self, start: int, stop: int) -> Name:
        """The same name in another place."""
        if start == self.span.start and stop == self.span.stop:
            return self
        return Name(Span(start, stop), self.kind, self.rule, self.actor, self.lemma)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (or a headline) as tokens; offsets into the whole text."""

    tokens: tuple[Token, ...]
    heading: bool = False

    def first(self, at: int) -> bool:
        """True where a capital proves nothing: the first word, also after an opening mark."""
        while at > 0 and self.tokens[at - 1].text in _OPENS:
            at -= 1
            if self.tokens[at].text == ":":
                return True
        return at == 0

    def place(self, token: Token) -> int:
        """Which token of the sentence it is."""
        return bisect_left(self.tokens, (token.start,))

    def inside(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie in `span`."""
        first = bisect_left(self.tokens, (span.start,))
        last = bisect_right(self.tokens, span.stop, lo=first, key=_stop)
        return self.tokens[first:last]

    def before(self, span: Span) -> Token | None:
        """The token just before `span`, None at the start."""
        at = bisect_right(self.tokens, span.start, key=_stop)
        return self.tokens[at - 1] if at else None

    def after(self, span: Span) -> Token | None:
        """The token just after `span`, None at the end."""
        at = bisect_left(self.tokens, (span.stop,))
        return self.tokens[at] if at < len(self.tokens) else None


@dataclass(frozen=True, slots=True)
class Page:
    """What names are looked for in. `text` is plain (see `copydesk.text.plain`), offsets as in the seed."""

    text: str
    lang: Lang
    sentences: tuple[Sentence, ...]
    within: tuple[Span, ...]


def page_of(dispatch: Dispatch) -> Page:
    """The headline and the blocks of a dispatch, in the order of the text, each stretch once."""
    text = plain(dispatch.text)
    headline = dispatch.headline.span if dispatch.headline else None
    spans = sorted({block.span for block in dispatch.blocks} | ({headline} if headline else set()))
    within: list[Span] = []
    for span in spans:
        if not within or span.start >= within[-1].stop:
            within.append(span)
    headings = {block.span for block in dispatch.blocks if block.role == "subheading"} | {headline}
    sentences = (Sentence(run, span in headings) for span in within for run in _cut(tokens(text, span)))
    return Page(text, dispatch.lang, tuple(sentences), tuple(within))


def _cut(run: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Sentences, roughly: a stop after an initial or a short word ends nothing: "Д. Трамп"."""
    start = 0
    for i, token in enumerate(run):
        if token.text in _ENDS and i + 1 < len(run) and _begins(run, i):
            yield run[start : i + 1]
            start = i + 1
    if run[start:]:
        yield run[start:]


def _begins(run: tuple[Token, ...], stop: int) -> bool:
    following = run[stop + 1]
    if following.text in _ENDS or (following.start == run[stop].stop and following.is_word):
        return False
    if following.is_word and following.text[0].islower():
        return False
    before = run[stop - 1] if stop else None
    if run[stop].text != "." or before is None or not before.is_word:
        return following.text not in '"»”'
    return (
        len(before.text) > 3 or (before.text.isupper() and len(before.text) > 1)
    ) and following.text not in '"»”'
