"""English bodies called by whom they join or what they are for: "Friends of the Docks"."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.lexicon import words
from copydesk.text import Token

LINKS = frozenset(("of", "for", "against", "without", "the"))
_JOINS = LINKS - {"the"}


def opens(run: Sequence[Token], i: int) -> bool:
    """True at a link inside such a name, the article behind it too: "Friends [of] [the] Docks"."""
    head = i - 1
    if run[i].text == "the":
        head -= run[head].text.lower() in _JOINS
    if head < 0 or (head == i - 1 and run[i].text == "the") or not _joins(run[head].text):
        return False
    behind = i + 1
    behind += run[i].text != "the" and behind < len(run) and run[behind].text == "the"
    return behind < len(run) and run[behind].text[:1].isupper()


def is_one(run: Sequence[Token]) -> bool:
    """True for a run that is such a name from its first word on."""
    return len(run) > 2 and _joins(run[0].text) and run[1].text.lower() in _JOINS


def _joins(word: str) -> bool:
    """True for a capital word of the lexicon: "Friends", "Transport"."""
    return word[:1].isupper() and word.lower() in words("en", "collectives")
