"""Every file that no template makes, as jobs: feeds, calendars, data, letters, maps, redirects, cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from digest import addresses, cards, feeds, ics, opendata, search, sitemap
from digest.index import Digest, Edition
from digest.plan import UNLISTED, Planned
from digest.presentation.fronts import front
from digest.presentation.letters import letter
from digest.press.jobs import Job, Made
from digest.redirects import redirects, reread
from digest.trees import Tree

Redirect = tuple[str, str, str, str]  # from an address, to an address, the title and language there


@dataclass(frozen=True, slots=True)
class Texts:
    """What the texts are made of: the trees, their plans by folder, Pelican's pages, the settings."""

    trees: Sequence[Tree]
    planned: Mapping[str, Sequence[Planned]]
    pages: Sequence[Any]
    given: Mapping[str, Any]

    def jobs(self, searched: bool) -> Iterator[Job]:
        """A job for each text of a site that is the digest's; `searched`: its theme has a page for that."""
        digest = self.trees[0].digest
        yield from self.added()
        for edition in digest.editions:
            yield _job(f"{edition.url}mail.txt", partial(self._letter, edition))
        yield _job("sitemap.xml", self._sitemap, pages=sorted(self._listed()))
        yield _job("robots.txt", partial(sitemap.robots, self._site))
        urls = {page.url for page in self.pages}
        for here, there, title in self._translated(urls):
            yield self._redirect(here, there, title, self.given["DEFAULT_LANG"])
        yield from self._cards(digest)
        if searched:
            yield Job("search", partial(_index, digest, self._cache / "search.json"))

    def added(self) -> Iterator[Job]:
        """A job for each text that a site of somebody else's gets too; its own feed of all stays."""
        digest = self.trees[0].digest
        for address, feed in feeds.feeds(digest, self._publisher):
            yield Job(address, partial(_feed, feed, self._publisher, self.given["FEED_ALL_ATOM"]))
        for address, text in (*ics.calendars(digest.events, self._publisher), *opendata.files(digest)):
            yield _job(address, text)
        for here, there, title, lang in self._redirects():
            yield self._redirect(here, there, title, lang)

    def _redirect(self, *page: str) -> Job:
        """From an address to an address, with the title and language there."""
        of = (*page, self._site)
        return _job(addresses.file_of(page[0]), partial(sitemap.redirect, *of), page=of)

    @property
    def _site(self) -> str:
        return str(self.given["SITEURL"])

    @property
    def _cache(self) -> Path:
        return Path(self.given["DIGEST_PROJECT"]) / ".cache"

    @property
    def _publisher(self) -> feeds.Publisher:
        return feeds.Publisher(
            name=self.given["SITENAME"],
            site=self._site,
            identity=self.given["DIGEST_FEED_ID"] or self._site,
            lang=self.given["DEFAULT_LANG"],
            longest=self.given["DIGEST_FEED_ENTRIES"],
            corrections=self.given["JINJA_GLOBALS"]["_"]("Corrections"),
        )

    def _letter(self, edition: Edition) -> str:
        voice = self.given["JINJA_GLOBALS"]["voice"]
        return letter(voice, front(edition), self.given["SITENAME"], self._site)

    def _sitemap(self) -> str:
        return sitemap.sitemap(self.trees[0].digest, self._listed(), self._site, self.trees)

    def _listed(self) -> Iterator[str]:
        """The address of every page that search engines may list, entries left out: they have a day."""
        yield addresses.ABOUT
        yield from (page.url for page in self.pages)
        for kind, file, _ in self.planned[""]:
            if kind not in UNLISTED:
                yield file.removesuffix("index.html")

    def _redirects(self) -> Iterator[Redirect]:
        root, urls = self.trees[0], {page.url for page in self.pages}
        for here, there, title in reread(root.moves, root.digest):
            yield here, there, title, self.given["DEFAULT_LANG"]
        for tree in self.trees:
            pages = {file.removesuffix("index.html") for _, file, _ in self.planned[tree.folder]}
            for former, place, title in redirects(tree.moves, urls | pages):
                yield f"{tree.folder}{former}", tree.at(place), title, tree.lang

    def _translated(self, urls: set[str]) -> Iterator[tuple[str, str, str]]:
        """From the plain address of a page that is not in the site's language to one that is there."""
        others = {f"{page.slug}/": page for page in sorted(self.pages, key=lambda p: p.url, reverse=True)}
        return ((plain, page.url, page.title) for plain, page in sorted(others.items()) if plain not in urls)

    def _cards(self, digest: Digest) -> Iterator[Job]:
        """Every share card; a link's picture must be named by a whole address."""
        if self.given["DIGEST_CARDS"] and self._site:
            shelf = cards.Shelf(self._cache / "cards")
            voice = self.given["JINJA_GLOBALS"]["voice"]
            wanted = list(cards.cards(digest, self.given["SITENAME"], voice))
            shelf.tidy(len(wanted))
            for address, card in wanted:
                yield Job(address, partial(_card, address, shelf, card))


def _job(address: str, text: Callable[[], str], **of: Any) -> Job:
    return Job(address, partial(_text, address, text), of)


def _text(address: str, text: Callable[[], str]) -> Made:
    return [(address, text().encode("utf-8"))]


def _feed(feed: Callable[[], feeds.Feed], by: feeds.Publisher, theirs: str | None) -> Made:
    """Both forms of a feed, but for the address at which Pelican writes one (`theirs`)."""
    return [(a, text.encode("utf-8")) for a, text in feeds.written(feed(), by) if a != theirs]


def _card(address: str, shelf: cards.Shelf, card: Callable[[], cards.Card]) -> Made:
    return [(address, shelf.picture(card()))]


def _index(digest: Digest, cache: Path) -> Made:
    return [(address, text.encode("utf-8")) for address, text in search.files(digest, cache).files.items()]
