"""Addresses: everything in `digest` is relative to the site's root, pages live at any depth."""

from __future__ import annotations

from types import MappingProxyType

from jinja2 import pass_context
from jinja2.runtime import Context

from digest import addresses

# The pages that are there once; entries, actors and events bring their own `url`.
PLACES = MappingProxyType(
    {
        "home": "",
        "actors": addresses.ACTORS,
        "events": addresses.EVENTS,
        "entries": addresses.ENTRIES,
        "editions": addresses.EDITIONS,
        "quotations": addresses.QUOTATIONS,
        "about": addresses.ABOUT,
        "data": addresses.DATA,
        "outlets": addresses.OUTLETS,
        "languages": addresses.LANGUAGES,
        "corrections": addresses.CORRECTIONS,
        "subscribe": addresses.SUBSCRIBE,
        "corrections_feed": addresses.CORRECTIONS_FEED,
        "search": addresses.SEARCH,
    }
)


@pass_context
def link(context: Context, path: str) -> str:
    """`path` (relative to the site's root) as an address that is right on the current page.

    A page is the one of the current tree where the trees have it. A place on the current page is its
    fragment alone. A macro that uses it must be imported `with context`.
    """
    page, mark, fragment = path.partition("#")
    tree = context.get("tree")
    address = tree.at(page) if tree else page
    if mark and address == context.get("address"):
        return f"#{fragment}"
    return rooted(context, f"{address}{mark}{fragment}")


@pass_context
def rooted(context: Context, address: str) -> str:
    """`address` (relative to the site's root, whatever the tree) as one that is right on the current page.

    Pelican sets `SITEURL` for each page: the site's address, or the way up with `RELATIVE_URLS`.
    """
    root = str(context.get("SITEURL") or "").rstrip("/")
    return f"{root}/{address.lstrip('/')}"
