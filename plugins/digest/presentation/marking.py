"""The text of an entry with the quoted words marked, so that a quotation's proof has somewhere to point.

Each quotation that is found in the body gets `<mark id="w-…">` around its words, a number that leads
back to the figure above, and a note in the margin naming the speaker. Bodies are sanitised HTML:
every tag is closed and every attribute stands in double quotes, so tags and text part cleanly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape

from markupsafe import Markup, escape

from copydesk.text import plain
from digest.index import Entry, Quote
from digest.presentation.voice import Voice
from digest.press.watching import remembered

_TAG = re.compile(r'(<(?:"[^"]*"|[^">])*>)')
_VOID = re.compile(r"<(?:br|hr|img|wbr)\b")
# A quotation given in pieces: «Ми вистоїмо […] і переможемо».
_CUT = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|…|\.{3})\s*")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of a quotation stands: half-open offsets into the body's text.

    `number` is the quotation's on its page, from 1; `opens` and `closes` tell its first and last piece.
    """

    start: int
    stop: int
    quote: Quote
    number: int
    opens: bool = False
    closes: bool = False


def found(entry: Entry) -> frozenset[str]:
    """The fragments of those quotations of an entry whose words stand in its text."""
    return _sought(entry)[1]


@remembered
def _sought(entry: Entry) -> tuple[list[Place], frozenset[str]]:
    """The places and the fragments, sought once an entry: every page that prints a quotation asks."""
    places = _places(_text(entry.body), entry.quotations)
    return places, frozenset(p.quote.fragment for p in places)


def words_fragment(quote: Quote) -> str:
    """The id of the marked words of a quotation: `w-<8 hex>` beside the figure's `q-<8 hex>`."""
    return "w-" + quote.fragment.removeprefix("q-")


def marked(voice: Voice, entry: Entry) -> Markup:
    """The entry's body with the words of its quotations marked, as far as they stand there."""
    places, _ = _sought(entry)
    made: list[str] = []  # tags of the sanitised body, and what is escaped: all of it is markup
    noted: list[Place] = []
    at = depth = 0
    for piece in _TAG.split(str(entry.body)):
        if piece.startswith("<"):
            made.append(piece)
            depth += 0 if _VOID.match(piece) else -1 if piece.startswith("</") else 1
            if depth == 0 and noted:
                made.append(_notes(noted))
                noted = []
            continue
        text = unescape(piece)
        inside = [p for p in places if p.start < at + len(text) and at < p.stop]
        made += _wrapped(voice, text, at, inside) if text.strip() else [escape(text)]
        noted += [p for p in inside if p.opens and p.start >= at]
        at += len(text)
    return Markup("".join(made)) + _notes(noted)


def _text(body: str) -> str:
    """The text of sanitised HTML, tags taken out."""
    return "".join(unescape(piece) for piece in _TAG.split(str(body)) if not piece.startswith("<"))


def _wrapped(voice: Voice, text: str, at: int, places: list[Place]) -> Iterator[Markup]:
    """A piece of text with the parts in `places` marked; `at` is its offset in the body's text."""
    done = 0
    for place in places:
        start, stop = max(0, place.start - at), min(len(text), place.stop - at)
        yield escape(text[done:start])
        begins = place.opens and place.start >= at
        name = Markup(' id="{}"').format(words_fragment(place.quote)) if begins else ""
        yield Markup("<mark{}>{}</mark>").format(name, text[start:stop])
        if place.closes and place.stop <= at + len(text):
            yield _reference(voice, place)
        done = stop
    yield escape(text[done:])


def _reference(voice: Voice, place: Place) -> Markup:
    return Markup('<a class="ref" href="#{}" lang="{}" aria-label="{}">{}</a>').format(
        place.quote.fragment,
        voice.lang,
        voice.gettext("Quotation %(number)s", number=place.number),
        place.number,
    )


def _notes(places: list[Place]) -> Markup:
    """Margin notes for a block: number and speaker of each quotation that begins in it."""
    notes = []
    for place in places:
        quote = place.quote
        name, lang = (
            (quote.speaker.name, quote.speaker.lang) if quote.speaker else (quote.speaker_name, quote.lang)
        )
        if name:
            number = Markup('<a class="ref" href="#{}">{}</a>').format(quote.fragment, place.number)
            notes.append(Markup('<p lang="{}">{} {}</p>').format(lang, number, name))
    return Markup('<div class="sidenotes">{}</div>').format(Markup("").join(notes)) if notes else Markup()


def _places(text: str, quotations: list[Quote]) -> list[Place]:
    """The places of all quotations in `text`, sorted, not overlapping; what is not there is left out."""
    folded, origin = _folded(text)
    taken: list[Place] = []
    for number, quote in enumerate(quotations, 1):
        spots = [
            Place(origin[start], origin[stop - 1] + 1, quote, number)
            for start, stop in _pieces(folded, quote.content)
        ]
        if spots and not any(s.start < t.stop and t.start < s.stop for s in spots for t in taken):
            spots[0] = replace(spots[0], opens=True)
            spots[-1] = replace(spots[-1], closes=True)
            taken += spots
    return sorted(taken, key=lambda place: place.start)


def _pieces(folded: str, content: str) -> list[tuple[int, int]]:
    """Offsets into `folded` of the quotation, whole or in its pieces in order; empty if one is missing."""
    for pieces in ([content], _CUT.split(content)):
        spots, at = [], 0
        for piece in pieces:
            words = _folded(piece)[0].strip()
            start = folded.find(words, at) if words else -1
            if start < 0:
                break
            at = start + len(words)
            spots.append((start, at))
        else:
            return spots
    return []


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """`text` with marks and dashes folded and runs of space as one, and where each character was."""
    even = plain(text).replace("«", '"').replace("»", '"')
    folded = " ".join(even.split())
    if len(folded) == len(even):  # no two spaces meet, as in most texts: every character is where it was
        return folded, range(len(folded))
    origin: list[int] = []
    for run in re.finditer(r"\s+|\S+", even):
        origin += range(run.start(), run.start() + 1 if run.group()[0].isspace() else run.end())
    return _SPACE.sub(" ", even), origin
