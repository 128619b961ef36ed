"""Atom feeds as text: valid, stable ids, dates of the content, never of the clock. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from digest import addresses
from digest.index import Digest, Entry

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
# What XML cannot carry in any form.
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to write: its address, the page it follows, its title and entries, newest first."""

    address: str
    page: str
    title: str
    entries: Sequence[Entry]
    lang: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """The site as feeds name it. `site` is its address or empty, `identity` what ids are made from."""

    name: str
    site: str
    identity: str
    lang: str
    longest: int = 50


def feeds(digest: Digest, by: Publisher) -> list[Feed]:
    """Every feed of the site: all entries, one a language, one an actor, one an event."""
    made = [Feed(digest.feed, "", by.name, digest.entries, by.lang)]
    made += [
        Feed(
            address,
            addresses.ENTRIES,
            f"{by.name} · {lang}",
            [e for e in digest.entries if e.lang == lang],
            lang,
        )
        for lang, address in digest.feeds.items()
    ]
    made += [Feed(a.feed, a.url, f"{a.name} · {by.name}", a.entries, by.lang) for a in digest.actors]
    made += [
        Feed(e.feed, e.url, f"{e.title} · {by.name}", _newest(e.entries), by.lang) for e in digest.events
    ]
    return made


def _newest(entries: Sequence[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda e: (-e.date.toordinal(), e.slug))


def atom(feed: Feed, by: Publisher) -> str:
    """The feed as an Atom document (RFC 4287)."""
    root = ET.Element("feed", {"xmlns": ATOM, XML_LANG: feed.lang})
    shown = feed.entries[: by.longest]
    _text(root, "id", _urn(by, feed.address))
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(max((e.modified for e in shown), default=date(1970, 1, 1))))
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=_way(feed, by, feed.address))
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=_way(feed, by, feed.page))
    _text(ET.SubElement(root, "author"), "name", by.name)
    for entry in shown:
        _entry(root, entry, feed, by)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entry(root: ET.Element, entry: Entry, feed: Feed, by: Publisher) -> None:
    node = ET.SubElement(root, "entry", {XML_LANG: entry.lang})
    page = _way(feed, by, entry.url)
    _text(node, "id", _urn(by, entry.url))
    _text(node, "title", entry.title)
    _text(node, "published", _moment(entry.date))
    _text(node, "updated", _moment(entry.modified))
    ET.SubElement(node, "link", rel="alternate", type="text/html", href=page)
    if entry.outlet_url:
        ET.SubElement(node, "link", rel="via", href=entry.outlet_url)
    if entry.byline or entry.outlet:
        _text(
            ET.SubElement(node, "author"), "name", entry.byline or (entry.outlet.name if entry.outlet else "")
        )
    for label in [*(a.name for a in entry.actors), *(e.title for e in entry.events)]:
        ET.SubElement(node, "category", term=_printable(label))
    if entry.summary:
        _text(node, "summary", "\n".join(entry.summary))
    if entry.body:
        content = _text(node, "content", str(entry.body))
        content.set("type", "html")
        content.set(XML_BASE, page)


def _text(parent: ET.Element, tag: str, words: str) -> ET.Element:
    node = ET.SubElement(parent, tag)
    node.text = _printable(words)
    return node


def _printable(words: str) -> str:
    return _UNPRINTABLE.sub("", words)


def _moment(day: date) -> str:
    """Atom wants a moment; a report is dated by the day."""
    return f"{day.isoformat()}T00:00:00Z"


def _way(feed: Feed, by: Publisher, address: str) -> str:
    """Absolute where the site's address is known, else the way from the feed to the page."""
    return addresses.absolute(by.site, address) if by.site else f"{addresses.up(feed.address)}/{address}"


def _urn(by: Publisher, address: str) -> str:
    """The same id for ever, whatever happens to titles."""
    return uuid5(NAMESPACE_URL, addresses.absolute(by.identity, address)).urn
