"""Which feeds there are and what stands in them; how they are written is another matter. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from digest import addresses
from digest.index import EMPTY, Digest, Entry


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


def feeds(digest: Digest, by: Publisher) -> list[Feed]:
    """Every feed of the site: all entries, one a language, one an actor, one an event, corrections."""
    posts = {entry.slug: _post(entry) for entry in digest.entries}

    def feed(address: str, page: str, title: str, entries: Iterable[Entry], lang: str = by.lang) -> Feed:
        newest = sorted(entries, key=lambda e: (-e.date.toordinal(), e.slug))
        return Feed(address, page, title, [posts[e.slug] for e in newest[: by.longest]], lang)

    made = [feed(digest.feed, "", by.name, digest.entries)]
    for lang, address in digest.feeds.items():
        spoken = [e for e in digest.entries if e.lang == lang]
        made.append(feed(address, addresses.ENTRIES, f"{by.name} · {lang}", spoken, lang))
    for actor in digest.actors:
        told = feed(actor.feed, actor.url, f"{actor.name} · {by.name}", actor.entries)
        made += [told, *_former(told, (addresses.feed_of_actor(slug) for slug, _ in actor.merged))]
    for event in digest.events:
        told = feed(event.feed, event.url, f"{event.title} · {by.name}", event.entries)
        made += [told, *_former(told, (addresses.feed_of_event(slug) for slug, _ in event.merged))]
    corrected = f"{by.corrections} · {by.name}"
    made.append(Feed(addresses.CORRECTIONS_FEED, "", corrected, _corrections(digest, by), by.lang))
    return made


def _former(feed: Feed, former: Iterable[str]) -> list[Feed]:
    """The same feed at the addresses that it had before a merger: whoever follows one goes on following."""
    return [replace(feed, address=address, now=feed.address) for address in former]


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
