"""How the same words differ from print to print. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from digest.index import Quote

_SPACED = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: `kind` is same, missing (only in the first print) or added (only in the other)."""

    kind: str
    words: str


def differences(quote: Quote, other: Quote) -> list[Piece]:
    """The words of `other` against those of `quote`; one same piece where they are in different languages."""
    if quote.lang != other.lang:
        return [Piece("same", other.content)]
    ours, theirs = _SPACED.findall(quote.content), _SPACED.findall(other.content)
    matched = SequenceMatcher(None, [_bare(w) for w in ours], [_bare(w) for w in theirs], autojunk=False)
    return list(_pieces(matched, ours, theirs))


def _bare(word: str) -> str:
    """A word as it is compared: without case and the marks around it."""
    return re.sub(r"\W+", "", word.casefold()) or word


def _pieces(matched: SequenceMatcher[str], ours: list[str], theirs: list[str]) -> Iterator[Piece]:
    for how, a, b, c, d in matched.get_opcodes():
        if how == "equal":
            yield Piece("same", " ".join(theirs[c:d]))
            continue
        if a < b:
            yield Piece("missing", " ".join(ours[a:b]))
        if c < d:
            yield Piece("added", " ".join(theirs[c:d]))


@dataclass(frozen=True, slots=True)
class Print:
    """One form of the words and the quotations that have it; `pieces` is empty where nothing differs."""

    pieces: list[Piece]
    quotes: list[Quote]

    @property
    def differs(self) -> bool:
        """True where a word is missing or added."""
        return any(piece.kind != "same" for piece in self.pieces)


def elsewhere(quote: Quote) -> list[tuple[str, list[Print]]]:
    """The same words in other entries, by language (that of the quotation first) and by their form."""
    found: dict[str, dict[str, list[Quote]]] = {}
    for other in sorted(quote.wording, key=lambda q: (q.lang != quote.lang, q.lang)):
        if other is not quote:
            found.setdefault(other.lang, {}).setdefault(other.content, []).append(other)
    return [(lang, [_print(quote, quotes) for quotes in forms.values()]) for lang, forms in found.items()]


def _print(quote: Quote, others: list[Quote]) -> Print:
    pieces = differences(quote, others[0])
    alike = quote.lang == others[0].lang and all(piece.kind == "same" for piece in pieces)
    return Print([] if alike else pieces, others)


def beside(quote: Quote) -> tuple[Quote | None, Quote | None]:
    """The quotations before and after it in its entry."""
    told = quote.entry.quotations
    at = told.index(quote)
    return (told[at - 1] if at else None, told[at + 1] if at + 1 < len(told) else None)


def opening(words: str, longest: int = 70) -> str:
    """The first words of a text, at most `longest` characters, with an ellipsis where it is cut."""
    if len(words) <= longest:
        return words
    return words[:longest].rpartition(" ")[0].rstrip(",;:—– ") + " …"
