"""What a page says twice: standfirsts, paragraphs, the titles over the pictures of a gallery."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from copydesk.clean.page import Page

# A gallery stands below the opening of an article.
_OPENING = 15
# A paragraph this long may be the whole article in one piece, which some pages hold twice.
_FLAT = 800


def teased(page: Page) -> None:
    """A standfirst that stands again within the text, word for word, is dropped where it stood first."""
    first = next(page.of_kind("prose"), None)
    if first is None or first.words < 6 or first.index + 1 >= len(page.lines):
        return
    again = [line for line in page.lines[first.index + 2 :] if line.key == first.key]
    if len(again) == 1 and again[0].index + 1 < len(page.lines):
        # Where what follows is the same as well, the page holds its whole article twice.
        following = page.lines[again[0].index + 1].key
        if following not in {line.key for line in page.lines[: again[0].index]}:
            page.drop(first.index, "repeated-lede")


def repeats(page: Page) -> None:
    """A paragraph that stood before, alone or in a longer one, is dropped; so is a line met three times."""
    seen: Counter[str] = Counter()
    total = Counter(line.key for line in page.lines if line.words >= 3)
    flat: list[str] = []
    for line in page.lines:
        if page.labels[line.index].rule == "repeated-lede":
            continue
        if line.words >= 8 and any(line.text in whole for whole in flat):
            page.drop(line.index, "repeated-line")
        if len(line.text) > _FLAT:
            flat.append(line.text)
        if line.words < 3 or line.text[-1] == ":":
            continue  # "Мер міста:" stands before each answer of an interview
        prose = page.kind(line.index) == "prose" and line.words >= 6
        if (prose and seen[line.key]) or (not prose and total[line.key] >= 3 and seen[line.key]):
            page.drop(line.index, "repeated-line")
        seen[line.key] += 1


def galleries(page: Page) -> None:
    """A gallery repeats its title over each picture: all between the repeats are its captions."""
    places: dict[str, list[int]] = {}
    for line in page.lines:
        if line.title_like and line.words >= 3:
            places.setdefault(line.key, []).append(line.index)
    for found in places.values():
        near = all(after - before <= 4 for before, after in pairwise(found))
        # A title that stands over the article and again below it is no gallery.
        below = page.prose_words(0, found[0]) >= _OPENING
        if len(found) >= 3 and near and below:
            # The last picture has as many lines below its title as the one before it.
            stop = min(found[-1] + found[-1] - found[-2], len(page.lines))
            for index in range(found[0], stop):
                page.drop(index, "gallery")


RULES: tuple[Callable[[Page], None], ...] = (galleries, teased, repeats)
