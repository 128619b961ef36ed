"""An explanation as a page of its own, that asks nothing of anywhere: `explain SEED --html FILE`."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from copydesk.explain.tree import Node, tree
from copydesk.explain.value import PARTS, Decision, Explanation, Mark
from copydesk.frontmatter.fields import UNPRINTABLE
from copydesk.model import Seed

_STYLE = """
:root { color-scheme: light dark; --soft: #595959; --line: #999; }
@media (prefers-color-scheme: dark) { :root { --soft: #b5b5b5; --line: #777; } }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; font: 1rem/1.6 Georgia, "Noto Serif", serif; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
small { font: 0.75rem system-ui, sans-serif; color: var(--soft); user-select: none; }
small::before { content: "\\2009["; } small::after { content: "]\\2009"; }
mark { background: none; color: inherit; border-bottom: 2px solid; }
b { font-weight: inherit; border-bottom: 1px dotted; }
i { border-bottom: 1px dashed; font-style: normal; }
del { color: var(--soft); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font: 0.85rem/1.4 system-ui, sans-serif; }
th, td { text-align: start; vertical-align: top; padding: 0.3em 0.8em 0.3em 0; border-bottom: 1px solid; border-color: var(--line); }
"""  # noqa: E501, a rule of the sheet is one line
_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
"""
ELEMENTS = {"removed": "del", "quotation": "mark", "indirect": "i", "name": "b"}


def page(seed: Seed, explanation: Explanation) -> str:
    """The seed's whole text marked up, then every decision: one HTML document."""
    text = printable(seed.text)
    nodes = "".join(map(_node, tree(text, explanation.marks)))
    parts = "".join(_part(part, explanation, text) for part in PARTS)
    return (
        _HEAD.format(title=escape(f"How {printable(seed.name)} was read"), style=_STYLE)
        + f'<h2>The text</h2>\n<pre lang="{explanation.lang}">\n{nodes}</pre>\n'
        + f"<h2>The decisions</h2>\n{parts}</main>\n</body>\n</html>\n"
    )


def printable(words: str) -> str:
    """`words`, as long, with U+FFFD for each character that no page can carry."""
    return UNPRINTABLE.sub("\ufffd", words)


def label(mark: Mark) -> str:
    """What a mark says of its words: "quotation: Olena Hrytsenko, trailing, 0.98"."""
    if mark.kind == "cue":
        return "cue"
    if mark.kind == "name":
        return mark.actor or mark.name
    sure = f"{mark.sure:.2f}" if mark.sure is not None else ""
    name = mark.name or ("unattributed" if mark.kind == "quotation" else "")
    said = ", ".join(filter(None, (name, mark.rule, sure)))
    return f"{mark.kind}: {said}" if said else mark.kind


def _node(node: Node) -> str:
    if node.mark is None:
        return escape(node.words)
    tag = ELEMENTS.get(node.mark.kind, "span")
    said = f'<small lang="en">{escape(label(node.mark))}</small>' if node.closes else ""
    return f"<{tag}>{''.join(map(_node, node.children))}{said}</{tag}>"


def _part(part: str, explanation: Explanation, text: str) -> str:
    rows = [one for one in explanation.decisions if one.part == part]
    body = "".join(_row(one, explanation.lang, text) for one in rows)
    cells = _cells("th", ("what", "found", "rule", "how sure", "why", "words"), ' scope="col"')
    table = f"<table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"
    shown = f'<div class="wide" tabindex="0">{table}</div>' if rows else "<p>None.</p>"
    return f"<h3>{part.capitalize()}</h3>\n{shown}\n"


def _row(one: Decision, lang: str, text: str) -> str:
    sure = f"{one.sure:.2f}" if one.sure is not None else ""
    found = one.found if one.taken else f"({one.found})"
    words = f'<span lang="{lang}">{escape(one.span.of(text))}</span>' if one.span else ""
    plain = (printable(cell) for cell in (one.label, found, one.rule, sure, one.why))
    return f"<tr>{_cells('td', plain)}<td>{words}</td></tr>"


def _cells(tag: str, cells: Iterable[str], attributes: str = "") -> str:
    return "".join(f"<{tag}{attributes}>{escape(cell)}</{tag}>" for cell in cells)
