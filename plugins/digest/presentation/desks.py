"""The way from a page back to the desk: to the file that it was made of, to a report of a mistake."""

from __future__ import annotations

from urllib.parse import quote

from jinja2 import pass_context
from jinja2.runtime import Context

# What a page may be of, the nearest first.
_SHOWN = ("entry", "quotation", "actor", "event", "page")


@pass_context
def files_of(context: Context) -> str:
    """The file below the project that the page was made of, or the folder of the files that it shows."""
    for name in _SHOWN:
        shown = context.get(name)
        entry = getattr(shown, "entry", None)
        path = getattr(shown, "path", "") or getattr(entry, "path", "") or _source(shown)
        if path:
            return str(path)
    return _folder(context)


@pass_context
def editing(context: Context) -> str:
    """The address at which the file of the page is edited, or its folder is listed."""
    path = files_of(context)
    way = "edit" if path.endswith(".md") else "tree"
    return f"{context.get('repository')}/{way}/{quote(str(context.get('branch')), safe='')}/{quote(path)}"


@pass_context
def reporting(context: Context) -> str:
    """The address of the form for a mistake, filled in with the page that it is on."""
    page = context.get("canonical") or f"/{context.get('address') or ''}"
    return f"{context.get('repository')}/issues/new?template=mistake.yml&page={quote(str(page), safe='')}"


def _folder(context: Context) -> str:
    """The folder of what a list shows: of actors, of events, else of entries; a bare one may not be there."""
    digest, kind = context["digest"], context.get("page_kind")
    listed = {"actors": digest.actors, "events": digest.events}.get(kind, digest.entries)
    first = next((one.path for one in listed if one.path), "content")
    return "/".join(first.split("/")[:2])


def _source(shown: object) -> str:
    """The path of a page of `content/pages/`, as Pelican keeps it: below `content/`."""
    found = getattr(shown, "relative_source_path", "")
    return f"content/{found}" if found else ""
