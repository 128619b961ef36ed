"""The pages that are not one file of `content/` each: actors, events, lists, feeds, maps, redirects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pelican.generators import Generator, PelicanTemplateNotFound

from digest import addresses, cards, feeds, ics, opendata, search, sitemap
from digest.index import Digest
from digest.plan import plan
from digest.presentation.fronts import front
from digest.presentation.letters import letter
from digest.redirects import redirects


class DigestGenerator(Generator):  # type: ignore[misc]
    """Writes what the digest adds to Pelican's own entries and pages.

    A theme that has no template for a kind of page goes without it; actors and events are then
    shown by the theme's own page for tags.
    """

    def generate_output(self, writer: Any) -> None:
        """Write everything below the output folder."""
        digest: Digest = self.context["digest"]
        if "about" not in {page.slug for page in self.context["pages"]}:
            self._page(writer, "about", addresses.file_of(addresses.ABOUT))
        for kind, file, things in plan(digest, self.settings):
            self._page(writer, kind, file, **things)
        for entry in (e for e in digest.entries if e.explained):
            made = self.context["digest_explained"][entry.slug]
            self._page(writer, "explained", addresses.file_of(entry.explained), entry=entry, explained=made)
        for address, text in self._texts(digest):
            write(Path(self.output_path), address, text.encode("utf-8"))
        for address, picture in self._cards(digest):
            write(Path(self.output_path), address, picture)
        for address, text in self._index(digest):
            write(Path(self.output_path), address, text.encode("utf-8"))

    def _index(self, digest: Digest) -> Iterator[tuple[str, str]]:
        """Address and text of every file of the search index; none for a theme without a search page."""
        if "search.html" not in self.env.list_templates():
            return iter(())
        cache = Path(self.settings["DIGEST_PROJECT"]) / ".cache" / "search.json"
        return iter(search.files(digest, cache).files.items())

    def _cards(self, digest: Digest) -> Iterator[tuple[str, bytes]]:
        """Address and picture of every share card; a link's picture must be named by a whole address."""
        if not (self.settings["DIGEST_CARDS"] and self.settings["SITEURL"]):
            return iter(())
        wanted = cards.cards(digest, self.settings["SITENAME"], self.settings["JINJA_GLOBALS"]["voice"])
        return cards.shelved(wanted, Path(self.settings["DIGEST_PROJECT"]) / ".cache" / "cards")

    def _page(self, writer: Any, kind: str, file: str, **things: Any) -> None:
        try:
            template = self.get_template(kind)
        except PelicanTemplateNotFound:
            return
        # A letter is read far from the site: its links are absolute.
        relative = self.settings["RELATIVE_URLS"] and kind != "mail"
        writer.write_file(file, template, self.context, relative, page_kind=kind, **things)

    def _texts(self, digest: Digest) -> Iterator[tuple[str, str]]:
        """Address and text of every file that no template makes."""
        site, lang = self.settings["SITEURL"], self.settings["DEFAULT_LANG"]
        by = feeds.Publisher(
            name=self.settings["SITENAME"],
            site=site,
            identity=self.settings["DIGEST_FEED_ID"] or site,
            lang=lang,
            longest=self.settings["DIGEST_FEED_ENTRIES"],
            corrections=self.settings["JINJA_GLOBALS"]["_"]("Corrections"),
        )
        for feed in feeds.feeds(digest, by):
            yield from feeds.written(feed, by)
        yield from ics.calendars(digest.events, by)
        yield from opendata.files(digest)
        spoken = self.settings["JINJA_GLOBALS"]["voice"]
        for edition in digest.editions:
            yield f"{edition.url}mail.txt", letter(spoken, front(edition), by.name, site)
        yield "sitemap.xml", sitemap.sitemap(digest, [page.url for page in self._pages()], site)
        yield "robots.txt", sitemap.robots(site)
        urls = {page.url for page in self._pages()}
        for here, there, title in [*redirects(self.context["DIGEST_MOVED"], urls), *self._translated(urls)]:
            yield addresses.file_of(here), sitemap.redirect(here, there, title, lang, site)

    def _translated(self, urls: set[str]) -> Iterator[tuple[str, str, str]]:
        """From the plain address of a page that is not in the site's language to one that is there."""
        others = {f"{page.slug}/": page for page in sorted(self._pages(), key=lambda p: p.url, reverse=True)}
        return ((plain, page.url, page.title) for plain, page in sorted(others.items()) if plain not in urls)

    def _pages(self) -> Iterator[Any]:
        """Pelican's pages in every language."""
        for page in self.context["pages"]:
            yield page
            yield from page.translations


def write(output: Path, file: str, content: bytes) -> None:
    """Write a file below `output`. ValueError where `file` would leave it."""
    if not addresses.is_contained(file):
        raise ValueError(f"{file!r} cannot be the name of a file")
    path = output / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
