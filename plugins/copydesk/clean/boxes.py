"""Lines that are noise by their neighbours: boxes of other articles and lists of links."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from copydesk.clean import repeats, tails
from copydesk.clean.lines import Line
from copydesk.clean.page import Page

# A teaser box at the end is short beside the article it stands under.
_TAIL_SHARE = 0.4
# What stands before has to be an article already: at least a paragraph.
_ARTICLE = 30
_LINK = 4
# The dates of a box's own titles stand among its first lines; those of a feed at the page's end do not.
_BOX = 10
_TEASER = re.compile(r"(?:\.\.\.|…|\((?:подробн|детальн|докладн|more|details)\w*\)\.?)$", re.IGNORECASE)
_STAMPED = re.compile(r"\d{1,2}\.\d{2}(?:\.\d{2,4})?,?\s\d{1,2}:\d{2}\s+\S")
_MOST_BOXES = 40


def _boxes(page: Page, rule: str) -> list[Line]:
    """The headings of boxes of one kind. Real pages have a few; a page of nothing else is no article."""
    found = (line for line in page.of_kind("box") if page.labels[line.index].rule == rule)
    return list(islice(found, _MOST_BOXES))


def read_also(page: Page) -> None:
    """A cue alone on a line ("Читайте також"): the titles below it go, at the end of a page teasers too."""
    for line in _boxes(page, "read-also"):
        page.drop(line.index, "read-also")
        after = _drop_titles(page, line.index + 1, "read-also")
        left = list(page.of_kind("prose", start=after))
        # After a single title the article goes on, unless what follows is cut off or points further.
        listed = after - line.index > 2 or any(_TEASER.search(teaser.text) for teaser in left)
        if (
            listed
            and len(left) <= 2
            and sum(p.words for p in left) <= 70
            and page.prose_words(0, line.index) > _ARTICLE * 2
        ):
            for index in range(after, len(page.lines)):
                page.drop(index, "read-also")


def _drop_titles(page: Page, index: int, rule: str) -> int:
    """Drop titles from `index` on; return where they end. A short line before prose is a subheading."""
    start = index
    while index < len(page.lines) and page.lines[index].title_like and index - start < 6:
        followed = index + 1 < len(page.lines) and page.kind(index + 1) == "prose"
        if followed and index > start and page.lines[index].words < _LINK + 2:
            break
        page.drop(index, rule)
        index += 1
    return index


def related(page: Page) -> None:
    """A heading like "Новини по темі" with its list: to the end of the page where no article follows."""
    for line in _boxes(page, "related-box"):
        before = page.prose_words(0, line.index)
        goes_on = not _ends(page, line, before)
        if before >= _ARTICLE and goes_on and _drop_feed(page, line.index):
            continue
        page.drop(line.index, "related-box")
        if before and goes_on:
            _drop_titles(page, line.index + 1, "related-box")
        elif not goes_on:
            for index in range(line.index + 1, len(page.lines)):
                page.drop(index, "related-box")


def _ends(page: Page, line: Line, before: int) -> bool:
    """True where the article is over with this heading: little text follows, or others with their dates."""
    if before < _ARTICLE:
        return False
    stamped = len(list(page.of_kind("date", start=line.index + 1, stop=line.index + _BOX)))
    return page.prose_words(line.index + 1) <= before * _TAIL_SHARE or stamped >= 2


def _drop_feed(page: Page, heading: int) -> bool:
    """Drop a feed: titles behind day and hour ("31.01, 20:56 Міст відкрито"), each with its teaser."""
    start = heading + 1
    stamped = [line.index for line in page.lines[start:] if _STAMPED.match(line.text)]
    if stamped[:1] != [start]:
        return False
    feed = [index for place, index in enumerate(stamped) if index <= start + 2 * place]
    teased = feed[-1] > start + len(feed) - 1
    for index in range(heading, min(feed[-1] + 1 + teased, len(page.lines))):
        page.drop(index, "feed")
    return True


def teasers(page: Page) -> None:
    """Date and title, two times or more below an article, with or without a heading: a list of others."""
    below = page.below(2 * _ARTICLE)
    stamps = [line.index for line in page.of_kind("date", start=below) if _title_follows(page, line.index)]
    if len(stamps) < 2:
        return
    first = stamps[0]
    while first > 0 and page.kind(first - 1) in ("open", "date") and page.lines[first - 1].words <= 3:
        first -= 1
    for index in range(first, len(page.lines)):
        page.drop(index, "related-box")


def _title_follows(page: Page, index: int) -> bool:
    """True where the next line that is no date is a title."""
    following = (line for line in page.lines[index + 1 : index + 4] if page.kind(line.index) != "date")
    line = next(following, None)
    return line is not None and line.title_like and line.words >= _LINK


def promos(page: Page) -> None:
    """A heading like "Подкаст" takes the paragraph that advertises it along."""
    for line in _boxes(page, "promo-box"):
        page.drop(line.index, "promo-box")
        if line.index + 1 < len(page.lines) and page.prose_words(0, line.index) >= _ARTICLE:
            page.drop(line.index + 1, "promo-box")


def link_lists(page: Page) -> None:
    """Three titles or more in a row, not announced by a colon, are links to other pages."""
    below = page.below(_ARTICLE)
    run: list[int] = []
    for line in (*page.lines, None):
        if (
            line is not None
            and page.kind(line.index) == "open"
            and line.title_like
            and not _listed(line.text)
        ):
            run.append(line.index)
            continue
        if len(run) >= 3 and run[0] >= below and not _announced(page, run[0]) and not _detailed(page, run):
            rule = "link-list" if sum(page.lines[i].words for i in run) >= _LINK * len(run) else "menu"
            for index in run:
                page.drop(index, rule)
        run = []


def _detailed(page: Page, run: list[int]) -> bool:
    """True for addresses, doses and the like: half of the lines have both a figure and a comma."""
    texts = [page.lines[index].text for index in run]
    return 2 * sum("," in text and any(map(str.isdigit, text)) for text in texts) >= len(texts)


def _listed(text: str) -> bool:
    return text[0] in "•►▪●-—" or text[0].islower()


def _announced(page: Page, index: int) -> bool:
    return index > 0 and page.lines[index - 1].text.endswith(":")


RULES: tuple[Callable[[Page], None], ...] = (
    *repeats.RULES,
    read_also,
    promos,
    related,
    teasers,
    link_lists,
    *tails.RULES,
)


def mark(page: Page) -> None:
    """Drop every line that a box, a gallery or a repeat explains."""
    for rule in RULES:
        rule(page)
