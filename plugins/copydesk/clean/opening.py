"""Where the text of a page opens, and which of the lines above speaks of it."""

from __future__ import annotations

from copydesk.clean.lines import Line
from copydesk.clean.page import Page

# How much of its words a headline shares with the text, and how little a line that is none.
_SHARED, _STRANGE = 0.4, 0.15
_OPENING_LINES = 30
# Text begins where so many words of it stand within some lines; as many lone notices are passed over.
_TEXT, _NEAR, _NOTICES = 35, 5, 4
_STEM = 5


def body(page: Page) -> int:
    """The first line that is running text for sure; past the end where there is none.

    A lone sentence over a menu (a notice, a slogan) is not: more text stands near the article's first.
    """
    sure = [x.index for x in page.of_kind("prose") if not x.asks and (x.full_stop or x.words > 34)]
    for index in sure[:_NOTICES]:
        if page.prose_words(index, index + _NEAR) >= _TEXT:
            return index
    if sure:
        return sure[0]
    return next((line.index for line in page.of_kind("prose")), len(page.lines))


def told(page: Page, lines: list[Line], body: int) -> Line:
    """The first line, unless it says nothing of the text, as menus and slogans do, and one below it does."""
    text = " ".join(line.key for line in page.lines[body : body + _OPENING_LINES])
    heard = set(_stems(text))
    shares = [len(heard.intersection(own)) / len(own) if (own := _stems(line.key)) else 0.0 for line in lines]
    if shares[0] >= _STRANGE:
        return lines[0]
    return next((line for line, share in zip(lines, shares, strict=True) if share >= _SHARED), lines[0])


def _stems(text: str) -> list[str]:
    return [word[:_STEM] for word in text.split() if len(word) >= _STEM - 1]
