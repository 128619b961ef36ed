"""Which feeds there are and what stands in them; how they are written is another matter. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from digest import addresses
from digest.index import EMPTY, Actor, Digest, Entry, Event


@dataclass(frozen=True, slots=True)
class Publisher:
    """The site as feeds name it. `site` is its address or empty, `identity` what ids are made from.

    `corrections` is what the feed of corrections is called in the site's language.
    """

    name: str
    site: str
    identity: str
    lang: str
    longest: int = 50
    corrections: str = "Corrections"

    def urn(self, address: str) -> str:
        """An id for what stands at `address`: the same for ever, whatever happens to titles."""
        return uuid5(NAMESPACE_URL, addresses.absolute(self.identity, address)).urn

    def way(self, start: str, address: str) -> str:
        """Absolute where the site's address is known, else the way from the file `start` to `address`."""
        return addresses.absolute(self.site, address) if self.site else f"{addresses.up(start)}/{address}"


@dataclass(frozen=True, slots=True)
class Post:
    """What a feed tells of: an entry, or a correction. `identity` is the address its id is made from."""

    address: str
    identity: str
    title: str
    lang: str
    published: date
    updated: date
    author: str = ""
    outlet_url: str | None = None
    labels: tuple[str, ...] = ()
    summary: str = ""
    body: Markup = EMPTY


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to write: its address, the page it follows, its title and posts, newest first.

    One at a former address says where it is `now`, and goes on under the id that it always had.
    """

    address: str
    page: str
    title: str
    posts: Sequence[Post]
    lang: str
    now: str = ""

    @property
    def own(self) -> str:
        """Where it is to be followed."""
        return self.now or self.address

    @property
    def json_address(self) -> str:
        """Where the same feed stands as JSON Feed."""
        return addresses.json_feed(self.address)


def feeds(digest: Digest, by: Publisher) -> Iterator[tuple[str, Callable[[], Feed]]]:
    """Address of every feed and what makes it: all entries, a language, an actor, an event, corrections."""
    yield digest.feed, partial(_of_all, digest, by)
    for lang, address in digest.feeds.items():
        yield address, partial(_of_language, digest, lang, by)
    for actor in digest.actors:
        for address in (actor.feed, *(addresses.feed_of_actor(slug) for slug, _ in actor.merged)):
            yield address, partial(_of_actor, actor, address, by)
    for event in digest.events:
        for address in (event.feed, *(addresses.feed_of_event(slug) for slug, _ in event.merged)):
            yield address, partial(_of_event, event, address, by)
    yield addresses.CORRECTIONS_FEED, partial(_of_corrections, digest, by)


def _of_all(digest: Digest, by: Publisher) -> Feed:
    return Feed(digest.feed, "", by.name, _posts(digest.entries, by), by.lang)


def _of_language(digest: Digest, lang: str, by: Publisher) -> Feed:
    told = (entry for entry in digest.entries if entry.lang == lang)
    return Feed(digest.feeds[lang], addresses.ENTRIES, f"{by.name} · {lang}", _posts(told, by), lang)


def _of_actor(actor: Actor, address: str, by: Publisher) -> Feed:
    title = f"{actor.name} · {by.name}"
    return _at(address, Feed(actor.feed, actor.url, title, _posts(actor.entries, by), by.lang))


def _of_event(event: Event, address: str, by: Publisher) -> Feed:
    newest = sorted(event.entries, key=lambda e: (-e.date.toordinal(), e.slug))
    title = f"{event.title} · {by.name}"
    return _at(address, Feed(event.feed, event.url, title, _posts(newest, by), by.lang))


def _at(address: str, feed: Feed) -> Feed:
    """The same feed at an address that it had before a merger: whoever follows it goes on following."""
    return feed if address == feed.address else replace(feed, address=address, now=feed.address)


def _of_corrections(digest: Digest, by: Publisher) -> Feed:
    title = f"{by.corrections} · {by.name}"
    return Feed(addresses.CORRECTIONS_FEED, "", title, _corrections(digest, by), by.lang)


def _posts(newest: Iterable[Entry], by: Publisher) -> list[Post]:
    """The first of the entries as posts. Entries stand newest first everywhere but in events."""
    return [_post(entry) for entry in islice(newest, by.longest)]


def _post(entry: Entry) -> Post:
    return Post(
        address=entry.url,
        identity=entry.first_url or entry.url,
        title=entry.title,
        lang=entry.lang,
        published=entry.date,
        updated=entry.modified,
        author=entry.byline or (entry.outlet.name if entry.outlet else ""),
        outlet_url=entry.outlet_url,
        labels=(*(a.name for a in entry.actors), *(e.title for e in entry.events)),
        summary="\n".join(entry.summary),
        body=entry.body,
    )


def _corrections(digest: Digest, by: Publisher) -> list[Post]:
    """What was set right, the newest first. A correction is known by its day and its place in that day."""
    made = []
    for entry in digest.entries:
        days, first = Counter[date](), entry.first_url or entry.url
        for one in entry.corrections:
            days[one.date] += 1
            made.append(
                Post(
                    address=f"{entry.url}#corrections",
                    identity=f"{first}#correction-{one.date.isoformat()}-{days[one.date]}",
                    title=entry.title,
                    lang=entry.lang,
                    published=one.date,
                    updated=one.date,
                    summary=one.text,
                )
            )
    return sorted(made, key=lambda p: (-p.published.toordinal(), p.identity))[: by.longest]
