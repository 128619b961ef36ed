"""The front page, the entries and the site's own pages: what a plain Pelican site has, in each tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from digest import addresses
from digest.body import render
from digest.plan import Planned
from digest.trees import Tree


@dataclass(frozen=True, slots=True)
class Page:
    """A page of `content/pages/` at its plain address, in the language of the tree where there is one."""

    slug: str
    title: str
    lang: str
    content: Markup
    translations: list[Any]


def standing(tree: Tree, pages: Sequence[Any]) -> Iterator[Planned]:
    """Template, file and what it shows. `pages` are Pelican's, each with its translations."""
    yield "index", "index.html", {}
    for entry in tree.digest.entries:
        yield "article", addresses.file_of(entry.url), {"entry": entry}
    if not tree.folder:
        for page in (version for one in pages for version in (one, *one.translations)):
            yield _kind(page), page.save_as, {"page": page}
        return
    for shown in _in_language(pages, tree.lang):
        yield _kind(shown), addresses.file_of(f"{shown.slug}/"), {"page": shown}


def _kind(page: Any) -> str:
    """The page that says how all is made has a template of its own, which shows the measured quality."""
    return "about" if page.slug == "about" else "page"


def _in_language(pages: Sequence[Any], lang: str) -> Iterator[Page]:
    for page in pages:
        versions = [page, *page.translations]
        shown = next((one for one in versions if one.lang == lang), page)
        body = render(shown.record.file.body, "pages", 1)
        yield Page(shown.slug, shown.title, shown.lang, body, [one for one in versions if one is not shown])
