"""What readers' programs follow: each feed as Atom and as JSON Feed, from one list of posts. Pure."""

from collections.abc import Iterator

from digest.feeds.atom import atom
from digest.feeds.jsonfeed import json_feed
from digest.feeds.listing import Feed, Post, Publisher, feeds

__all__ = ["Feed", "Post", "Publisher", "atom", "feeds", "json_feed", "written"]


def written(feed: Feed, by: Publisher) -> Iterator[tuple[str, str]]:
    """The address and text of each form of a feed."""
    yield feed.address, atom(feed, by)
    yield feed.json_address, json_feed(feed, by)
