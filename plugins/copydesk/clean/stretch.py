"""Where the article begins and ends: the stretch of lines with the greatest sum of scores.

Each line gives evidence: running text speaks for the article, known noise against it, short lines
hardly at all. (Maximum subsequence segmentation, after Pasternack and Roth 2009.)
"""

from __future__ import annotations

import re

from copydesk.clean.lines import Line
from copydesk.clean.page import Page

_ITEM = re.compile(r"[•►▪●·*—-]\s?\S|\d{1,2}[.)]\s|\(\d{1,2}\)\s")
# What pages paste between paragraphs says little; what stands at their end says that the article is over.
_PASTED = frozenset(
    {
        *("repeated-line", "read-also", "subscribe", "advert", "share", "label"),
        *("video", "marks", "menu", "photo-credit", "feed"),
    }
)
_BETWEEN, _FURTHER = -1.0, -0.3  # a box of several lines interrupts once
_NOISE = -3.0
_SHORT = -0.3
_BOX = 4


def is_item(line: Line) -> bool:
    """A line of a list by its mark: bullet, dash, number, or a comma or semicolon at its end."""
    return bool(_ITEM.match(line.text)) or line.text[-1] in ";,"


def score(page: Page, line: Line) -> float:
    """What a line says for (above zero) or against the article being here."""
    kind = page.kind(line.index)
    if kind == "prose":
        return 1 + min(line.words, 60) / 12
    if kind == "noise":
        if page.labels[line.index].rule not in _PASTED:
            return _NOISE
        return _FURTHER if line.index and page.labels[line.index - 1].rule in _PASTED else _BETWEEN
    return 0.3 if is_item(line) else _SHORT


def bounds(page: Page, start: int) -> tuple[int, int]:
    """The first line and the one after the last line of the article, not before line `start`."""
    best, total = 0.0, 0.0
    found, begin, text = (start, start), start, start - _BOX
    for line in page.lines[start:]:
        total += score(page, line)
        if page.kind(line.index) == "prose":
            text = line.index
        if total > best:
            best, found = total, (begin, line.index + 1)
        elif total < 0:
            # A small box under the first paragraph does not cut it off.
            total, begin = 0.0, begin if line.index - text < _BOX else line.index + 1
    return found[0], _with_tail(page, found[1])


def _with_tail(page: Page, stop: int) -> int:
    """The end, moved over a last paragraph that only lacks its full stop, or is a short sentence."""
    if 0 < stop < len(page.lines):
        line = page.lines[stop]
        long = line.words >= 16 or (line.sentences >= 2 and line.words >= 8)
        whole = long or (line.full_stop and line.words >= 3)
        if page.kind(stop) == "open" and whole and page.kind(stop - 1) == "prose":
            return stop + 1
    return stop
