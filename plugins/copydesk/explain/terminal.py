"""An explanation as text for a terminal, at most 100 characters wide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from copydesk.explain.value import PARTS, Decision, Explanation
from copydesk.model import Seed

_WIDTH = 100
_LABEL, _RULE, _SURE = 12, 24, 4
_INDENT = 2 + _LABEL + 1
# Of a paragraph its beginning is enough to know it by.
_LONG = 160
_BOLD, _FAINT, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def terminal(seed: Seed, explanation: Explanation, colour: bool = False) -> str:
    """The decisions in columns: what, rule, how sure, value; below it the words and the evidence.

    What was heard and not believed is set in brackets. `colour` adds escapes for bold and faint.
    """
    lines = [f"{seed.name}  ({len(seed.text)} characters, sha256 {seed.sha256[:12]})"]
    for part in PARTS:
        rows = [one for one in explanation.decisions if one.part == part]
        lines.append("")
        lines.append(_styled(part.upper(), _BOLD, colour))
        lines += [line for one in rows for line in _row(one, seed.text, colour)] or ["  (none)"]
    return "\n".join(lines) + "\n"


def _row(one: Decision, text: str, colour: bool) -> Iterator[str]:
    sure = f"{one.sure:.2f}" if one.sure is not None else ""
    head = f"  {one.label:{_LABEL}} {one.rule:{_RULE}} {sure:{_SURE}} "
    words = _words(one, text)
    value = one.found or words or "(empty)"
    yield from _wrapped(value if one.taken else f"({value})", head)
    if one.found and words not in ("", one.found) and one.part != "names":
        yield from (_styled(line, _FAINT, colour) for line in _wrapped(words, " " * _INDENT))
    if one.why:
        yield from (_styled(line, _FAINT, colour) for line in _wrapped(f"· {one.why}", " " * _INDENT))


def _wrapped(words: str, head: str) -> list[str]:
    """Lines of at most `_WIDTH`, the first behind `head`, the others below the second column."""
    return textwrap.wrap(
        _shown(words), _WIDTH, initial_indent=head, subsequent_indent=" " * _INDENT, break_on_hyphens=False
    )


def _words(one: Decision, text: str) -> str:
    words = " ".join(one.span.of(text).split()) if one.span else ""
    whole = one.part in ("quotations", "left out") or len(words) <= _LONG
    return words if whole else f"{words[:_LONG].rsplit(' ', 1)[0]} …"


def _shown(words: str) -> str:
    """`words` without what a terminal would obey."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in words)


def _styled(line: str, style: str, colour: bool) -> str:
    return f"{style}{line}{_PLAIN}" if colour else line
