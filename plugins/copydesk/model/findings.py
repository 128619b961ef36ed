"""What the stages find in an article: days, names, quotations, and all of it as a draft."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from copydesk.model.texts import Dispatch, Span

Precision = Literal["day", "month", "year"]
MentionKind = Literal["person", "organisation", "place"]
QuotationKind = Literal["direct", "partial", "indirect"]
Resolved = Literal["named", "role", "pronoun", "implicit", "document"]
Gender = Literal["m", "f", "n"]


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
class Draft:
    """All that the machine proposes for one seed."""

    dispatch: Dispatch
    published: DateGuess | None
    happened: DateGuess | None
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    teaser: Span | None
    summary: tuple[Span, ...]
