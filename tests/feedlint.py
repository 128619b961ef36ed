"""What RFC 4287 (Atom) and JSON Feed 1.1 ask: `atom(text)` and `json_feed(text)` say what is wrong."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lxml import etree

ATOM, XML = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/XML/1998/namespace}"
# How often each element may stand in its parent: at least, at most (None: any number).
Times = dict[str, tuple[int, int | None]]
_PERSON: Times = {"name": (1, 1), "uri": (0, 1), "email": (0, 1)}
_COMMON: Times = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "link": (0, None), "author": (0, None),
                  "contributor": (0, None), "category": (0, None), "rights": (0, 1)}  # fmt: skip
_CHILDREN: dict[str, Times] = {
    "feed": {**_COMMON, "entry": (0, None), "generator": (0, 1), "icon": (0, 1), "logo": (0, 1),
             "subtitle": (0, 1)},
    "entry": {**_COMMON, "published": (0, 1), "summary": (0, 1), "content": (0, 1), "source": (0, 1)},
    "author": _PERSON,
    "contributor": _PERSON,
}  # fmt: skip
_ATTRIBUTES = {"link": {"href", "rel", "type", "hreflang", "title", "length"},
               "category": {"term", "scheme", "label"}, "content": {"type", "src"},
               "title": {"type"}, "summary": {"type"}}  # fmt: skip
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")


def atom(text: str, address: str = "") -> list[str]:
    """Everything wrong with an Atom document that lives at `address` (empty: not known)."""
    root = etree.fromstring(text.encode())
    return [*_element(root, "feed"), *_feed(root, address)]


def _element(node: Any, name: str) -> Iterator[str]:
    """Wrong names, numbers, attributes and values of an element and all below."""
    if node.tag != ATOM + name:
        yield f"{node.tag} instead of {name}"
    yield from _value(node, name, node.text or "")
    wanted = _CHILDREN.get(name, {})
    found = Counter(etree.QName(child).localname for child in node)
    yield from (f"{name} has a {child}" for child in found if child not in wanted)
    for child, (least, most) in wanted.items():
        if found[child] < least or (most is not None and found[child] > most):
            yield f"{name} has {found[child]} of {child}"
    for child in node:
        yield from _element(child, etree.QName(child).localname)


def _value(node: Any, name: str, words: str) -> Iterator[str]:
    for attribute in map(str, node.attrib):
        if attribute[:1] != "{" and attribute not in _ATTRIBUTES.get(name, ()):
            yield f"{name} has {attribute}"
    if name in ("updated", "published") and not is_moment(words):
        yield f"{name} is {words!r}"
    if name == "id" and not _IRI.fullmatch(words):
        yield f"id is {words!r}"
    if name in ("title", "name") and not words.strip():
        yield f"{name} is empty"
    if name in ("link", "category") and not node.get("href" if name == "link" else "term"):
        yield f"{name} without its value"
    if not _TAG.fullmatch(node.get(f"{XML}lang", "uk")):
        yield f"xml:lang is {node.get(f'{XML}lang')!r}"


def _feed(root: Any, address: str) -> Iterator[str]:
    """What must hold between elements."""
    entries = root.findall(f"{ATOM}entry")
    yield from (f"{n} entries are {i}" for i, n in _counted(root, entries).items() if n > 1)
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    if "self" not in links or (address and links["self"] != address):
        yield f"self is {links.get('self')}"
    if not root.get(f"{XML}lang"):
        yield "no xml:lang"
    latest = max((entry.findtext(f"{ATOM}updated") for entry in entries), default="")
    if latest > root.findtext(f"{ATOM}updated"):
        yield "an entry is newer than the feed"
    for entry in entries:
        rels = Counter(link.get("rel", "alternate") for link in entry.findall(f"{ATOM}link"))
        if rels["alternate"] != 1:
            yield "an entry needs one alternate link"
        if root.find(f"{ATOM}author") is None and entry.find(f"{ATOM}author") is None:
            yield "nobody wrote an entry"
        if (entry.findtext(f"{ATOM}published") or "") > entry.findtext(f"{ATOM}updated"):
            yield "an entry was changed before it was published"
        labels = Counter(category.get("term") for category in entry.findall(f"{ATOM}category"))
        yield from (f"category {term} twice" for term, count in labels.items() if count > 1)
    if address:
        hrefs = [link.get("href") for link in root.iter(f"{ATOM}link")]
        yield from (f"{href} is not absolute" for href in hrefs if not _IRI.fullmatch(href))


def _counted(root: Any, entries: list[Any]) -> Counter[str]:
    return Counter([root.findtext(f"{ATOM}id"), *(entry.findtext(f"{ATOM}id") for entry in entries)])


def is_moment(words: str) -> bool:
    """True for a date and time as RFC 3339 writes them."""
    if not _MOMENT.fullmatch(words):
        return False
    datetime.fromisoformat(words)
    return True


_TOP: dict[str, type] = {
    **dict.fromkeys(("version", "title", "home_page_url", "feed_url", "description", "language"), str),
    **dict.fromkeys(("items", "authors"), list),
}
_ITEM: dict[str, type] = {
    **dict.fromkeys(("id", "url", "external_url", "title", "summary", "language"), str),
    **dict.fromkeys(("content_html", "content_text", "date_published", "date_modified"), str),
    **dict.fromkeys(("authors", "tags"), list),
}


def json_feed(text: str, address: str = "") -> list[str]:
    """Everything wrong with a JSON Feed that lives at `address` (empty: not known)."""
    feed = json.loads(text)
    said = [*_keys(feed, _TOP, {"version", "title", "items"}), *_values(feed)]
    if feed["version"] != "https://jsonfeed.org/version/1.1":
        said.append(f"version is {feed['version']}")
    if address and feed.get("feed_url") != address:
        said.append(f"feed_url is {feed.get('feed_url')}")
    for item in feed["items"]:
        said += [*_keys(item, _ITEM, {"id"}), *_values(item)]
        if not {"content_html", "content_text"} & item.keys():
            said.append(f"{item['id']} has no content")
    names = Counter(item["id"] for item in feed["items"])
    said += [f"{count} items are {name}" for name, count in names.items() if count > 1]
    if address:
        places = [v for thing in (feed, *feed["items"]) for k, v in thing.items() if k.endswith("url")]
        said += [f"{place} is not absolute" for place in places if not _IRI.fullmatch(place)]
    return said


def _keys(thing: dict[str, Any], known: dict[str, type], needed: set[str]) -> Iterator[str]:
    yield from (f"{key} is missing" for key in needed - thing.keys())
    yield from (f"{key} is not of JSON Feed" for key in thing.keys() - known.keys())
    yield from (f"{k} is {v!r}" for k, v in thing.items() if k in known and not isinstance(v, known[k]))
    yield from (f"{k} is empty" for k, v in thing.items() if k != "items" and not v)


def _values(thing: dict[str, Any]) -> Iterator[str]:
    yield from (f"{k} is {v!r}" for k, v in thing.items() if k.startswith("date_") and not is_moment(v))
    if not _TAG.fullmatch(thing.get("language", "uk")):
        yield f"language is {thing['language']!r}"
    for author in thing.get("authors", []):
        if not author.get("name") or author.keys() - {"name", "url", "avatar"}:
            yield f"an author is {author}"
    if not all(isinstance(tag, str) and tag for tag in thing.get("tags", [])):
        yield f"tags are {thing['tags']}"
