"""A dispatch written by hand: each line of a case begins with a letter that says what it is.

    H: headline   D: dateline   S: standfirst   P: paragraph   B: subheading
    C: caption    L: list item  N: a line that cleaning took out
    lang: / fetched: / url: / published:   what is known from outside (first lines)

The letters are not part of the seed's text.
"""

from __future__ import annotations

from datetime import date

from copydesk.model import Block, Dispatch, Facts, Found, Lang, Removal, Role, Seed, Span

ROLES: dict[str, Role] = {
    "S": "standfirst",
    "P": "paragraph",
    "B": "subheading",
    "C": "caption",
    "L": "item",
}


def marked(given: str) -> Dispatch:
    """The dispatch that marked lines describe."""
    known: dict[str, str] = {}
    text = ""
    fields: dict[str, Found] = {}
    blocks: list[Block] = []
    removed: list[Removal] = []
    for line in filter(None, given.splitlines()):
        key, _, words = line.partition(": ")
        if len(key) > 1:
            known[key] = words
            continue
        span = Span(len(text), len(text) + len(words))
        text += words + "\n\n"
        if key in "HD":
            fields[key] = Found(words, "by hand", span)
        elif key == "N":
            removed.append(Removal(span, "by hand"))
        else:
            blocks.append(Block(span, ROLES[key]))
    lang: Lang = known.get("lang", "uk")  # type: ignore[assignment]
    seed = Seed("case.txt", text, "", _facts(known))
    return Dispatch(
        seed, lang, fields.get("H"), fields.get("D"), blocks=tuple(blocks), removed=tuple(removed)
    )


def _facts(known: dict[str, str]) -> Facts:
    days = {key: date.fromisoformat(known[key]) for key in ("fetched", "published") if key in known}
    return Facts(url=known.get("url"), **days)
