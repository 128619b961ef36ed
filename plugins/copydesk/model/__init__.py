"""The values that flow through copydesk, from a raw seed to a proposed entry.

Every finding keeps its `Span`: half-open code-point offsets into `Seed.text`. Offsets,
not copies: whoever doubts a value can look at the very words. (After natasha/razdel.)
"""

from copydesk.model.findings import (
    DateGuess,
    Draft,
    Gender,
    Mention,
    MentionKind,
    Precision,
    Quotation,
    QuotationKind,
    Resolved,
)
from copydesk.model.pages import Actor, ActorKind, Event, Status
from copydesk.model.problems import Offer, Problem, Severity, visible
from copydesk.model.texts import LANGS, Block, Dispatch, Facts, Found, Lang, Removal, Role, Seed, Span

__all__ = [
    "LANGS",
    "Actor",
    "ActorKind",
    "Block",
    "DateGuess",
    "Dispatch",
    "Draft",
    "Event",
    "Facts",
    "Found",
    "Gender",
    "Lang",
    "Mention",
    "MentionKind",
    "Offer",
    "Precision",
    "Problem",
    "Quotation",
    "QuotationKind",
    "Removal",
    "Resolved",
    "Role",
    "Seed",
    "Severity",
    "Span",
    "Status",
    "visible",
]
