"""The face of an edition: what leads it, what stands beside, whose voices are heard. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from digest.index import Actor, Digest, Edition, Entry, Event, Quote

# At most so many entries besides the lead stand with their summaries: two sheets of paper, five minutes.
LENGTH = 12


@dataclass(frozen=True, slots=True)
class Front:
    """An edition laid out: finite, whatever the day brought."""

    edition: Edition
    lead: Entry
    others: list[Entry]
    more: list[Entry]  # of the day, told by their headlines only
    pinned: list[Entry]  # kept here by an editor, not told above
    earlier: list[Entry]
    events: list[Event]
    voices: list[Quote]


def front(edition: Edition, earlier: Sequence[Entry] = (), pinned: Sequence[Entry] = ()) -> Front:
    """The lead, at most `LENGTH` others, voices, at most four events.

    Voices are at most six, one a speaker, none of them printed with the lead, here or by another outlet.
    """
    told = edition.entries
    lead = leading(edition)
    others = [e for e in told if e is not lead]
    shown = [lead, *others[:LENGTH], *pinned, *earlier]
    events = list(dict.fromkeys(event for e in shown for event in e.events))[:4]
    voices = _voices(shown, telling(lead))
    return Front(edition, lead, others[:LENGTH], others[LENGTH:], list(pinned), list(earlier), events, voices)


def leading(edition: Edition) -> Entry:
    """The lead: what an editor features, else what an editor put first, else the entry with most voices."""

    def weight(entry: Entry) -> tuple[bool, bool, int, int]:
        voices = {q.speaker for q in entry.quotations}
        return entry.featured, entry is told[0] and bool(entry.order), len(voices), len(entry.quotations)

    told = edition.entries
    return max(told, key=weight)


def home(digest: Digest) -> Front | None:
    """The newest edition and what is pinned; a thin one is filled up with what was told before.

    None for an empty digest.
    """
    if not digest.editions:
        return None
    latest = digest.editions[0]
    before = digest.entries[len(latest.entries) :]
    pinned = [entry for entry in before if entry.pinned]
    room = max(0, LENGTH - len(latest.entries) - len(pinned))
    return front(latest, list(islice((e for e in before if not e.pinned), room)), pinned)


def _voices(entries: Sequence[Entry], printed: Quote | None) -> list[Quote]:
    """At most six attributed quotations of readable length, a speaker once, in the order of entries."""
    heard: dict[Actor, Quote] = {}
    said = {printed, *printed.wording} if printed else set()
    for quote in (q for e in entries for q in e.quotations if q not in said):
        if quote.speaker and 40 <= len(quote.content) <= 240:
            heard.setdefault(quote.speaker, quote)
    return list(heard.values())[:6]


def telling(entry: Entry) -> Quote | None:
    """The one quotation to print with a lead: attributed, whole rather than partial, long yet readable."""
    fit = [q for q in entry.quotations if q.speaker and len(q.content) <= 280]
    return max(fit, key=lambda q: (q.kind == "direct", len(q.content)), default=None)
