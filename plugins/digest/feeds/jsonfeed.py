"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Pure."""

from __future__ import annotations

from typing import Any

from digest import addresses, jsontext
from digest.feeds.atom import moment
from digest.feeds.listing import Feed, Post, Publisher

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed, by: Publisher) -> str:
    """The feed as a JSON document; ids are those of the Atom feed."""
    start = feed.json_address
    value = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": by.way(start, feed.page),
        "feed_url": by.way(start, addresses.json_feed(feed.own)),
        "language": feed.lang,
        "authors": [{"name": by.name}],
        "items": [_post(post, start, by) for post in feed.posts],
    }
    # A lone surrogate has no form in UTF-8; the seed it came from is refused at the door.
    return jsontext.lines(value).encode("utf-8", "replace").decode() + "\n"


def _post(post: Post, start: str, by: Publisher) -> dict[str, Any]:
    node = {
        "id": by.urn(post.identity),
        "url": by.way(start, post.address),
        "external_url": post.outlet_url,
        "title": post.title,
        "summary": post.summary,
        "date_published": moment(post.published),
        "date_modified": moment(post.updated),
        "authors": [{"name": post.author}] if post.author else [],
        "tags": list(post.labels),
        "language": post.lang,
    }
    # A post must have content: the text as far as the site shows it, else the summary.
    content = {"content_html": str(post.body)} if post.body else {"content_text": post.summary or post.title}
    return {**{key: value for key, value in node.items() if value}, **content}
