"""The cleaned text as Markdown that renders to the seed's own words, whatever characters they have."""

from __future__ import annotations

import re

from copydesk.model import Dispatch, Role

# Inside a line: what Python-Markdown would take for markup. A lone `_`, `<` or `&` is left as typed.
_ANYWHERE = re.compile(r"[\\`*{\[\]]|(?<![^\W_])_|_(?![^\W_])")
_TAG = re.compile(r"<(?=\S)")
_ENTITY = re.compile(r"&(?=#|\w+;)")
# At the start of a line: headings, quotes, lists, rules, definitions.
_START = re.compile(r"(?:[#>+=:^]|-(?=[\s-]|$))")
_NUMBER = re.compile(r"(\d+)([.)])(?=\s|$)")
_BEFORE: dict[Role, str] = {"subheading": "## ", "item": "- "}
# The mark a page sets before an item; the list sets its own. A long dash may open a speech and stays.
_MARK = re.compile(r"[-–•●▪◦‣·*]\s+(?=\w)")


def body(dispatch: Dispatch) -> str:
    """Blocks between blank lines: paragraphs, `## ` subheadings, `- ` items; one line each."""
    made: list[str] = []
    previous: Role | None = None
    for block in dispatch.blocks:
        words = escaped(_unmarked(block.span.of(dispatch.text), block.role))
        if not words:
            continue
        if made:
            made.append("\n" if block.role == previous == "item" else "\n\n")
        made.append(_BEFORE.get(block.role, "") + words)
        previous = block.role
    return "".join(made)


def _unmarked(words: str, role: Role) -> str:
    mark = _MARK.match(words) if role == "item" else None
    return words[mark.end() :] if mark else words


def escaped(words: str) -> str:
    """One line of Markdown that reads as `words` with its white space folded."""
    line = " ".join(words.split())
    line = _ANYWHERE.sub(lambda m: "\\" + m.group(), line)
    line = _TAG.sub("&lt;", _ENTITY.sub("&amp;", line))
    if _START.match(line):
        return ("&gt;" + line[1:]) if line[0] == ">" else (f"&#{ord(line[0])};" + line[1:])
    return _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line
