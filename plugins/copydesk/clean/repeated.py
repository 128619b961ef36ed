"""The site's name, told by where its words stand again: behind a date, in marks, over the year it began."""

from __future__ import annotations

import re

from copydesk.clean import phrases, sections
from copydesk.clean.lines import Line
from copydesk.clean.page import Page
from copydesk.model import Span

_NAME = 4  # words of a site's name
# "Издаётся с 1931 года": below the name of a paper
_FOUNDED = re.compile(
    r"(?:видається|виходить|заснован\w+|издаётся|издается|выходит|основан\w*|since|est\.|established|founded)\b"
    r"[^.!?\n]{1,30}\d{4}",
    re.IGNORECASE,
)


def repeated(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """A short line above the headline with which a date or a picture's line ends, or that the site quotes."""
    top = kept[0].start if kept else 0
    above = [
        line
        for line in page.of_kind("noise")
        if line.span.stop < top and line.words <= _NAME and _named_alone(line.text)
    ]
    for line in above:
        if _FOUNDED.match(page.lines[line.index + 1].text):
            return line.span
        ends = re.compile(rf"\s[/|•·]\s{re.escape(line.text)}$|«{re.escape(line.text)}»")
        for other in page.lines:
            found = ends.search(other.text) if _may_name(page, other, kept) else None
            # "Освіта" behind a date may be a section.
            if found and (line.words > 1 or found.group()[0] == "«"):
                return line.span
    return None


def _may_name(page: Page, line: Line, kept: tuple[Span, ...]) -> bool:
    """True for a line that may name the site: no sentence of the article, no trail of sections."""
    trail = page.labels[line.index].rule == "menu" and not line.text[0].isdigit()
    inside = bool(kept) and kept[0].start < line.span.start < kept[-1].stop and line.full_stop
    return not trail and not inside


def _named_alone(text: str) -> bool:
    capital = text[:1].isupper() and text[-1].isalnum() and not any(map(str.isdigit, text))
    return capital and not all(map(sections.is_section, text.split())) and phrases.hit(text) is None
