"""A feed as Atom (RFC 4287): stable ids, dates of the content, never of the clock. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape

from digest.feeds.listing import Feed, Post, Publisher

ATOM = "http://www.w3.org/2005/Atom"
# What XML cannot carry in any form.
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(feed: Feed, by: Publisher) -> str:
    """The feed as an Atom document."""
    own, page = by.way(feed.address, feed.own), by.way(feed.address, feed.page)
    updated = moment(max((p.updated for p in feed.posts), default=date(1970, 1, 1)))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="{ATOM}" xml:lang={_quoted(feed.lang)}>',
        f" <id>{by.urn(feed.address)}</id>",
        f" {_element('title', feed.title)}",
        f" <updated>{updated}</updated>",
        f' <link rel="self" type="application/atom+xml" href={_quoted(own)} />',
        f' <link rel="alternate" type="text/html" href={_quoted(page)} />',
        f" <author>\n  {_element('name', by.name)}\n </author>",
    ]
    for post in feed.posts:
        lines += _entry(post, feed, by)
    return "\n".join([*lines, "</feed>\n"])


def moment(day: date) -> str:
    """A day as feeds want it: a moment. A report is dated by the day alone."""
    return f"{day.isoformat()}T00:00:00Z"


def _entry(post: Post, feed: Feed, by: Publisher) -> Iterator[str]:
    page = _quoted(by.way(feed.address, post.address))
    yield f" <entry xml:lang={_quoted(post.lang)}>"
    yield f"  <id>{by.urn(post.identity)}</id>"
    yield f"  {_element('title', post.title)}"
    yield f"  <published>{moment(post.published)}</published>"
    yield f"  <updated>{moment(post.updated)}</updated>"
    yield f'  <link rel="alternate" type="text/html" href={page} />'
    if post.outlet_url:
        yield f'  <link rel="via" href={_quoted(post.outlet_url)} />'
    if post.author:
        yield f"  <author>\n   {_element('name', post.author)}\n  </author>"
    for label in post.labels:
        yield f"  <category term={_quoted(_printable(label))} />"
    if post.summary:
        yield f"  {_element('summary', post.summary)}"
    if post.body:
        yield f'  <content type="html" xml:base={page}>{_text(str(post.body))}</content>'
    yield " </entry>"


def _element(tag: str, words: str) -> str:
    shown = _text(words)
    return f"<{tag}>{shown}</{tag}>" if shown else f"<{tag} />"


def _text(words: str) -> str:
    return escape(_printable(words))


def _quoted(words: str) -> str:
    """An attribute's value in its quotation marks; line ends would be read as spaces."""
    kept = {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}
    return f'"{escape(words, kept)}"'


def _printable(words: str) -> str:
    return _UNPRINTABLE.sub("", words)
