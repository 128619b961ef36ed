"""How much a text may hold before a Markdown parser sees it. Pure.

Python-Markdown tries many a mark with many another: a few kilobytes of brackets would take it minutes,
a few hundred levels of lists its stack. What is refused here is more than a person writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.frontmatter.fields import unprintable
from copydesk.messages import say

LETTERS, BLOCK_LETTERS = 300_000, 40_000
LINES, BLOCK_LINES = 8_000, 600
LEVELS = 12
# In one block between blank lines; in a whole text ten times as many.
MARKS = {"[": 200, "<": 200, "`": 200, "*": 400, "_": 400, "&": 400, "\\": 400, "|": 1_000}
_WHOLE = 10
ESCAPES = 20_000
_ESCAPE = "put a \\ before those that are meant as they stand"

Wrong = tuple[int, str, str]

_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_INDENT = re.compile(r"^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*", re.M)
_LEVEL = re.compile(r">|[-*+][ \t]|\d{1,9}[.)][ \t]|\t| {4}")


def wrong(body: str) -> Wrong | None:
    """The line of `body` (from 1) that holds too much, what that is, and what to do; None if nothing."""
    return next(_wrongs(body), None)


def _wrongs(body: str) -> Iterator[Wrong]:
    if len(body) > LETTERS:
        yield (
            1,
            say("the text has more than {number} characters", number=f"{LETTERS:,}"),
            "split it into several files",
        )
        return
    if found := unprintable(body):
        at, says = found
        yield body.count("\n", 0, at) + 1, says, "delete it"
    if body.count("\n") >= LINES:
        yield (
            LINES,
            say("the text has more than {number} lines", number=f"{LINES:,}"),
            "split it into several files",
        )
    yield from _levels(body)
    if _modest(body):
        return
    line = 1
    for block in re.split(r"(\n[ \t]*(?=\n))", body):
        yield from ((line + block.startswith("\n"), says, fix) for says, fix in _of_block(block))
        line += block.count("\n")
    plain, escapes = _ESCAPED.subn("", body)
    if escapes > ESCAPES:
        yield (
            1,
            say("the text has more than {number} escaped characters", number=f"{ESCAPES:,}"),
            "split it into several files",
        )
    yield from ((1, say("the text has {says}", says=says), _ESCAPE) for says in _marks(plain, _WHOLE))


def _modest(body: str) -> bool:
    """True where the whole holds no more than one block may, as nearly every text does."""
    return (
        len(body) <= BLOCK_LETTERS
        and body.count("\n") < BLOCK_LINES
        and all(body.count(mark) <= most for mark, most in MARKS.items())
    )


def _levels(body: str) -> Iterator[Wrong]:
    for line in _INDENT.finditer(body):
        if len(line.group()) > LEVELS and len(_LEVEL.findall(line.group())) > LEVELS:
            where = body.count("\n", 0, line.start()) + 1
            yield (
                where,
                say("lists and quotes are nested more than {number} deep", number=LEVELS),
                "write fewer levels",
            )
            return


def _of_block(block: str) -> Iterator[tuple[str, str]]:
    yield from (
        (say("a paragraph has {says}", says=says), _ESCAPE) for says in _marks(_ESCAPED.sub("", block), 1)
    )
    if len(block) > BLOCK_LETTERS:
        yield (
            say("a paragraph has more than {number} characters", number=f"{BLOCK_LETTERS:,}"),
            "put blank lines between paragraphs",
        )
    if block.count("\n") >= BLOCK_LINES:
        yield (
            say("a block has more than {number} lines", number=BLOCK_LINES),
            "put blank lines between paragraphs",
        )


def _marks(plain: str, times: int) -> Iterator[str]:
    for mark, most in MARKS.items():
        if plain.count(mark) > most * times:
            yield say("more than {number} marks `{mark}`", number=f"{most * times:,}", mark=mark)
