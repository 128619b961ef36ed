"""The values that flow through copydesk, from a raw seed to a proposed entry.

Every finding keeps its `Span`: half-open code-point offsets into `Seed.text`. Offsets,
not copies: whoever doubts a value can look at the very words. (After natasha/razdel.)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["uk", "ru", "en"]
LANGS: tuple[Lang, ...] = ("uk", "ru", "en")

Role = Literal["paragraph", "subheading", "item", "standfirst", "caption"]
Precision = Literal["day", "month", "year"]
MentionKind = Literal["person", "organisation", "place"]
ActorKind = Literal["person", "organisation", "country", "place"]
QuotationKind = Literal["direct", "partial", "indirect"]
Resolved = Literal["named", "role", "pronoun", "implicit", "document"]
Gender = Literal["m", "f", "n"]
Status = Literal["suggested", "confirmed", "hidden"]
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open offsets `start <= i < stop`, in code points of the seed's text."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """The words at this place of `text`."""
        return text[self.start : self.stop]

    def __len__(self) -> int:
        return self.stop - self.start

    def __contains__(self, other: object) -> bool:
        """True for a span (or an offset) that lies wholly inside this one."""
        if isinstance(other, Span):
            return self.start <= other.start and other.stop <= self.stop
        return isinstance(other, int) and self.start <= other < self.stop

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one character."""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a seed from outside its words: a header, HTML metadata, the caller."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    lang: Lang | None = None
    published: dt.date | None = None
    fetched: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Seed:
    """A raw text as received, decoded: `text` is NFC, a line ends with a line feed; `sha256` of the bytes.

    `name` is the file's name below `seeds/` (POSIX). `first_line` is the line of the file
    on which `text` begins, so that problems can point into the file.
    """

    name: str
    text: str
    sha256: str
    facts: Facts = Facts()
    first_line: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A kept piece of the article. `role` says how it is set."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Removal:
    """A dropped piece of the seed and the name of the rule that dropped it."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Found:
    """A short value read from the seed. `value` may be tidied; `span` are the words it came from.

    `span` is None where the value came from outside the text (`Facts`).
    """

    value: str
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Dispatch:
    """The article alone: everything in the seed is in a block, in a field or in `removed`."""

    seed: Seed
    lang: Lang
    headline: Found | None = None
    dateline: Found | None = None
    byline: Found | None = None
    outlet: Found | None = None
    blocks: tuple[Block, ...] = ()
    removed: tuple[Removal, ...] = ()

    @property
    def text(self) -> str:
        """The seed's text, into which every span points."""
        return self.seed.text

    def prose(self) -> Iterator[Block]:
        """The blocks that are running text of the article: paragraphs, items, standfirst."""
        return (b for b in self.blocks if b.role in ("paragraph", "item", "standfirst"))


@dataclass(frozen=True, slots=True)
class DateGuess:
    """A date with its proof. `until` is set for a range of days; `evidence` are the words read."""

    date: dt.date
    precision: Precision
    evidence: str
    rule: str
    until: dt.date | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in the text.

    `lemma`: the nominative of the words here ("Лавровым" -> "Лавров");
    `name`: the fullest nominative name of the same entity in this document ("Сергей Лавров"),
    equal for all mentions of one entity; `actor`: its actor's slug once linked;
    `figurative`: a place that stands for its state ("Москва заявила").
    """

    span: Span
    kind: MentionKind
    name: str
    lemma: str
    gender: Gender | None = None
    actor: str | None = None
    figurative: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody said: content, cue and speaker (after PARC 3).

    `spans` hold the content without its outer quote marks, one span a piece (interleaved
    attribution cuts it). `speaker` is a nominative name or None (unattributed);
    `speaker_span` the words that name or point to the speaker; `cue` the words of saying.
    `resolved` says how the speaker was found; `rule` which rule spoke; `confidence` 0..1.
    `actor` is the speaker's slug once linked. Only direct and partial are printed.
    """

    spans: tuple[Span, ...]
    kind: QuotationKind
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    resolved: Resolved | None = None
    rule: str = ""
    confidence: float = 0.0
    actor: str | None = None

    @property
    def whole(self) -> Span:
        """From the first quoted character to the last."""
        return Span(self.spans[0].start, self.spans[-1].stop)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, country or place that has, or may get, a page."""

    slug: str
    name: str
    kind: ActorKind
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wikidata: str | None = None
    same_as: str | None = None
    not_same_as: tuple[str, ...] = ()
    status: Status = "suggested"


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening that entries tell of."""

    slug: str
    title: str
    titles: Mapping[str, str] = field(default_factory=dict)
    starts: dt.date | None = None
    ends: dt.date | None = None
    place: str | None = None
    actors: tuple[str, ...] = ()
    same_as: str | None = None
    status: Status = "suggested"


@dataclass(frozen=True, slots=True)
class Draft:
    """All that the machine proposes for one seed."""

    dispatch: Dispatch
    published: DateGuess | None
    happened: DateGuess | None
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    teaser: Span | None
    summary: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that the machine would write where an editor's word stands.

    `path` is below the project; `line` is that of the editor's word, 0 where nothing stands any more.
    """

    field: str
    editor: object
    machine: object
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding for a person: where, what was found, what to do about it.

    `path` is shown as given (relative to the project); `line` and `column` count from 1, 0 is unknown.
    """

    rule: str
    path: str
    message: str
    fix: str
    line: int = 0
    column: int = 0
    severity: Severity = "error"

    def __str__(self) -> str:
        """`path:line:column: message; fix`, the form editors and terminals understand."""
        place = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        return visible(f"{place}: {self.message}; {self.fix}")


_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(words: str) -> str:
    """`words` on one line, what steers a terminal or turns the writing spelt out: names may hold it."""
    return _UNSEEN.sub(lambda m: f"\\u{ord(m.group()):04x}", words)
