"""What the digest adds to Pelican: every page and file of the site, given to the press as jobs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from pelican.generators import Generator

from digest import addresses
from digest.paging import leaves
from digest.plan import ONCE, Planned, plan
from digest.presentation.sheets import sheets
from digest.press.jobs import Job
from digest.press.press import Press
from digest.rendering import Site
from digest.standing import standing
from digest.texts import Texts
from digest.trees import Places, Tree


class DigestGenerator(Generator):  # type: ignore[misc]
    """Plans everything and gives it to the press.

    With a theme made for the digest that is the whole site. Another theme's front page, entries and pages
    are written by Pelican itself; where it has no template for a kind of page it goes without it, and
    actors and events are then shown by its own page for tags.
    """

    def generate_context(self) -> None:
        """All is read: every tree learns at which places it has a page of its own."""
        root, *others = self.context["trees"]
        planned = [file for _, file, _ in self._planned(others[0])] if others else []
        places = Places(file.removesuffix("index.html") for file in planned)
        trees = [replace(tree, places=places) for tree in (root, *others)]
        self.context.update(trees[0].context, trees=trees)

    def generate_output(self, writer: Any) -> None:
        """Print everything below the output folder."""
        del writer
        press: Press = self.settings["DIGEST_PRESS"]
        trees, jobs = self.context["trees"], list(self._jobs())
        if not self.context["digest_theme"]:
            press.run_all(jobs)
            return
        press.run(jobs, {tree.folder: tree.digest for tree in trees}, trees[0].places.answer, self.settings)

    @cached_property
    def site(self) -> Site:
        """What makes pages, once all is read."""
        common = {k: v for k, v in self.context.items() if k.isupper() or not self.context["digest_theme"]}
        return Site(self.context["trees"], self.settings, common, self.env, self._template)

    def _jobs(self) -> Iterator[Job]:
        trees, planned = self.context["trees"], {}
        for tree in trees:
            planned[tree.folder] = list(self._planned(tree))
            yield from self.site.jobs(tree, planned[tree.folder])
        texts = Texts(trees, planned, list(self._pages()), self.settings)
        searched = "search.html" in self._found
        yield from texts.jobs(searched) if self.context["digest_theme"] else texts.added()

    def _planned(self, tree: Tree) -> Iterator[Planned]:
        """Every page of a tree that is ours to make."""
        if "about" not in {page.slug for page in self.context["pages"]}:
            yield "about", addresses.file_of(addresses.ABOUT), {}
        if self.context["digest_theme"]:
            yield from standing(tree, self.context["pages"])
        planned = plan(tree.digest, self.settings)
        if tree.folder:
            yield from (one for one in planned if one[0] not in ONCE)
            return
        yield from planned
        actors = {actor.slug: actor for actor in tree.digest.actors}
        for entry in (e for e in tree.digest.entries if e.explained):
            made = self.context["digest_explained"][entry.slug]
            for leaf in leaves(sheets(made), entry.explained, 1):
                (sheet,) = leaf.things
                shown = {"entry": entry, "explained": sheet, "known": made.known(actors), "leaf": leaf}
                yield "explained", addresses.file_of(leaf.url), shown

    def _template(self, kind: str) -> str:
        """The name of a kind's template; empty where there is none."""
        return f"{kind}.html" if f"{kind}.html" in self._found else ""

    @cached_property
    def _found(self) -> frozenset[str]:
        return frozenset(self.env.list_templates())

    def _pages(self) -> Iterator[Any]:
        """Pelican's pages in every language."""
        for page in self.context["pages"]:
            yield page
            yield from page.translations
