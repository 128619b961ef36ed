"""What stands between the headline and the text: date, author, standfirst."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from copydesk.clean import shapes, site, stamps
from copydesk.clean.lines import Line
from copydesk.clean.page import Page
from copydesk.model import Found, Span

_NEAR = 8
_WHOLE = 7
_LEDE = 60
_BOX = 3
# "Anna Koval is a reporter for …", "Anna Koval writes about rivers."
_ABOUT = re.compile(
    r"\s(?:is an?\s(?:[\w-]+\s){0,4}(?:reporter|correspondent|editor|writer|journalist|columnist|producer)\b"
    r"|(?:writes|reports|covers)\b|[—-]\s(?:журналіст|кореспондент|оглядач|журналист|корреспондент|обозреватель))"
)
_HEAD_RULES = frozenset({"date-line", "byline", "photo-credit", "share", "masthead", "marks"})


@dataclass(frozen=True, slots=True)
class Head:
    """The fields of the article's head; `standfirst` and `posts` are indices of lines.

    `posts` are the titles of a live report's posts, each of which stands under its hour.
    """

    dateline: Found | None
    byline: Found | None
    standfirst: frozenset[int]
    posts: frozenset[int]


def read(page: Page, headline: int | None, body: tuple[int, int]) -> Head:
    """The fields around the headline; the lines they came from are taken out of the text."""
    dateline, stamp_name = _dateline(page, headline, body)
    byline = stamp_name or _byline(page, headline, body)
    posts = _posts(page, headline, body)
    return Head(dateline, byline, _standfirst(page, headline, body, posts), posts)


def _dateline(page: Page, headline: int | None, body: tuple[int, int]) -> tuple[Found | None, Found | None]:
    """The date line nearest to the headline, below it rather than above, and the author it may name."""
    at = headline if headline is not None else body[0]
    found = [
        line
        for line in page.of_kind("date")
        # Within the text a date is another report's.
        if (line.index < at + _NEAR and page.prose_words(at, line.index) <= _LEDE) or line.index == body[1]
    ]
    for line in page.of_kind("date"):
        page.drop(line.index, "date-line")
    if not found:
        return None, None
    found.sort(key=lambda near: (near.index < at, abs(near.index - at)))
    line = next((one for one in found if _names_author(page, one)), found[0])
    name = _names_author(page, line)
    span = line.span
    byline = None
    if name:
        start = line.span.start + line.text.index(name)
        byline = Found(name, "date-line", Span(start, start + len(name)))
        before = Span(line.span.start, start)
        span = _tidy(page, before if len(before) > 4 else Span(start + len(name), span.stop))
    return Found(" ".join(span.of(page.text).split()), "date-line", span), byline


def _names_author(page: Page, line: Line) -> str | None:
    """The person whom a date line names; its outlet is none."""
    name = stamps.date_with_name(line)
    return name if name and not shapes.is_outlet(name) and name.casefold() not in site.names(page) else None


def _tidy(page: Page, span: Span) -> Span:
    """The span without the blanks and commas around it, and without the "by" before a name."""
    text = re.sub(r"[\s,|]+(?:by|автор(?:ом)?|текст)\s*:?\s*$", "", span.of(page.text), flags=re.IGNORECASE)
    start = span.start + len(text) - len(text.lstrip(" ,|·-—"))
    return Span(start, start + len(text.strip(" ,|·-—")))


def _byline(page: Page, headline: int | None, body: tuple[int, int]) -> Found | None:
    """A line that names its author, else a bare name right under the headline."""
    marked = list(page.of_kind("byline"))
    for line in marked:
        page.drop(line.index, "byline")
    bare = _bare_name(page, headline, body)
    if bare is not None:
        page.drop(bare.index, "byline")
        if bare.index + 1 < len(page.lines) and shapes.is_job(page.lines[bare.index + 1].text):
            page.drop(bare.index + 1, "byline")
        marked.append(bare)
    if not marked:
        return None
    chosen = marked[0]
    name = _person(shapes.author(chosen.text) or chosen.text)
    _drop_about(page, name, body)
    start = chosen.span.start + chosen.text.index(name)
    return Found(name, "byline", Span(start, start + len(name)))


def _person(name: str) -> str:
    """The author without the agency behind: "Anna Koval" of "Anna Koval, Northern Press"."""
    person, _, place = name.rpartition(", ")
    return person if person and (shapes.is_outlet(place) or site.is_masthead(place)) else name


def _drop_about(page: Page, name: str, body: tuple[int, int]) -> None:
    """Drop the box below the text that says who its author is."""
    for line in page.lines[max(body[0], body[1] - _BOX) : body[1]]:
        if line.text.startswith(name) and _ABOUT.match(line.text, len(name)):
            page.drop(line.index, "about-author")


def _bare_name(page: Page, headline: int | None, body: tuple[int, int]) -> Line | None:
    if headline is None:
        return None
    for line in page.lines[headline + 1 : headline + _NEAR]:
        kind = page.kind(line.index)
        if kind == "open" and line.index <= body[0] + 2 and shapes.author(line.text):
            return None if shapes.is_outlet(line.text) else line
        if kind == "prose" and line.index > body[0]:
            return None
    return None


def _posts(page: Page, headline: int | None, body: tuple[int, int]) -> frozenset[int]:
    found = [
        line.index
        for line in page.of_kind("open", start=max(1, (headline or 0) + 1), stop=body[1])
        if page.labels[line.index - 1].rule == "date-line"
    ]
    return frozenset(found if len(found) >= 2 else [])


def _standfirst(
    page: Page, headline: int | None, body: tuple[int, int], posts: frozenset[int]
) -> frozenset[int]:
    """The sentence or two that the page sets between headline and text.

    Seen by what follows (a date, an author, a picture's credit) or by its missing full stop; one that is
    only the beginning of the first paragraph is dropped.
    """
    if headline is None:
        return frozenset()
    above = page.of_kind("open", start=headline + 1, stop=body[0])
    found = {line.index for line in above if line.words >= _WHOLE and line.text[-1] != ":"} - posts
    kept = [
        line for line in page.of_kind("prose", "open", start=headline + 1, stop=body[1]) if line.words >= 4
    ]
    for line, following in pairwise(kept[:3]):
        if line.index in posts:
            break  # a live report begins
        if _begins(following.text, line.text):
            page.drop(line.index, "repeated-lede")
            continue
        between = range(line.index + 1, following.index)
        apart = bool(between) and all(page.labels[i].rule in _HEAD_RULES for i in between)
        if line.words > 60 or not (apart or (not line.full_stop and line.text[-1] != ":")):
            break
        if page.kind(following.index) == "open" and following.words < line.words:
            break  # a subheading follows: this is the first paragraph
        if any(page.kind(i) == "open" for i in between):
            break
        found.add(line.index)
    return frozenset(found)


def _begins(paragraph: str, standfirst: str) -> bool:
    """True where a teaser cut from the paragraph ("The bridge over the ... City News, 3 May") precedes it."""
    if len(standfirst) > len(paragraph):
        return False
    probe = standfirst[: min(60, len(standfirst) - 1)]
    return len(probe) >= 30 and probe in paragraph[: len(probe) + 60]
