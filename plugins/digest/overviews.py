"""What the pages that are about no single thing say to machines: lists, editions, data, about. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from digest import addresses
from digest.index import Digest, Outlet
from digest.opendata import TABLES
from digest.presentation.calendars import months
from digest.presentation.grouping import spoken
from digest.trees import Tree

Node = dict[str, Any]
_TYPES = {
    "about": "AboutPage",
    "page": "WebPage",
    "subscribe": "WebPage",
    "explained": "WebPage",
    "search": "SearchResultsPage",
}


def overview(page: Mapping[str, Any], tree: Tree, site: str, label: str) -> Node:
    """The page, called `label`, with what it lists or what it tells of."""
    made: Node = {
        "@type": _TYPES.get(page["page_kind"], "CollectionPage"),
        "url": addresses.absolute(site, page["address"]),
        "name": label,
        "inLanguage": tree.lang,
        "isPartOf": {"@id": addresses.absolute(site, "#site")},
    }
    if thing := next((page[name] for name in ("entry", "actor", "event") if page[name]), None):
        made["about"] = {"@id": addresses.absolute(site, thing.url)}
    if page["page_kind"] == "data":
        made["mainEntity"] = _dataset(site, label)
    elif things := list(_things(page, tree, site)):
        made["mainEntity"] = _list(things)
    return made


def _things(page: Mapping[str, Any], tree: Tree, site: str) -> Iterator[Node]:
    """What the page lists: things with an address of their own by it, the others as they are."""
    match page["page_kind"]:
        case "outlets":
            yield from ({"item": _outlet(outlet)} for outlet in tree.digest.outlets)
        case "languages":
            yield from ({"item": {"@type": "Language", "name": lang}} for lang, _ in spoken(tree.digest))
        case kind:
            for address in _addresses(kind, page, tree.digest):
                yield {"url": addresses.absolute(site, tree.at(address))}


def _addresses(kind: str, page: Mapping[str, Any], digest: Digest) -> Iterable[str]:
    if kind == "home":
        return (entry.url for edition in digest.editions[:1] for entry in edition.entries)
    if kind == "edition":
        return (entry.url for entry in page["edition"].entries)
    if kind == "quotations":
        return (quote.page for quote in page["latest"])
    if kind == "month":
        return (edition.url for edition in page["editions"])
    if kind == "entries":
        return (addresses.month(first) for first, _ in months(digest.editions))
    if kind == "corrections":
        return dict.fromkeys(f"{entry.url}#corrections" for entry, _ in page["leaf"].things)
    if kind == "actor_event":
        return (entry.url for entry, _ in page["leaf"].things)
    if kind == "actor_with":
        return (other.url for other, _ in page["leaf"].things)
    if kind == "event_outlets":
        return (entries[0].url for _, entries in page["leaf"].things)
    if kind == "event_languages":
        return (entry.url for row in page["leaf"].things for entry in row)
    if kind in ("event_others", "quotations_month"):
        return (quote.page for quote in page["leaf"].things)
    if kind in ("actors", "events", "editions", "actor_events", "actor_year", "event_reports", "event_said"):
        return (thing.url for thing in page["leaf"].things)
    return ()


def _list(things: list[Node]) -> Node:
    items = [{"@type": "ListItem", "position": n, **thing} for n, thing in enumerate(things, 1)]
    return {"@type": "ItemList", "numberOfItems": len(things), "itemListElement": items}


def _outlet(outlet: Outlet) -> Node:
    node = {"@type": "NewsMediaOrganization", "name": outlet.name}
    return {**node, "url": outlet.url} if outlet.url else node


def _dataset(site: str, label: str) -> Node:
    """The open data with each file of it."""
    forms = {"json": "application/json", "csv": "text/csv"}
    files = [
        {"@type": "DataDownload", "encodingFormat": form,
         "contentUrl": addresses.absolute(site, f"{addresses.DATA}{table.name}.{ending}")}
        for table in TABLES
        for ending, form in forms.items()
    ]  # fmt: skip
    return {"@type": "Dataset", "name": label, "url": addresses.absolute(site, addresses.DATA),
            "distribution": files}  # fmt: skip
