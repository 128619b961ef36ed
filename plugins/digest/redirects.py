"""Former addresses and where they lead now: renamed entries, merged actors and events. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from copydesk.addresses import RESERVED
from copydesk.check.entries import in_the_way
from copydesk.model import Problem
from digest import addresses
from digest.build import Site
from digest.index import Actor, Digest, Entry, Event
from digest.plan import actor_pages, event_pages
from digest.records import EntryRecord

# Folders in which entries, actors and events have their pages, and what else stands there: lists, months.
_SHELVES = frozenset({"actors", "events", "entries"})
_LISTED = re.compile(r"(?:index\.html|all\.ics|page/.*|\d{4}-\d\d/.*)?$")
Move = tuple[str, str, str]  # former address, present address, title


def moved(
    digest: Digest,
    entries: Sequence[EntryRecord],
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
            here = addresses.tidy(former)
            if here in taken or not _free(here):
                problems.append(in_the_way(record.file, n, former))
            else:
                taken.add(here)
                found += _renamed(here, pages[record.slug])
    for actor in digest.actors:
        for slug, _ in actor.merged:
            found += _merged_actor(site.actor_url(slug), slug, actor)
    for event in digest.events:
        for _, here in event.merged:
            found += _merged_event(here, event)
    return found, problems


def _renamed(here: str, entry: Entry) -> Iterator[Move]:
    """From an entry's former address to it, and from its quotations' pages, whose addresses went with it."""
    yield here, entry.url, entry.title
    if stem := addresses.stem_of(here):
        for quote in entry.quotations:
            yield addresses.quotation(stem, quote.id), quote.page, entry.title


def reread(moves: Iterable[Move], digest: Digest) -> Iterator[Move]:
    """From where it stood how a renamed entry was read to where that stands now."""
    pages = {entry.url: entry.explained for entry in digest.entries}
    for here, there, title in moves:
        if (stem := addresses.stem_of(here)) and (page := pages.get(there)):
            yield addresses.explained(stem), page, title


def redirects(moves: Iterable[Move], pages: set[str]) -> Iterator[Move]:
    """The moves whose former address no page of the site itself has taken."""
    return (move for move in moves if move[0] not in pages)


def _merged_actor(here: str, slug: str, actor: Actor) -> Iterator[Move]:
    """From the page that an actor had, its further ones and its words in events, to the one it became."""
    yield here, actor.url, actor.name
    for former, now in zip(actor_pages(actor, here), actor_pages(actor, actor.url), strict=True):
        yield former[1].url, now[1].url, actor.name
    for event in actor.events:
        for _, words, who in event_pages(event, event.url):
            if who is actor:
                at = addresses.said_by(event.url, slug)
                yield replace(words, address=at).url, words.url, actor.name


def _merged_event(here: str, event: Event) -> Iterator[Move]:
    """From the page that an event had, and its further ones, to those of the one it became."""
    for former, now in zip(event_pages(event, here), event_pages(event, event.url), strict=True):
        yield former[1].url, now[1].url, event.title


def _free(here: str) -> bool:
    """False for the site's own lists, feeds and files."""
    first, _, rest = here.partition("/")
    own = first in RESERVED - _SHELVES or here in ("sitemap.xml", "robots.txt")
    lists = first in _SHELVES and bool(_LISTED.match(rest))
    return not own and not lists and addresses.is_contained(here.rstrip("/")) and here.count("..") == 0
