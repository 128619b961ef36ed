"""What is a name in one place of a document is one in all: surnames alone, abbreviations, Latin brands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from copydesk.actors.declension import inflected
from copydesk.model import MentionKind, Span
from copydesk.names.nominative import person
from copydesk.names.page import Name, Page
from copydesk.names.rules import common

_SIZE = 3


def spread(page: Page, names: Sequence[Name]) -> list[Name]:
    """`names` and every further mention of them that stands with a capital in the text, in order."""
    wanted = _wanted(page, names)
    taken = {offset for name in names for offset in range(name.span.start, name.span.stop)}
    found = list(names)
    for sentence in page.sentences:
        for token in sentence.tokens:
            kind = wanted.get(token.text.casefold())
            if kind is None or token.start in taken or not token.text[0].isupper():
                continue
            found.append(Name(token.span, kind, "spread"))
    return _merged(page, sorted(found, key=lambda n: n.span))


def _wanted(page: Page, names: Iterable[Name]) -> Mapping[str, MentionKind]:
    """Case-folded words that stand for a name found elsewhere -> its kind; ambiguous ones are left out."""
    wanted: dict[str, MentionKind] = {}
    for name in names:
        words = name.span.of(page.text).split()
        if name.kind == "person" and len(words) > 1:
            for form in _surname_forms(page, words):
                wanted.setdefault(form, "person")
        elif name.kind == "organisation" and len(words) == 1 and _brand(words[0]):
            wanted.setdefault(words[0].casefold(), "organisation")
        elif name.kind == "person" and not common(words[0], page.lang):
            wanted.setdefault(words[0].casefold(), "person")
    return wanted


def _surname_forms(page: Page, words: Sequence[str]) -> Iterable[str]:
    """The forms of the last word of a full name, unless it is also a common word."""
    surname = person(words, page.lang, {}).text.split()[-1]
    if len(surname) < _SIZE or common(surname, page.lang):
        return ()
    return [f for f in {surname.casefold(), words[-1].casefold(), *inflected(surname.casefold(), page.lang)} if len(f) >= _SIZE]


def _brand(word: str) -> bool:
    """A word whose shape alone sets it apart: "ВООЗ", "Pfizer", "BioNTech"."""
    return len(word) > 2 and (word.isupper() or word.isascii() or not (word.islower() or word.istitle()))


def abbreviations(page: Page, names: Sequence[Name]) -> dict[str, Name]:
    """Abbreviation -> the long name that it follows in brackets: "… організація співробітництва (ШОС)"."""
    found: dict[str, Name] = {}
    for name in names:
        if name.kind != "organisation":
            continue
        after = re.match(r"\s?[»\"”]?\s?\(([^\W\d_][\w-]{1,9})[);,]", page.text[name.span.stop : name.span.stop + 16])
        if after and _stands_for(after.group(1), name.span.of(page.text)):
            found[after.group(1)] = name
    return found


def _stands_for(short: str, full: str) -> bool:
    """True where most capitals of the abbreviation are first letters of the words, in any order (alphabets may differ)."""
    if sum(c.isupper() for c in short) < 2 or len(full.split()) < 2:
        return False
    return short.isascii() != full.isascii() or short[0].casefold() in {w[0].casefold() for w in re.split(r"[\s-]+", full) if w}


def _merged(page: Page, names: Sequence[Name]) -> list[Name]:
    """Neighbours that are a given name and a surname, found apart, become one."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind == name.kind == "person"
            and "spread" in (last.rule, name.rule)
            and page.text[last.span.stop : name.span.start] == " "
        ):
            joined[-1] = replace(last, span=Span(last.span.start, name.span.stop), rule="spread")
        elif last is None or not last.span.overlaps(name.span):
            joined.append(name)
    return joined
