"""The text of an entry with the quoted words marked, so that a quotation's proof has somewhere to point.

Each quotation that is found in the body gets `<mark id="w-…">` around its words, a number that leads
back to the figure above, and a note in the margin naming the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag
from markupsafe import Markup

from copydesk.text import plain
from digest.index import Entry, Quote

# A quotation given in pieces: «Ми вистоїмо […] і переможемо».
_CUT = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|…|\.{3})\s*")
_MARKS = str.maketrans("«»", '""')


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of a quotation stands: half-open offsets into the body's text."""

    start: int
    stop: int
    quote: Quote
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """The body with its marks, and the fragments of the quotations that were found in it."""

    html: Markup
    found: frozenset[str]


_kept: WeakKeyDictionary[Entry, Marked] = WeakKeyDictionary()


def marked(entry: Entry) -> Marked:
    """The entry's body with the words of its quotations marked; kept for as long as the entry lives."""
    if entry not in _kept:
        _kept[entry] = mark(entry.body, entry.quotations)
    return _kept[entry]


def words_fragment(quote: Quote) -> str:
    """The id of the marked words of a quotation: `w-<8 hex>` beside the figure's `q-<8 hex>`."""
    return "w-" + quote.fragment.removeprefix("q-")


def mark(body: str, quotations: list[Quote]) -> Marked:
    """`body` (sanitised HTML) with the words of `quotations` marked, as far as they stand there."""
    soup = BeautifulSoup(body, "html.parser")
    nodes = [n for n in soup.find_all(string=True) if type(n) is NavigableString]
    places = _places("".join(nodes), quotations)
    numbers = {id(q): n for n, q in enumerate(quotations, 1)}
    notes: dict[int, tuple[PageElement, list[Place]]] = {}
    at = 0
    for node in nodes:
        inside = [p for p in places if p.start < at + len(node) and at < p.stop]
        if inside and str(node).strip():
            for place in inside:
                if place.opens and place.start >= at:
                    notes.setdefault(id(_block(node)), (_block(node), []))[1].append(place)
            _wrap(soup, node, at, inside, numbers)
        at += len(node)
    for block, places_there in notes.values():
        _annotate(soup, block, places_there, numbers)
    return Marked(Markup(soup.decode(formatter="minimal")), frozenset(p.quote.fragment for p in places))


def _places(text: str, quotations: list[Quote]) -> list[Place]:
    """The places of all quotations in `text`, sorted, not overlapping; what is not there is left out."""
    folded, origin = _folded(text)
    taken: list[Place] = []
    for quote in quotations:
        found = _pieces(folded, quote)
        spots = [Place(origin[a], origin[b - 1] + 1, quote, opens=False, closes=False) for a, b in found]
        if spots and not any(s.start < t.stop and t.start < s.stop for s in spots for t in taken):
            spots[0] = replace(spots[0], opens=True)
            spots[-1] = replace(spots[-1], closes=True)
            taken += spots
    return sorted(taken, key=lambda place: place.start)


def _pieces(folded: str, quote: Quote) -> list[tuple[int, int]]:
    """Offsets into `folded` of the quotation, whole or in its pieces in order; empty if one is missing."""
    for pieces in ([quote.content], _CUT.split(quote.content)):
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


def _folded(text: str) -> tuple[str, list[int]]:
    """`text` with marks and dashes folded and runs of space as one, and where each character was."""
    letters: list[str] = []
    origin: list[int] = []
    for at, letter in enumerate(plain(text).translate(_MARKS)):
        if letter.isspace():
            if letters and letters[-1] == " ":
                continue
            letter = " "
        letters.append(letter)
        origin.append(at)
    return "".join(letters), origin


def _wrap(
    soup: BeautifulSoup, node: NavigableString, at: int, places: list[Place], numbers: dict[int, int]
) -> None:
    """Replace a text node by its unmarked and marked parts."""
    text, done = str(node), 0
    parts: list[PageElement] = []
    for place in places:
        start, stop = max(0, place.start - at), min(len(text), place.stop - at)
        parts += [NavigableString(text[done:start]), _mark(soup, text[start:stop], place, place.start >= at)]
        if place.closes and place.stop <= at + len(text):
            parts.append(_reference(soup, place, numbers[id(place.quote)]))
        done = stop
    node.replace_with(*parts, NavigableString(text[done:]))


def _mark(soup: BeautifulSoup, words: str, place: Place, begins: bool) -> Tag:
    made = soup.new_tag("mark")
    if place.opens and begins:
        made["id"] = words_fragment(place.quote)
    made.string = words
    return made


def _reference(soup: BeautifulSoup, place: Place, number: int) -> Tag:
    made = soup.new_tag("a", attrs={"class": "ref", "href": f"#{place.quote.fragment}"})
    made.string = str(number)
    return made


def _annotate(soup: BeautifulSoup, block: PageElement, places: list[Place], numbers: dict[int, int]) -> None:
    """Margin notes after a block: the number and the speaker of each quotation that begins in it."""
    notes = soup.new_tag("div", attrs={"class": "sidenotes"})
    for place in places:
        quote = place.quote
        name = quote.speaker.name if quote.speaker else quote.speaker_name
        if name:
            note = soup.new_tag("p", attrs={"lang": quote.speaker.lang if quote.speaker else quote.lang})
            note.extend([_reference(soup, place, numbers[id(quote)]), NavigableString(f" {name}")])
            notes.append(note)
    if notes.contents:
        block.insert_after(notes)


def _block(node: PageElement) -> PageElement:
    return next((p for p in _upwards(node) if p.parent is None or p.parent.parent is None), node)


def _upwards(node: PageElement) -> Iterator[PageElement]:
    yield node
    yield from (p for p in node.parents if isinstance(p, Tag))
