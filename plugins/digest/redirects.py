"""Former addresses and where they lead now: renamed entries, merged actors and events. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from copydesk.addresses import RESERVED
from copydesk.check.entries import in_the_way
from copydesk.model import Problem
from digest import addresses
from digest.build import Address, Site, resolve
from digest.index import Digest, Entry
from digest.records import ActorRecord, EntryRecord, EventRecord

# Folders in which entries, actors and events have their pages, and what else stands there: lists, months.
_SHELVES = frozenset({"actors", "events", "entries"})
_LISTED = re.compile(r"(?:index\.html|all\.ics|page/.*|\d{4}-\d\d/.*)?$")
Move = tuple[str, str, str]  # former address, present address, title


def moved(
    digest: Digest,
    entries: Sequence[EntryRecord],
    actors: Sequence[ActorRecord],
    events: Sequence[EventRecord],
    site: Site,
) -> tuple[list[Move], list[Problem]]:
    """Every redirect the content asks for, and those that would stand in the way of a page."""
    taken = {e.url for e in digest.entries} | {a.url for a in digest.actors} | {e.url for e in digest.events}
    taken |= {addresses.explained(e.slug) for e in digest.entries}
    pages = {e.slug: e for e in digest.entries}
    found: list[Move] = []
    problems: list[Problem] = []
    for record in entries:
        for n, former in enumerate(record.meta.redirect_from):
            here = _tidy(former)
            if here in taken or not _free(here):
                problems.append(in_the_way(record.file, n, former))
            else:
                taken.add(here)
                found += _renamed(here, pages[record.slug])
    people = {a.slug: (a.url, a.name) for a in digest.actors}
    happenings = {e.slug: (e.url, e.title) for e in digest.events}
    found += _merged(site.actor_url, {r.slug: r.meta.same_as for r in actors}, people)
    found += _merged(site.event_url, {r.slug: r.meta.same_as for r in events}, happenings)
    return found, problems


def _renamed(here: str, entry: Entry) -> Iterator[Move]:
    """From an entry's former address to it, and from its quotations' pages, whose addresses went with it."""
    yield here, entry.url, entry.title
    if stem := _stem(here):
        for quote in entry.quotations:
            yield addresses.quotation(stem, quote.id), quote.page, entry.title


def reread(moves: Iterable[Move], digest: Digest) -> Iterator[Move]:
    """From where it stood how a renamed entry was read to where that stands now."""
    pages = {entry.url: entry.explained for entry in digest.entries}
    for here, there, title in moves:
        if (stem := _stem(here)) and (page := pages.get(there)):
            yield addresses.explained(stem), page, title


def _stem(here: str) -> str:
    """The name of the file that an entry at the address `here` was made from; empty for any other address."""
    stem = here.removeprefix(addresses.ENTRIES).strip("/")
    return stem if here == addresses.entry(stem) and "/" not in stem else ""


def redirects(moves: Iterable[Move], pages: set[str]) -> Iterator[Move]:
    """The moves whose former address no page of the site itself has taken."""
    return (move for move in moves if move[0] not in pages)


def _merged(
    address: Address, same_as: dict[str, str | None], pages: dict[str, tuple[str, str]]
) -> Iterator[Move]:
    for slug, final in sorted(resolve(same_as)[0].items()):
        if slug != final and final in pages:
            yield (address(slug), *pages[final])


def _tidy(former: str) -> str:
    """A former address as ours are written: `/old` -> `old/`, `old.html` as it is."""
    path = former.strip("/").removesuffix("/index.html")
    return path if "." in path.rsplit("/", 1)[-1] else f"{path}/"


def _free(here: str) -> bool:
    """False for the site's own lists, feeds and files."""
    first, _, rest = here.partition("/")
    own = first in RESERVED - _SHELVES or here in ("sitemap.xml", "robots.txt")
    lists = first in _SHELVES and bool(_LISTED.match(rest))
    return not own and not lists and addresses.is_contained(here.rstrip("/")) and here.count("..") == 0
