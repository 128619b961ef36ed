"""Small files for machines: sitemap, robots, redirects. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from xml.etree import ElementTree as ET

from markupsafe import Markup

from digest import addresses
from digest.index import Digest, Entry
from digest.presentation.calendars import months
from digest.presentation.heard import by_month
from digest.presentation.lives import is_long, lifetime
from digest.trees import Tree, alternates

_XHTML = "http://www.w3.org/1999/xhtml"
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(digest: Digest, pages: Iterable[str], site: str, trees: Sequence[Tree] = ()) -> str:
    """Every page with the day its content last changed, and the same page in the other trees.

    `pages` are all there are, with or without a day.
    """
    known = _days(digest)
    days = {**{page: known.get(_whole(page)) for page in pages}, **known}
    root = ET.Element("urlset", xmlns=_SCHEMA)
    if any(tree.folder for tree in trees):
        root.set("xmlns:xhtml", _XHTML)
    for where, day in sorted(days.items()):
        for address in dict.fromkeys([where, *(tree.at(where) for tree in trees)]):
            node = ET.SubElement(root, "url")
            ET.SubElement(node, "loc").text = addresses.absolute(site, address)
            if day:
                ET.SubElement(node, "lastmod").text = day.isoformat()
            for lang, href in alternates(trees, where, site):
                ET.SubElement(node, "xhtml:link", rel="alternate", hreflang=lang, href=href)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _whole(page: str) -> str:
    """The address whose day a further page has: `events/a/page/2/`, `events/a/said/b/` -> `events/a/`."""
    further = re.search("/(?:page|said|outlets|languages|others|events|with)/", page)
    return page[: further.start() + 1] if further else page


def _days(digest: Digest) -> dict[str, date | None]:
    """The day of each page that has one; of a list, that of the latest change in it."""
    lists = (addresses.ENTRIES, addresses.ACTORS, addresses.EVENTS, addresses.DATA, addresses.OUTLETS)
    latest = _latest(digest.entries)
    days: dict[str, date | None] = dict.fromkeys(("", *lists, addresses.LANGUAGES), latest)
    days |= dict.fromkeys((addresses.CORRECTIONS, addresses.EDITIONS, addresses.QUOTATIONS), latest)
    for edition in digest.editions:
        days[edition.url] = _latest(edition.entries)
    for first, some in months(digest.editions):
        days[addresses.month(first)] = _latest(entry for edition in some for entry in edition.entries)
    for first, said in by_month(digest.quotations):
        days[addresses.said_during(first)] = _latest(quote.entry for quote in said)
    days |= {e.url: e.modified for e in digest.entries}
    days |= {actor.url: _latest(actor.entries) for actor in digest.actors}
    days |= {year.address: _latest(year.entries) for a in digest.actors if is_long(a) for year in lifetime(a)}
    days |= {event.url: _latest(event.entries) for event in digest.events}
    days |= {quote.page: quote.entry.modified for quote in digest.quotations}
    return days


def _latest(entries: Iterable[Entry]) -> date | None:
    return max((e.modified for e in entries), default=None)


def robots(site: str) -> str:
    """Everybody is welcome; the map is named where its address is known."""
    where = f"\nSitemap: {addresses.absolute(site, 'sitemap.xml')}\n" if site else ""
    return f"User-agent: *\nAllow: /\n{where}"


def redirect(here: str, target: str, title: str, lang: str, site: str) -> str:
    """A page at the address `here` that leads to the address `target`: static hosts know no other way."""
    way = f"{addresses.up(addresses.file_of(here))}/{target}"
    canonical = addresses.absolute(site, target) if site else way
    return Markup(
        '<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        '<meta http-equiv="refresh" content="0; url={way}">\n<link rel="canonical" href="{canonical}">\n'
        '<meta name="robots" content="noindex">\n</head>\n'
        '<body><p><a href="{way}">{title}</a></p></body>\n</html>\n'
    ).format(lang=lang, title=title, way=way, canonical=canonical)
