"""Where front matter ends too early: a line --- that was meant as part of a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.check.shelves import Shelves
from copydesk.frontmatter import Document
from copydesk.frontmatter.document import pieces
from copydesk.model import Problem

# A line of a value, or a key; then nothing but such lines up to another line ---.
_MORE = re.compile(r"(?:[ ]+\S.*\n|[a-z_]+:(?: .*)?\n)(?:[ ].*\n|[a-z_]+:(?: .*)?\n|\n)*---[ \t]*\n")


def early(shelves: Shelves) -> Iterator[Problem]:
    """What follows a line --- is text: a value that holds such a line would lose its rest, without a word."""
    for kind in ("entries", "actors", "events", "outlets", "pages"):
        documents: Mapping[str, Document[Any]] = getattr(shelves, kind)
        for document in documents.values():
            cut = pieces(document.raw)
            if _MORE.match(cut.body):
                line = (cut.opening + cut.header).count("\n") + 1
                fix = "indent the line --- as the value is, or write it otherwise"
                message = "the line --- ends the front matter in the middle of a value"
                yield Problem("fence", document.path, message, fix, line, 1)
