"""Entries and pages for Pelican: typed front matter in, only the metadata named here out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from pelican.readers import MarkdownReader
from pelican.urlwrappers import Category

from digest import addresses, beside
from digest.body import render
from digest.desk import Desk

# What Pelican does with a file that is not to be published: nothing.
_SKIP: tuple[str, dict[str, Any]] = ("", {"status": "skip"})


class DigestReader(MarkdownReader):  # type: ignore[misc]
    """Reads `content/entries` and `content/pages`; what a site has of its own beside them, as Pelican does.

    Pelican makes an attribute of every metadata key, so a file that could name keys could also
    say where it is written (`save_as`, `slug`, `template`). Here no key of a file reaches Pelican.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self._desk = Desk.of(settings)
        self._shared = beside.shared(settings)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The body as sanitised HTML and the metadata; `status: skip` where there is nothing to publish."""
        path = Path(source_path)
        kind = path.relative_to(self._desk.content).parts[0]
        if self._shared and kind not in beside.FOLDERS and self._desk.page(path) is None:
            own: tuple[str, dict[str, Any]] = super().read(source_path)
            return own
        if kind in beside.FOLDERS - {"entries"}:
            return _SKIP
        return self._entry(path) if kind == "entries" else self._page(path)

    def _entry(self, path: Path) -> tuple[str, dict[str, Any]]:
        record = self._desk.entry(path)
        if record is None:
            return _SKIP
        return record.body, {
            "title": record.meta.title,
            "lang": record.meta.lang,
            "date": dt.datetime.combine(record.date, dt.time()),
            "slug": record.slug,
            "url": addresses.entry(record.slug),
            "save_as": addresses.file_of(addresses.entry(record.slug)),
            "category": Category(self.settings["DEFAULT_CATEGORY"], self.settings),
            "summary": _paragraphs(record.meta.summary or ""),
            "status": "published",
            "record": record,
        }

    def _page(self, path: Path) -> tuple[str, dict[str, Any]]:
        record = self._desk.page(path)
        if record is None:
            return _SKIP
        depth = 1 if record.lang == self._desk.lang else 2
        return render(record.file.body, "pages", depth), {
            "title": record.file.meta.title,
            "lang": record.lang,
            "slug": record.slug,
            "summary": "",
            "status": "published",
            "record": record,
        }


def _paragraphs(summary: str) -> Markup:
    """The summary as Pelican and other themes want it: HTML."""
    return Markup("\n").join(Markup("<p>{}</p>").format(escape(p)) for p in summary.splitlines() if p.strip())
