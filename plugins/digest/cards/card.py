"""What stands on each card: words only, chosen from the digest. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from digest.index import Actor, Digest, Entry, Event, Quote
from digest.presentation import days, phrases, tongues, typography
from digest.presentation.voice import Voice

# Quotation marks of the words' own language.
_MARKS = {"uk": ("«", "»"), "ru": ("«", "»"), "en": ("“", "”")}


@dataclass(frozen=True, slots=True)
class Card:
    """A picture to draw: a line above, the words, the lines below; `quoted` words get the proof line."""

    name: str
    above: str
    words: str
    below: tuple[str, ...]
    quoted: bool = False


def address_of(page: str) -> str:
    """The address of the card of a page: `actors/a/` -> `cards/actors/a.png`."""
    return f"cards/{page.rstrip('/')}.png"


def cards(digest: Digest, name: str, voice: Voice) -> Iterator[tuple[str, Callable[[], Card]]]:
    """The address of every entry's, quotation's, actor's and event's card, and what makes the card.

    `name` is the publication's.
    """
    for entry in digest.entries:
        yield address_of(entry.url), partial(of_entry, entry, name, voice)
        for quote in entry.quotations:
            yield address_of(quote.page), partial(of_quotation, quote, name, voice)
    for actor in digest.actors:
        yield address_of(actor.url), partial(of_actor, actor, name, voice)
    for event in digest.events:
        yield address_of(event.url), partial(of_event, event, name, voice)


def of_entry(entry: Entry, name: str, voice: Voice) -> Card:
    """The headline with its event above and its origin below."""
    above = entry.events[0].title if entry.events else ""
    return Card(name, above, typography.fine(entry.title, entry.lang), (_origin(entry, voice),))


def of_quotation(quote: Quote, name: str, voice: Voice) -> Card:
    """The words in their marks, who said them, and where they were told."""
    left, right = _MARKS.get(quote.lang, _MARKS["uk"])
    speaker = quote.speaker_name or voice.gettext("unattributed")
    return Card(
        name, "", f"{left}{quote.content}{right}", (speaker, _origin(quote.entry, voice)), quoted=True
    )


def of_actor(actor: Actor, name: str, voice: Voice) -> Card:
    """The name, large, with its other scripts below."""
    others = dict.fromkeys(form for form in actor.names.values() if form != actor.name)
    said = voice.ngettext("%(num)s quotation", "%(num)s quotations", len(actor.quotations))
    return Card(name, phrases.kindname(voice, actor.kind), actor.name, (" · ".join(others), said))


def of_event(event: Event, name: str, voice: Voice) -> Card:
    """The title with its days, its place and how many outlets told of it."""
    happened = phrases.event_days(event)
    when = days.days(voice, happened) if happened else ""
    told = voice.ngettext("%(num)s entry", "%(num)s entries", len(event.entries))
    return Card(name, event.place or "", event.title, (when, told))


def _origin(entry: Entry, voice: Voice) -> str:
    outlet = entry.outlet.name if entry.outlet else ""
    parts = (outlet, tongues.langtag(entry.lang), days.day(voice, entry.date))
    return " · ".join(part for part in parts if part)
