"""A seed and the article in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Lang = Literal["uk", "ru", "en"]
LANGS: tuple[Lang, ...] = ("uk", "ru", "en")
Role = Literal["paragraph", "subheading", "item", "standfirst", "caption"]


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
