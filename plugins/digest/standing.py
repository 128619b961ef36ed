"""What Pelican writes at the root, as a tree below it shows the same: front page, entries, pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from digest import addresses
from digest.body import render
from digest.plan import Planned


@dataclass(frozen=True, slots=True)
class Page:
    """A page of `content/pages/` at its plain address, in the language of the tree where there is one."""

    slug: str
    title: str
    lang: str
    content: Markup
    translations: list[Any]


def standing(context: Mapping[str, Any], lang: str) -> Iterator[Planned]:
    """Template, file and what it shows, for a tree in `lang`."""
    yield "index", "index.html", {"page_kind": "home"}
    for article in context["articles"]:
        yield "article", article.save_as, {"article": article, "page_kind": "entry"}
    for page in _in_language(context["pages"], lang):
        kind = "about" if page.slug == "about" else "page"
        yield kind, addresses.file_of(f"{page.slug}/"), {"page": page}


def _in_language(pages: Iterable[Any], lang: str) -> Iterator[Page]:
    for page in pages:
        versions = [page, *page.translations]
        shown = next((one for one in versions if one.lang == lang), page)
        body = render(shown.record.file.body, "pages", 1)
        yield Page(shown.slug, shown.title, shown.lang, body, [one for one in versions if one is not shown])
