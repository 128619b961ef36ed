"""What editors choose for the front page and add to the words of others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from copydesk.check.shelves import Shelves
from copydesk.frontmatter import Document, Entry
from copydesk.messages import say
from copydesk.model import Problem


def leads(shelves: Shelves) -> Iterator[Problem]:
    """One entry leads an edition."""
    leading: dict[date, str] = {}
    for path, document in sorted(shelves.entries.items()):
        day = document.meta.date
        if document.meta.featured and document.meta.status == "published" and day:
            if day in leading:
                yield document.problem(
                    "leads",
                    ("featured",),
                    say("{path} leads the edition of {day} too", path=leading[day], day=day),
                    "take `featured` out of one of the two",
                    "warning",
                )
            leading.setdefault(day, path)


def translations(shelves: Shelves) -> Iterator[Problem]:
    """A translation is into another language than the words are in."""
    for document in shelves.entries.values():
        for number, quotation in enumerate(document.meta.quotations):
            if document.meta.lang in quotation.translations:
                yield _untranslated(document, number)


def _untranslated(document: Document[Entry], number: int) -> Problem:
    lang = document.meta.lang
    where = ("quotations", number, "translations", lang)
    message = say("the words are in the language “{lang}” already", lang=lang)
    return document.problem("translations", where, message, "take this translation out", "warning")
