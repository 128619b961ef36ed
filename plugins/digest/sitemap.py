"""Small files for machines: sitemap, robots, redirects. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from xml.etree import ElementTree as ET

from markupsafe import Markup

from digest import addresses
from digest.index import Digest, Entry
from digest.trees import Tree, alternates

_XHTML = "http://www.w3.org/1999/xhtml"
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(digest: Digest, pages: Iterable[str], site: str, trees: Sequence[Tree] = ()) -> str:
    """Every page with the day its content last changed, and the same page in the other trees.

    `pages` are those without a day.
    """
    latest = _latest(digest.entries)
    rows: list[tuple[str, date | None]] = [("", latest)]
    rows += [
        (where, latest) for where in (addresses.ENTRIES, addresses.ACTORS, addresses.EVENTS, addresses.DATA)
    ]
    rows += [(where, latest) for where in (addresses.OUTLETS, addresses.LANGUAGES, addresses.CORRECTIONS)]
    rows += [(where, None) for where in pages]
    rows += [(edition.url, _latest(edition.entries)) for edition in digest.editions]
    rows += [(e.url, e.modified) for e in digest.entries]
    rows += [(actor.url, _latest(actor.entries)) for actor in digest.actors]
    rows += [(event.url, _latest(event.entries)) for event in digest.events]
    rows += [(quote.page, quote.entry.modified) for quote in digest.quotations]
    root = ET.Element("urlset", xmlns=_SCHEMA)
    if any(tree.folder for tree in trees):
        root.set("xmlns:xhtml", _XHTML)
    for where, day in sorted(set(rows), key=lambda row: row[0]):
        for address in dict.fromkeys([where, *(tree.at(where) for tree in trees)]):
            node = ET.SubElement(root, "url")
            ET.SubElement(node, "loc").text = addresses.absolute(site, address)
            if day:
                ET.SubElement(node, "lastmod").text = day.isoformat()
            for lang, href in alternates(trees, where, site):
                ET.SubElement(node, "xhtml:link", rel="alternate", hreflang=lang, href=href)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


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
