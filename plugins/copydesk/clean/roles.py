"""How each kept line is set: paragraph, subheading, list item, standfirst or caption."""

from __future__ import annotations

import re
from collections.abc import Callable

from copydesk.clean.head import Head
from copydesk.clean.lines import Line
from copydesk.clean.page import Page
from copydesk.clean.stretch import is_item
from copydesk.model import Role

# "- Так, - сказала мер": the dash of speech, not of a list.
_SPEECH = re.compile(r"[,!?][\"»]?\s[-—]\s")
# "- Anna Koval (@koval) May 3, 2024": whose post stands above.
_HANDLE = re.compile(r"[-—]\s[^()]{1,60}\(@\w+\)")
_PICTURES = "👉✅❗️🔹🔸▪️🔴🟢🔵⚡➡️✔️☑️📌 "  # what channels set for a bullet
_FEW = 6
_SUBHEADING = 16
_NAMING, _OVER = 3, 12
_LABELLED = 5
_ITEM_WORDS = 60
_MANY = 3
_DASHED = 25
# "Джерело: міськрада", "Source: the council"
# "Джерело: пресслужба, Повітряні сили": where the news is from, no heading of what follows.
_SOURCES = re.compile(r"(?:джерел[оа]|источники?|sources?):\s", re.IGNORECASE)
_SHORT_LABEL = re.compile(r"\w+:\s\S")


def role(page: Page, line: Line, head: Head, body: tuple[int, int]) -> Role | None:
    """The role of a line of the article, or None where it is no part of the text after all."""
    if line.index in head.standfirst:
        return "standfirst"
    if line.index in head.posts:
        return "subheading"
    if not body[0] <= line.index < body[1] or page.kind(line.index) == "noise":
        return None
    if _under_headline(page, line, body):
        return None
    for rule in RULES:
        found = rule(page, line)
        if found:
            return found
    return "paragraph" if page.kind(line.index) in ("prose", "open") else None


def _under_headline(page: Page, line: Line, body: tuple[int, int]) -> bool:
    """A few words before the first paragraph: the caption of the picture, a section, a source of it."""
    if page.kind(line.index) != "open" or line.words > _FEW or line.asks or is_item(line):
        return False
    return all(page.kind(i) not in ("prose", "open") for i in range(body[0], line.index))


def caption(page: Page, line: Line) -> Role | None:
    """A short line over its credit: "Міст після ремонту" / "Фото: міськрада"."""
    if page.kind(line.index) != "open":
        return None
    following = page.lines[line.index + 1] if line.index + 1 < len(page.lines) else None
    credited = following is not None and page.labels[following.index].rule == "photo-credit"
    return "caption" if credited and not is_item(line) else None


def item(page: Page, line: Line) -> Role | None:
    """A line with a bullet or number, or one of several that end with a comma or semicolon."""
    if (line.text[0] in "►" and line.asks) or _numbered_heading(page, line):
        return "subheading"
    if _one_of_many(page, line):
        return "item"
    if not is_item(line) or line.words > _ITEM_WORDS or _SPEECH.search(line.text):
        return "item" if _in_list(page, line) else None
    if line.text[0] in "-—":
        # A single dash opens somebody's speech; two or more make a list.
        near = page.lines[max(0, line.index - 1) : line.index + 2]
        alike = [n for n in near if n.text[0] in "-—" and not _SPEECH.search(n.text) and n.words <= _DASHED]
        listed = len(alike) >= 2 and not any(n.asks for n in near)
        return "item" if listed or line.text[-1] in ";," else None
    return "item"


def _one_of_many(page: Page, line: Line) -> bool:
    """True within three short lines or more in a row: no text has so many subheadings at once."""
    first = last = line.index
    while first > 0 and _short(page, first - 1):
        first -= 1
    while last + 1 < len(page.lines) and _short(page, last + 1):
        last += 1
    return _short(page, line.index) and last - first >= _MANY - 1


def _short(page: Page, index: int) -> bool:
    line = page.lines[index]
    return page.kind(index) == "open" and line.title_like and not line.asks and not is_item(line)


def _numbered_heading(page: Page, line: Line) -> bool:
    """A short numbered line alone between paragraphs: "2. Кому відмовлять?"."""
    if not line.text[0].isdigit() or not line.title_like or line.words > _SUBHEADING + 4:
        return False
    near = [x for x in page.lines[max(0, line.index - 1) : line.index + 2] if x.index != line.index]
    return len(near) == 2 and all(page.kind(x.index) == "prose" and not is_item(x) for x in near)


def _in_list(page: Page, line: Line) -> bool:
    """The last line of a list, which ends with a full stop, or one announced by a colon."""
    before = page.lines[line.index - 1].text if line.index else ""
    lower = line.text.lstrip(_PICTURES)[:1].islower() and line.words <= _ITEM_WORDS
    return lower and before[-1:] in (";", ":", ",")


def subheading(page: Page, line: Line) -> Role | None:
    """A short line without a full stop between paragraphs."""
    if line.text[-1] == ":" and line.words >= _NAMING:
        return _announcing(page, line)
    if page.kind(line.index) != "open" and not line.asks:
        return None
    if _SOURCES.match(line.text):
        return None
    if line.words > _SUBHEADING or (line.full_stop and not line.asks) or line.text[0] in '"«-—':
        return None
    if (line.words <= _LABELLED and _SHORT_LABEL.match(line.text)) or (
        line.asks and (line.sentences > 1 or ":" in line.text)
    ):
        return None
    after = next((x for x in page.lines[line.index + 1 :] if page.kind(x.index) != "noise"), None)
    if after is not None and _HANDLE.match(after.text):
        return None
    return "subheading" if after is not None and line.text[-1] != "," else None


def _announcing(page: Page, line: Line) -> Role | None:
    """A line with a colon stands over paragraphs ("Ціни на хліб: що відомо", "Усе про міст:"), or opens
    what is said or listed below it, of which it is a part.
    """
    after = next((x for x in page.lines[line.index + 1 :] if page.kind(x.index) != "noise"), None)
    over = after is not None and page.kind(after.index) == "prose" and not is_item(after)
    opens = over and after is not None and (after.text[0] in '"«-—' or after.text[0].islower())
    return "subheading" if over and not opens and line.words <= _OVER else None


RULES: tuple[Callable[[Page, Line], Role | None], ...] = (caption, item, subheading)
