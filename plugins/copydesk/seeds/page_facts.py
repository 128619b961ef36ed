"""What a saved page says about itself: JSON-LD of a news article, then its meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag

from copydesk.addresses import is_web
from copydesk.model import LANGS, Facts, Lang
from copydesk.seeds.decode import untyped
from copydesk.seeds.header import read_date

_ARTICLES = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting",
                       "OpinionNewsArticle", "BackgroundNewsArticle", "LiveBlogPosting"})  # fmt: skip
_LONGEST_JSON = 300_000


def read(soup: BeautifulSoup) -> Facts:
    """The facts of a page. What it does not say, or says in a form that cannot be trusted, stays None."""
    article = _article(soup)
    meta = _metas(soup)
    html = soup.find("html")
    lang = _text(article.get("inLanguage")) or (_text(html.get("lang")) if isinstance(html, Tag) else None)
    published = (_text(article.get("datePublished")), meta.get("article:published_time"),
                 meta.get("datepublished"), _time(soup))  # fmt: skip
    return Facts(
        title=_text(article.get("headline")) or meta.get("og:title") or _title(soup),
        outlet=_name(article.get("publisher")) or meta.get("og:site_name"),
        url=_url(_canonical(soup), meta.get("og:url"), _text(article.get("url"))),
        byline=_name(article.get("author")) or _person(meta.get("author")),
        lang=_lang(lang),
        published=next((day for day in map(read_date, published) if day), None),
    )


def _article(soup: BeautifulSoup) -> dict[str, Any]:
    for script in soup.find_all("script", type="application/ld+json"):
        written = script.string or ""
        if len(written) > _LONGEST_JSON:
            continue
        try:
            loaded = json.loads(written)
        except (ValueError, RecursionError):
            continue
        for thing in _things(loaded):
            if any(kind in _ARTICLES for kind in _list(thing.get("@type")) if isinstance(kind, str)):
                return thing
    return {}


def _things(loaded: object) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script: itself, a list of them, or its `@graph`."""
    for thing in _list(loaded):
        if isinstance(thing, dict):
            yield thing
            yield from (inner for inner in _list(thing.get("@graph")) if isinstance(inner, dict))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        key = _text(tag.get("property")) or _text(tag.get("name")) or _text(tag.get("itemprop"))
        value = _text(tag.get("content"))
        if key and value:
            found.setdefault(key.lower(), value)
    return found


def _text(value: object) -> str | None:
    """A short string on one line, or None."""
    if not isinstance(value, str) or not value.strip() or len(value) > 500:
        return None
    return " ".join(untyped(value).split()) or None


def _name(value: object) -> str | None:
    """The name of a person or organisation, or of several, joined by commas."""
    if isinstance(value, list):
        names = [name for name in map(_name, value[:5]) if name]
        return ", ".join(names) or None
    return _person(_text(value.get("name") if isinstance(value, dict) else value))


def _person(value: str | None) -> str | None:
    return None if value is None or re.match(r"https?:|@", value) else value


def _title(soup: BeautifulSoup) -> str | None:
    return _text(soup.title.get_text()) if soup.title else None


def _time(soup: BeautifulSoup) -> str | None:
    """The only date given by `<time datetime>`; several may be those of other articles."""
    stamps = {str(tag.get("datetime"))[:10] for tag in soup.find_all("time") if tag.get("datetime")}
    return stamps.pop() if len(stamps) == 1 else None


def _canonical(soup: BeautifulSoup) -> str | None:
    link = soup.find("link", rel="canonical")
    return _text(link.get("href")) if isinstance(link, Tag) else None


def _url(*candidates: str | None) -> str | None:
    return next((c for c in candidates if c and is_web(c)), None)


def _lang(value: str | None) -> Lang | None:
    short = (value or "")[:2].lower()
    return next((known for known in LANGS if known == short), None)
