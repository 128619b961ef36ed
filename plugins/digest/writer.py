"""The last gate: every page gets what our templates expect, and no file is written outside the output."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pelican.writers import Writer

from digest import addresses, cards, jsonld
from digest.trees import alternates, counterparts


class UnsafeNameError(RuntimeError):
    """A file name that would leave the output folder, or hide in it."""


class DigestWriter(Writer):  # type: ignore[misc]
    """Pelican's writer with the page's facts added to each template's context."""

    def write_file(
        self, name: str, template: Any, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> None:
        """Render and write one page. UnsafeNameError where `name` is not a plain path below the output."""
        if name:
            kwargs = {**facts(name, context, kwargs), **kwargs}
        super().write_file(name, template, context, *args, **kwargs)

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Any:
        """Pelican compares paths as text: `../output-evil` begins with `output`. We compare parts."""
        inside = Path(filename).relative_to(Path(self.output_path).absolute()).as_posix()
        if not addresses.is_contained(inside):
            raise UnsafeNameError(f"{inside!r} cannot be the name of a page")
        return super()._open_w(filename, encoding, override)


def facts(name: str, context: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """What every template may ask for, whatever its page is: None where there is no such thing.

    `canonical` is the page's absolute address, `card` its picture's: empty where `SITEURL` is.
    `counterparts` are the page in each interface language, `alternates` the same for machines.
    `jsonld` is what the page says to machines.
    """
    site, tree, trees = str(context["SITEURL"]), context["tree"], context["trees"]
    address = name.removesuffix("index.html")
    place = tree.place(address)
    article, page = given.get("article"), given.get("page")
    found: dict[str, Any] = {
        "page_kind": given.get("page_kind") or _kind(given.get("template_name"), article, page),
        "entry": _entry_of(context, article),
        "actor": given.get("actor"),
        "event": given.get("event"),
        "quotation": given.get("quotation"),
        "page": page,
        "site_langs": [t.lang for t in trees],
        "address": address,
        "counterparts": counterparts(trees, f"{page.slug}/" if page else place),
        "alternates": alternates(trees, place, site),
        "canonical": addresses.absolute(site, address) if site else "",
        "card": "",
    }
    shown = any(found[kind] for kind in ("entry", "quotation", "actor", "event"))
    if site and context["DIGEST_CARDS"] and shown:
        found["card"] = addresses.absolute(site, cards.address_of(place))
    if name == "404.html":
        # Served for an address of any depth: only a path from the host's root leads home from there.
        found["SITEURL"] = urlsplit(site).path.rstrip("/")
    return {**found, "jsonld": _to_machines(found, context, given)}


def _to_machines(
    found: Mapping[str, Any], context: Mapping[str, Any], given: Mapping[str, Any]
) -> dict[str, Any]:
    """The page as JSON-LD: what it is about and what it lists."""
    place = context["tree"].place(found["address"])
    page = {**found, "place": place, "entry": found["entry"] or given.get("entry")}
    page |= {name: given.get(name) for name in ("edition", "first", "editions", "year", "leaf")}
    return jsonld.graph(page, context["tree"], str(context["SITENAME"]), str(context["SITEURL"]))


def _kind(template_name: str | None, article: Any, page: Any) -> str:
    if article is not None:
        return "entry"
    if page is not None:
        return "about" if page.slug == "about" else "page"
    return "home" if template_name == "index" else "page"


def _entry_of(context: Mapping[str, Any], article: Any) -> Any:
    """The digest's entry behind one of Pelican's articles."""
    return context["digest_entries"].get(article.slug) if article is not None else None
