"""Which abbreviation of a document stands for which of its long names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.names.page import Name, Page

_SMALL = frozenset(
    (
        "of",
        "the",
        "and",
        "for",
        "on",
        "in",
        "та",
        "і",
        "й",
        "з",
        "із",
        "у",
        "в",
        "на",
        "по",
        "при",
        "и",
        "с",
        "для",
    )
)
_LETTERS = range(3, 7)


def abbreviations(page: Page, names: Sequence[Name]) -> dict[str, Name]:
    """Abbreviation -> the long name: in brackets behind it, or with the same initials elsewhere in the text.

    "… організація співробітництва (ШОС)"; "Crown Prosecution Service … the CPS", where only one name fits.
    """
    bodies = [name for name in names if name.kind == "organisation"]
    by_initials: dict[str, Name] = {}
    for name in bodies:
        by_initials.setdefault(initials(name.span.of(page.text)), name)
    found: dict[str, Name] = {}
    for name in bodies:
        short = name.span.of(page.text)
        if short.isupper() and len(short) in _LETTERS and short in by_initials:
            found[short] = by_initials[short]
    return found | _bracketed(page, bodies)


def initials(name: str) -> str:
    """The first letters of a name of several words, small words left out; empty for one word."""
    own = [w for w in re.findall(r"[^\W\d_][^\W\d_'’]*", name) if w.casefold() not in _SMALL]
    return "".join(w[0].upper() for w in own) if len(own) > 1 else ""


def _bracketed(page: Page, bodies: Sequence[Name]) -> dict[str, Name]:
    found: dict[str, Name] = {}
    for name in bodies:
        after = re.match(
            r"\s?[»\"”]?\s?\((?:[A-Za-z' ]{3,60},\s?)?([^\W\d_][\w-]{1,9})[);,]",
            page.text[name.span.stop : name.span.stop + 80],
        )
        if after and _stands_for(after.group(1), name.span.of(page.text)):
            found[after.group(1)] = name
    return found


def _stands_for(short: str, full: str) -> bool:
    """True where it begins as one of the words does, or the alphabets differ: "… (WHO)"."""
    if sum(c.isupper() for c in short) < 2 or len(full.split()) < 2:
        return False
    return short.isascii() != full.isascii() or short[0].casefold() in {
        w[0].casefold() for w in re.split(r"[\s-]+", full) if w
    }
