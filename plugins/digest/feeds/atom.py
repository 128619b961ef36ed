"""A feed as Atom (RFC 4287): stable ids, dates of the content, never of the clock. Pure."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree as ET

from digest.feeds.listing import Feed, Post, Publisher

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
# What XML cannot carry in any form.
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(feed: Feed, by: Publisher) -> str:
    """The feed as an Atom document."""
    root = ET.Element("feed", {"xmlns": ATOM, XML_LANG: feed.lang})
    _text(root, "id", by.urn(feed.address))
    _text(root, "title", feed.title)
    _text(root, "updated", moment(max((p.updated for p in feed.posts), default=date(1970, 1, 1))))
    own, page = by.way(feed.address, feed.own), by.way(feed.address, feed.page)
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=own)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=page)
    _text(ET.SubElement(root, "author"), "name", by.name)
    for post in feed.posts:
        _entry(root, post, feed, by)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def moment(day: date) -> str:
    """A day as feeds want it: a moment. A report is dated by the day alone."""
    return f"{day.isoformat()}T00:00:00Z"


def _entry(root: ET.Element, post: Post, feed: Feed, by: Publisher) -> None:
    node = ET.SubElement(root, "entry", {XML_LANG: post.lang})
    page = by.way(feed.address, post.address)
    _text(node, "id", by.urn(post.identity))
    _text(node, "title", post.title)
    _text(node, "published", moment(post.published))
    _text(node, "updated", moment(post.updated))
    ET.SubElement(node, "link", rel="alternate", type="text/html", href=page)
    if post.outlet_url:
        ET.SubElement(node, "link", rel="via", href=post.outlet_url)
    if post.author:
        _text(ET.SubElement(node, "author"), "name", post.author)
    for label in post.labels:
        ET.SubElement(node, "category", term=_printable(label))
    if post.summary:
        _text(node, "summary", post.summary)
    if post.body:
        content = _text(node, "content", str(post.body))
        content.set("type", "html")
        content.set(XML_BASE, page)


def _text(parent: ET.Element, tag: str, words: str) -> ET.Element:
    node = ET.SubElement(parent, tag)
    node.text = _printable(words)
    return node


def _printable(words: str) -> str:
    return _UNPRINTABLE.sub("", words)
