"""Markdown that is nothing but paragraphs and subheadings, as most entries are: to HTML in one step.

The converter writes such bodies itself. What a line may hold here is a list of characters that mean nothing
to Markdown and stay as they are in HTML; for any other text the answer is None, and Python-Markdown reads
it. Where there is an answer, it is byte for byte what Python-Markdown and the sanitiser give. Pure.
"""

from __future__ import annotations

import re

# Letters, digits and the marks of prose: no `[ ] * \ ` < > & | ~ # { }`, no space but the plain one.
_PROSE = r"\w .,;:!?…«»„“”‘’'\"()–—\-/%№+=$€₴°§@"
# A block begins with no mark of a list, a heading or a rule, and with no number before a dot.
_LINE = rf"(?:#{{2,4}} )?(?!\d+\.)[\w«„“‘’'\"(–—№$€₴§…][{_PROSE}]*(?<! )"
_PLAIN = re.compile(rf"\n*{_LINE}(?:\n\n+{_LINE})*\n*")


def html_of(text: str) -> str | None:
    """The HTML of a text of paragraphs and subheadings, each on a line; None for every other text."""
    if "_" in text or not _PLAIN.fullmatch(text):
        return None
    return "\n".join(map(_block, filter(None, text.split("\n"))))


def _block(line: str) -> str:
    if not line.startswith("#"):
        return f"<p>{line}</p>"
    marks, _, words = line.partition(" ")
    return f"<h{len(marks)}>{words}</h{len(marks)}>"
