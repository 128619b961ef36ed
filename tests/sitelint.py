"""What must hold of every built site: `complaints(folder)` says in words what does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import html5lib
from bs4 import BeautifulSoup, Tag
from html5lib.html5parser import ParseError

# Loaded with the page, so never from another host; links that a person follows may lead anywhere.
_LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "object": "data"}
_SCHEMES = {"", "http", "https", "mailto"}
_LOADED_RELS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


def complaints(folder: Path, base: str = "") -> list[str]:
    """Everything wrong with the site in `folder`. `base` is the path it is served under ("" or "/news")."""
    pages = {p: BeautifulSoup(p.read_bytes(), "html5lib") for p in sorted(folder.rglob("*.html"))}
    fragments = {p: {str(t["id"]) for t in soup.find_all(id=True)} for p, soup in pages.items()}
    found = []
    for path, soup in pages.items():
        name = path.relative_to(folder).as_posix()
        letter = path.name == "mail.html"  # mail programs know no style sheets
        said = [*_valid(path), *_ids(soup), *_lang(soup), *_loads(soup), *_live(soup, styled=letter)]
        said += _links(path, soup, folder, base, fragments)
        found += [f"{name}: {what}" for what in said]
    for path in sorted(folder.rglob("*.xml")):
        found += [f"{path.relative_to(folder).as_posix()}: {what}" for what in _xml(path)]
    return found


def _valid(path: Path) -> Iterator[str]:
    """Strict HTML5: the first parse error of the page."""
    try:
        html5lib.HTMLParser(strict=True).parse(path.read_bytes())
    except ParseError as error:
        yield f"not valid HTML: {error}"


def _ids(soup: BeautifulSoup) -> Iterator[str]:
    for name, count in Counter(str(t["id"]) for t in soup.find_all(id=True)).items():
        if count > 1:
            yield f"id {name} stands {count} times"


def _lang(soup: BeautifulSoup) -> Iterator[str]:
    root = soup.find("html")
    if not isinstance(root, Tag) or not root.get("lang"):
        yield "html has no lang"
    for tag in soup.find_all(lang=True):
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", str(tag["lang"])):
            yield f"lang={tag['lang']!r} is no language"
    for quote in soup.find_all("blockquote"):
        if not any(t.get("lang") for t in [quote, *quote.parents] if isinstance(t, Tag) and t.name != "html"):
            yield f"a quotation without lang: {quote.get_text(strip=True)[:40]}"
    if not soup.title or not soup.title.get_text(strip=True):
        yield "no title"


def _loads(soup: BeautifulSoup) -> Iterator[str]:
    for tag in soup.find_all(True):
        where = tag.get(_LOADS.get(tag.name, ""))
        if tag.name == "link" and _LOADED_RELS & set(tag.get("rel") or ()):
            where = tag.get("href")
        if where and urlsplit(str(where)).netloc:
            yield f"loads {where}"


def _live(soup: BeautifulSoup, styled: bool) -> Iterator[str]:
    """Nothing that runs but our own script files; styles in elements where they are allowed."""
    for tag in soup.find_all(True):
        if tag.name in ("iframe", "object", "embed", "base"):
            yield f"<{tag.name}> stands in the page"
        if tag.name == "script" and not tag.get("src") and tag.get("type") != "application/ld+json":
            yield "a script stands in the page"
        for name, value in tag.attrs.items():
            if name.startswith("on") or name == "srcdoc" or (name == "style" and not styled):
                yield f"<{tag.name} {name}=…>"
            if name in ("href", "src", "cite", "action") and _scheme(str(value)) not in _SCHEMES:
                yield f"<{tag.name} {name}={value!r}>"


def _scheme(address: str) -> str:
    """The scheme of an address as a browser reads it; empty for a relative one."""
    bare = re.sub(r"[\x00-\x20]", "", address)
    found = re.match(r"([a-z][a-z0-9+.-]*):", bare, re.I)
    return found.group(1).lower() if found else ""


def _links(
    path: Path, soup: BeautifulSoup, folder: Path, base: str, fragments: dict[Path, set[str]]
) -> Iterator[str]:
    here = f"{base}/{path.relative_to(folder).as_posix()}"
    for tag in soup.find_all(["a", "link", "script", "img"]):
        address = str(tag.get("href") or tag.get("src") or "")
        parts = urlsplit(address)
        if not address or parts.scheme or parts.netloc or "canonical" in (tag.get("rel") or ()):
            continue
        target = _target(here, unquote(parts.path), folder, base) if parts.path else path
        if target is None:
            yield f"a link leads nowhere: {address}"
        elif parts.fragment and unquote(parts.fragment) not in fragments.get(target, set()):
            yield f"no such place: {address}"


def _target(here: str, address: str, folder: Path, base: str) -> Path | None:
    """The file that a link leads to, None where there is none."""
    steps = [] if address.startswith("/") else here.split("/")[:-1]
    for step in address.split("/"):
        if step == "..":
            if len(steps) <= base.count("/") + 1:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    full = "/" + "/".join(filter(None, steps))
    if not (full + "/").startswith(base + "/"):
        return None
    path = folder / full[len(base) :].lstrip("/")
    path = path / "index.html" if address.endswith(("/", "..", ".")) or not address else path
    return path if path.is_file() else None


def _xml(path: Path) -> Iterator[str]:
    try:
        ET.parse(path)
    except ET.ParseError as error:
        yield f"not well-formed: {error}"
