"""What may come out of a build: every file read by its own rules; `alive(folder)` says what lives in it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from bs4 import BeautifulSoup, Tag
from PIL import Image

# Elements that no page of ours has, wherever a payload stands.
_NEVER = re.compile(
    "iframe|object|embed|base|applet|frame|video|audio|img|math|template|area|marquee|style|textarea"
)
_DRAWN = re.compile(
    "svg|path|rect|circle|line|g|text|title|desc|use|symbol|defs|polyline|tspan|polygon|ellipse|a"
)
_ADDRESS = ("href", "src", "action", "formaction", "cite", "xlink:href", "poster", "data", "srcset", "ping")
_SCHEMES = {"", "http", "https", "mailto"}
_CALENDAR = re.compile(
    r"(BEGIN|END):V(CALENDAR|EVENT)$|VERSION:2\.0$|PRODID:-//Copydesk//digest//EN$|(X-WR-CALNAME|UID|DTSTAMP|"
    r"DTSTART;VALUE=DATE|DTEND;VALUE=DATE|SUMMARY;LANGUAGE=[a-z]{2}|LOCATION|URL|TRANSP)[:;]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def alive(folder: Path) -> list[str]:
    """Everything that should not be in the built files; a kind of file not known here too."""
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_symlink() or not p.is_dir()):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not path.is_file() or any(part.startswith(".") for part in name.split("/")):
            found.append(f"{name}: not a plain file")
        elif name.startswith("theme/"):
            continue  # ours, byte for byte: the build test compares it
        elif (check := _CHECKS.get(path.suffix)) is None:
            found.append(f"{name}: what is this doing here?")
        else:
            found += [f"{name}: {what}" for what in check(path)]
    return found


def markup(words: str, letter: bool = False) -> Iterator[str]:
    """What is alive in HTML."""
    soup = BeautifulSoup(words, "html5lib")
    for tag in soup.find_all(True):
        yield from _tag(tag, letter)


def _tag(tag: Tag, letter: bool) -> Iterator[str]:
    if _NEVER.fullmatch(tag.name):
        yield f"<{tag.name}>"
    if tag.find_parent("svg") and not _DRAWN.fullmatch(tag.name):
        yield f"<{tag.name}> in a drawing"
    if tag.name == "script" and tag.get("type") != "application/ld+json" and not _ours(str(tag.get("src"))):
        yield "a script"
    if tag.name == "script" and tag.get("type") == "application/ld+json":
        json.loads(tag.string or "")
    if tag.name == "form" and tag.get("role") != "search":
        yield "a form"
    refreshes = tag.name == "meta" and str(tag.get("http-equiv", "")).lower() == "refresh"
    if refreshes and not re.fullmatch(r"0; url=[\w./-]+", str(tag.get("content"))):
        yield f"refreshes to {tag.get('content')}"
    for name, value in tag.attrs.items():
        if (
            name.startswith("on")
            or name in ("srcdoc", "autofocus", "contenteditable")
            or "<" in name
            or '"' in name
        ):
            yield f"<{tag.name} {name}>"
        if name == "style" and not letter:
            yield f"<{tag.name} style>"
        if name in _ADDRESS and _scheme(str(value)) not in _SCHEMES:
            yield f"<{tag.name} {name}={value!r}>"
    if tag.name == "link" and "stylesheet" in (tag.get("rel") or ()) and not _ours(str(tag.get("href"))):
        yield f"loads {tag.get('href')}"


def _ours(src: str) -> bool:
    return bool(re.fullmatch(r"(?:(?:\.\./)*|\./|/[\w/.-]*)theme/(?:js/[a-z]+\.js|css/[a-z]+\.css)", src))


def _scheme(address: str) -> str:
    bare = re.sub(r"[\x00-\x20]", "", address)
    found = re.match(r"([a-z][a-z0-9+.-]*):", bare, re.I)
    return found.group(1).lower() if found else ""


def _html(path: Path) -> Iterator[str]:
    words = path.read_text(encoding="utf-8")
    yield from markup(words, letter=path.name == "mail.html")
    refreshes = 'http-equiv="refresh"' in words
    if not refreshes and words.find("Content-Security-Policy") not in range(1, 200):
        yield "no content security policy at the beginning"


def _xml(path: Path) -> Iterator[str]:
    for node in ET.parse(path).getroot().iter():
        space = node.tag.rpartition("}")[0].lstrip("{")
        if space not in ("http://www.w3.org/2005/Atom", "http://www.sitemaps.org/schemas/sitemap/0.9",
                         "http://www.w3.org/1999/xhtml"):  # fmt: skip
            yield f"<{node.tag}>"
        if node.tag.endswith(("}content", "}summary")) and node.get("type") == "html":
            yield from markup(node.text or "")
        if _scheme(str(node.get("href", ""))) not in {*_SCHEMES, "urn"}:
            yield f"leads to {node.get('href')}"


def _json(path: Path) -> Iterator[str]:
    yield from _values(json.loads(path.read_text(encoding="utf-8")))


def _values(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, key)
    elif isinstance(value, str):
        if key == "content_html":
            yield from markup(value)
        if key in ("url", "href", "id", "home_page_url", "feed_url", "external_url") and _scheme(
            value
        ) not in {*_SCHEMES, "urn"}:
            yield f"{key} is {value}"


def _csv(path: Path) -> Iterator[str]:
    for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")):
        yield from (f"a formula: {cell[:30]}" for cell in row if cell.lstrip()[:1] in tuple("=+-@\t\r|%"))


def _ics(path: Path) -> Iterator[str]:
    text = path.read_bytes().decode("utf-8")
    lines = text.replace("\r\n ", "").split("\r\n")
    if lines.pop() or "\n" in "".join(lines) or "\r" in "".join(lines):
        yield "a line that ends as none should"
    yield from (f"a line: {line[:40]}" for line in lines if not _CALENDAR.match(line))


def _text(path: Path) -> Iterator[str]:
    words = path.read_bytes().decode("utf-8")
    if found := _CONTROL.search(words.replace("\n", "")):
        yield f"a control character: {found.group()!r}"
    if "\r" in words or re.search(r"^(Bcc|Cc|To|Subject|From|Content-Type):", words, re.M):
        yield "a line of a mail's head"


def _png(path: Path) -> Iterator[str]:
    with Image.open(path) as picture:
        if picture.size != (1200, 630):
            yield "a card of another size"


_CHECKS: dict[str, Callable[[Path], Iterator[str]]] = {
    ".html": _html, ".xml": _xml, ".json": _json, ".csv": _csv, ".ics": _ics, ".txt": _text, ".png": _png,
}  # fmt: skip
