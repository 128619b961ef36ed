"""Where the article is over: the words of readers below it, and all below a page's closing lines."""

from __future__ import annotations

import re
from collections.abc import Callable

from copydesk.clean import shapes
from copydesk.clean.page import Page

# So many words of running text are an article; a page's closing lines do not stand before them.
_ARTICLE = 60
_OPENING = 30
# Rules whose lines stand below an article, and how much of its length may follow them: the report of
# an error or the rights end it for sure, tags and the way to the comments may stand under its opening.
_CLOSING = dict.fromkeys(("error-report", "rating", "legal", "copyright", "about-outlet"), 1.0)
_CLOSING |= dict.fromkeys(("comments", "tags"), 0.4)
# "Гість, 21 січня 2021 09:12": who wrote a comment, and when.
_SIGNED = re.compile(r"[^\W\d_][^,|]{1,30}[,|\s]\s*\d{1,2}[\s.][^,|]{2,16}\d{4},?\s+\d{1,2}:\d{2}")
_ECHO = 25
_READERS = 300


def headed(page: Page) -> None:
    """What stands below "Коментарі" was written by readers."""
    for line in page.of_kind("box"):
        if page.labels[line.index].rule == "comments":
            page.drop(line.index, "comments")
            if page.prose_words(0, line.index) >= _ARTICLE:
                _drop_from(page, line.index + 1, "comments")


def signed(page: Page) -> None:
    """A name with day and hour below an article, and the words around it, are a reader's."""
    below = page.below(_OPENING)
    for line in page.of_kind("date", "byline", start=below):
        if not _SIGNED.fullmatch(line.text) or shapes.is_outlet(line.text.split(",")[0]):
            continue
        above = page.lines[line.index - 1]
        first = above.index if above.text[0].islower() and above.index >= below else line.index
        if page.prose_words(first) <= page.prose_words(0, first):
            _drop_from(page, first, "comments")
        return


def echoes(page: Page) -> None:
    """Readers quote each other: two lines or more begin with a whole line above and go on from it."""
    tail = [line for line in page.lines[page.below(_OPENING) :] if len(line.text) >= _ECHO][:_READERS]
    told: dict[str, int] = {}
    answered: set[int] = set()
    answers = 0
    for line in tail:
        heard = next((place for text, place in told.items() if line.text.startswith(text)), None)
        if heard is not None:
            answered.add(heard)
            answers += line.text not in told
        told.setdefault(line.text, line.index)
    if answers >= 2:
        _drop_from(page, min(answered), "comments")


def closing(page: Page) -> None:
    """Below the report of an error, the rights or the tags stands no more of the article."""
    for line in page.of_kind("noise", start=page.below(_ARTICLE)):
        share = _CLOSING.get(page.labels[line.index].rule)
        if share and page.prose_words(line.index) <= share * page.prose_words(0, line.index):
            for after in page.of_kind("prose", "open", "box", start=line.index):
                page.drop(after.index, "after-article")
            return


def _drop_from(page: Page, index: int, rule: str) -> None:
    for line in page.lines[index:]:
        page.drop(line.index, rule)


RULES: tuple[Callable[[Page], None], ...] = (headed, signed, echoes, closing)
