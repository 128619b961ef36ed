"""What each line is by itself: the first rule with an opinion wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from copydesk.clean import phrases, sections, shapes, stamps
from copydesk.clean.lines import Line

# noise: goes. box: a heading whose lines below belong to it. date, byline, credit: fields around an
# article. prose: running text. open: short, to be judged by its neighbours.
Kind = Literal["noise", "box", "date", "byline", "credit", "prose", "open"]


@dataclass(frozen=True, slots=True)
class Label:
    """A line's kind and the rule that said so."""

    kind: Kind
    rule: str


Rule = Callable[[Line], Label | None]

BOXES = frozenset({"related-box", "promo-box", "comments"})
# Phrases that are pasted between or behind sentences; the rest fill a line of their own.
INLINE = frozenset({"read-also", "subscribe", "error-report", "photo-credit", "advert"})
_LONG = 30


def label(line: Line) -> Label:
    """The label of a line, without looking at its neighbours."""
    for rule in RULES:
        found = rule(line)
        if found:
            return found
    return Label("open", "open")


def marks(line: Line) -> Label | None:
    """A row of marks, "* * *", the number of a picture, "2 з 4", or a footnote, "↑ О. Коваль (2019)"."""
    if line.text[0] == "↑":
        return Label("noise", "footnote")
    return Label("noise", "marks") if not line.words or stamps.is_counter(line.text) else None


def dates(line: Line) -> Label | None:
    """A date line: "Вівторок, 5 січня 2021, 16:10"."""
    if line.text[0] == "©":
        return None
    return Label("date", "date-line") if stamps.is_date(line) or stamps.date_with_name(line) else None


def read_links(line: Line) -> Label | None:
    """A link put between paragraphs: "READ  Bridge opens a month early"."""
    return Label("noise", "read-also") if shapes.is_read_link(line.text) else None


def boilerplate(line: Line) -> Label | None:
    """The phrases of the lexicon; long paragraphs that only end in one are left to `inline`."""
    hit = phrases.hit(line.text)
    if hit is None:
        return None
    if hit.rule in INLINE and line.words > _LONG and hit.where != "line":
        return None
    if hit.rule in BOXES and hit.where == "line":
        return Label("box", hit.rule)
    if hit.rule == "read-also" and line.words <= 3:
        return Label("box", "read-also")
    if hit.where == "any" and hit.rule in INLINE and hit.start > 40 and line.sentences > 1:
        return None
    return Label("noise", hit.rule)


def copyrights(line: Line) -> Label | None:
    """A line of rights: "© 2024 Вісник. Усі права захищено"."""
    return Label("noise", "copyright") if shapes.is_copyright(line) else None


def tags(line: Line) -> Label | None:
    """Hash tags or key words: "#міст #ремонт"."""
    return Label("noise", "tags") if shapes.is_tags(line.text) else None


def credits(line: Line) -> Label | None:
    """A picture's credit: "Фото: Олена Коваль", "Міст після ремонту / Reuters"."""
    found = shapes.credit(line.text)
    if found is None or line.words > 40:
        return None
    return Label("credit", "photo-credit") if found.start() < 3 or line.words <= 28 else None


def menus(line: Line) -> Label | None:
    """A trail of sections ("Головна » Політика"), or a line cut off at a separator ("Вісник |")."""
    torn = line.text[-1] == "|" or line.text[0] == "|"
    menu = torn or sections.is_menu(line.text) or sections.is_sections(line.text)
    return Label("noise", "menu") if line.words <= 24 and menu else None


def bylines(line: Line) -> Label | None:
    """An author named as such: "Автор: Олена Коваль"."""
    named = shapes.has_byline_word(line.text) and shapes.author(line.text)
    return Label("byline", "byline") if named else None


def links(line: Line) -> Label | None:
    """Where the page was copied from: "https://misto.example/news/7"."""
    return Label("noise", "link") if shapes.is_link(line.text) else None


def domains(line: Line) -> Label | None:
    """An address: "Misto.today"."""
    return Label("noise", "masthead") if shapes.domain(line.text) else None


def sentences(line: Line) -> Label | None:
    """Running text."""
    return Label("prose", "prose") if line.prose else None


RULES: tuple[Rule, ...] = (
    marks,
    dates,
    read_links,
    boilerplate,
    copyrights,
    tags,
    menus,
    bylines,
    credits,
    links,
    domains,
    sentences,
)
