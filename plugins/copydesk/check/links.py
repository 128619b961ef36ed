"""Links and pictures in the texts of files: those that lead nowhere, those that no page shows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.check.shelves import Shelves, stem
from copydesk.frontmatter import Document
from copydesk.frontmatter.complaints import meant
from copydesk.messages import say
from copydesk.model import Problem, Severity

# No footnotes (`[^1]: words`): they are text here. The others:
# `[words](target "title")`, `![words](target)`, `[name]: target`, `<a href="target">`, `<img src="target">`.
_LINK = re.compile(
    r"(?<!\\)(?P<picture>!)?(?<!\\)\[[^\[\]\n]{0,500}\]\(\s*<?(?P<inline>[^\s()<>]+)>?(?:\s+[\"'(][^\n]*?)?\)"
    r"|^ {0,3}\[(?!\^)[^\[\]\n]{1,100}\]:\s*<?(?P<defined>[^\s<>]+)>?"
    r"|<a\s[^>]{0,300}?href=[\"'](?P<anchor>[^\"']+)"
    r"|<(?P<image>img)\s[^>]{0,300}?src=[\"'](?P<drawn>[^\"']+)",
    re.M | re.I,
)
_ABSOLUTE = re.compile(r"(?:https?://|mailto:)", re.I)
_CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1|`[^`\n]+`", re.M | re.S)
_PAGES = ("entries", "actors", "events")  # what a link to a file can lead to


def bodies(shelves: Shelves) -> Iterator[Problem]:
    """Every link of a text leads to a page of the site or to a full address; pictures are not shown."""
    known = {kind: {stem(path): path for path in shelves.files(kind)} for kind in _PAGES}
    for kind in ("entries", "actors", "events", "outlets", "pages"):
        documents: Mapping[str, Document[Any]] = getattr(shelves, kind)
        for path, document in documents.items():
            if "](" in document.body or "]:" in document.body or "<" in document.body:
                yield from _of(document, posixpath.dirname(path), known, shelves)


def _of(
    document: Document[Any], folder: str, known: Mapping[str, Mapping[str, str]], shelves: Shelves
) -> Iterator[Problem]:
    text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code.group()), document.body)
    for found in _LINK.finditer(text):
        target = found["inline"] or found["defined"] or found["anchor"] or found["drawn"]
        picture = bool(found["picture"] or found["image"])
        told = _picture(target, folder, shelves) if picture else _wrong(target, folder, known)
        if told is not None:
            message, fix = told
            line = document.body_line + text.count("\n", 0, found.start())
            column = found.start() - text.rfind("\n", 0, found.start())
            file = not picture and target.partition("#")[0].endswith(".md")
            severity: Severity = "error" if file else "warning"
            yield Problem("link", document.path, message, fix, line, column, severity)


def _picture(target: str, folder: str, shelves: Shelves) -> tuple[str, str]:
    if not _ABSOLUTE.match(target) and not (shelves.project / folder / target).is_file():
        return say("there is no picture {target}", target=target), "take it out; the site shows no pictures"
    message = say("the picture {target} is not shown on the site", target=target)
    return message, "link to it instead, or take it out"


def _wrong(target: str, folder: str, known: Mapping[str, Mapping[str, str]]) -> tuple[str, str] | None:
    """What is wrong with a link and what to do; None for a good one."""
    if _ABSOLUTE.match(target):
        return None
    path = target.partition("#")[0]
    way = posixpath.normpath(posixpath.join(folder, path))
    kind, name = next((k for k in known if way.startswith(f"content/{k}/")), ""), stem(way)
    if not kind or not path.endswith(".md") or path.startswith("/"):
        message = say("the link to {target} leads nowhere on the site", target=target)
        return message, "link to a file, as ../actors/slug.md, or to an address with https://"
    if name in known[kind]:
        return None
    fix = meant(name, known[kind], "correct the link, or take it out")
    return say("the link leads to {path}, which is not there", path=way), fix
