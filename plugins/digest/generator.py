"""The pages that are not one file of `content/` each: actors, events, lists, feeds, maps, redirects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from pelican.generators import Generator, PelicanTemplateNotFound

from digest import addresses, cards, feeds, ics, opendata, search, sitemap
from digest.index import Digest
from digest.plan import ONCE, UNLISTED, Planned, plan
from digest.presentation.fronts import front
from digest.presentation.letters import letter
from digest.redirects import redirects, reread
from digest.standing import standing
from digest.trees import Tree


class DigestGenerator(Generator):  # type: ignore[misc]
    """Writes what the digest adds to Pelican's own entries and pages.

    A theme that has no template for a kind of page goes without it; actors and events are then
    shown by the theme's own page for tags.
    """

    def generate_context(self) -> None:
        """All is read: every tree learns at which places it has a page of its own."""
        root, *others = self.context["trees"]
        planned = (file for _, file, _ in self._planned(others[0])) if others else ()
        places = frozenset(file.removesuffix("index.html") for file in planned)
        trees = [replace(tree, places=places) for tree in (root, *others)]
        self.context.update(trees[0].context, trees=trees)

    def generate_output(self, writer: Any) -> None:
        """Write everything below the output folder."""
        for tree in self.context["trees"]:
            env, context = self._spoken(tree)
            for kind, file, things in self._planned(tree):
                self._page(writer, env, context, kind, f"{tree.folder}{file}", things)
        digest: Digest = self.context["digest"]
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

    def _planned(self, tree: Tree) -> Iterator[Planned]:
        """Every page of a tree that we write: at the root those that Pelican does not."""
        if "about" not in {page.slug for page in self.context["pages"]}:
            yield "about", addresses.file_of(addresses.ABOUT), {}
        planned = plan(tree.digest, self.settings)
        if tree.folder:
            yield from (one for one in planned if one[0] not in ONCE)
            yield from standing(self.context, tree.lang)
            return
        yield from planned
        for entry in (e for e in tree.digest.entries if e.explained):
            made = self.context["digest_explained"][entry.slug]
            yield "explained", addresses.file_of(entry.explained), {"entry": entry, "explained": made}

    def _spoken(self, tree: Tree) -> tuple[Environment, dict[str, Any]]:
        """The templates and what they see, in the language of a tree. The motto is the root's alone."""
        if not tree.folder:
            return self.env, self.context
        env = self.env.overlay()
        env.globals = {**self.env.globals, **tree.words}
        return env, {**self.context, **tree.context, "DEFAULT_LANG": tree.lang, "SITESUBTITLE": ""}

    def _cards(self, digest: Digest) -> Iterator[tuple[str, bytes]]:
        """Address and picture of every share card; a link's picture must be named by a whole address."""
        if not (self.settings["DIGEST_CARDS"] and self.settings["SITEURL"]):
            return iter(())
        wanted = cards.cards(digest, self.settings["SITENAME"], self.settings["JINJA_GLOBALS"]["voice"])
        return cards.shelved(wanted, Path(self.settings["DIGEST_PROJECT"]) / ".cache" / "cards")

    def _page(
        self,
        writer: Any,
        env: Environment,
        context: dict[str, Any],
        kind: str,
        file: str,
        things: dict[str, Any],
    ) -> None:
        try:
            template = env.get_template(self.get_template(kind).name)
        except PelicanTemplateNotFound:
            return
        # A letter is read far from the site: its links are absolute.
        relative = self.settings["RELATIVE_URLS"] and kind != "mail"
        writer.write_file(file, template, context, relative, **{"page_kind": kind, **things})

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
        urls = {page.url for page in self._pages()}
        yield "sitemap.xml", sitemap.sitemap(digest, self._listed(digest), site, self.context["trees"])
        yield "robots.txt", sitemap.robots(site)
        for here, there, title in [*self._translated(urls), *reread(self.context["tree"].moves, digest)]:
            yield addresses.file_of(here), sitemap.redirect(here, there, title, lang, site)
        for tree in self.context["trees"]:
            pages = urls | {file.removesuffix("index.html") for _, file, _ in self._planned(tree)}
            for former, place, title in redirects(tree.moves, pages):
                here, there = f"{tree.folder}{former}", tree.at(place)
                yield addresses.file_of(here), sitemap.redirect(here, there, title, tree.lang, site)

    def _listed(self, digest: Digest) -> Iterator[str]:
        """The address of every page that search engines may list, entries left out: they have a day."""
        yield addresses.ABOUT
        yield from (page.url for page in self._pages())
        for kind, file, _ in plan(digest, self.settings):
            if kind not in UNLISTED:
                yield file.removesuffix("index.html")

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
