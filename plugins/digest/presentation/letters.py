"""An edition as a plain text letter: readable in any mail program, sent by whoever likes to. Pure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from digest import addresses
from digest.index import Entry, Quote
from digest.presentation.days import weekday
from digest.presentation.fronts import Front, telling
from digest.presentation.voice import Voice

_WIDE = 72
_MARKS = {"en": ("“", "”")}


def letter(voice: Voice, front: Front, name: str, site: str) -> str:
    """The letter's text, lines of at most 72 characters but for addresses; absolute where `site` is known."""
    head = [name, weekday(voice, front.edition.day), "=" * _WIDE]
    parts = ["\n".join(head), *(_entry(e, site) for e in (front.lead, *front.others))]
    if front.more:
        parts.append("\n".join(_wrapped(f"* {entry.title}", "  ") for entry in front.more))
    parts.append(_address(voice.gettext("On the site:"), site, front.edition.url))
    return "\n\n".join(parts) + "\n"


def _entry(entry: Entry, site: str) -> str:
    return "\n".join(filter(None, _lines(entry, site)))


def _lines(entry: Entry, site: str) -> Iterator[str]:
    yield _wrapped(entry.title.upper())
    if entry.outlet:
        yield entry.outlet.name
    yield from (_wrapped(paragraph) for paragraph in entry.summary)
    if quote := telling(entry):
        yield _quotation(quote)
    yield addresses.absolute(site, entry.url)


def _quotation(quote: Quote) -> str:
    opening, closing = _MARKS.get(quote.lang, ("«", "»"))
    speaker = quote.speaker.name if quote.speaker else quote.speaker_name
    return _wrapped(f"{opening}{quote.content}{closing}", "  ", "  ") + f"\n  — {speaker}"


def _address(words: str, site: str, address: str) -> str:
    return f"{'-' * _WIDE}\n{words} {addresses.absolute(site, address)}"


def _wrapped(text: str, rest: str = "", first: str = "") -> str:
    return textwrap.fill(
        text, _WIDE, initial_indent=first, subsequent_indent=rest, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
