"""How Pelican comes to what is written: which files, by which reader, as what markup."""

from __future__ import annotations

from functools import partial
from typing import Any

from markupsafe import Markup

from digest import beside
from digest.desk import Desk
from digest.reader import DigestReader


def add_reader(readers: Any) -> None:
    """Our reader for Markdown, and no other: the rest of Pelican's readers may include any local file.

    A site with articles of its own keeps them.
    """
    own = readers.reader_classes
    kept = own if beside.shared(readers.settings) else {"static": own["static"]}
    readers.reader_classes = {**kept, "md": DigestReader}


def keep_markup(content: Any) -> None:
    """A body stays the sanitised markup it is; Pelican's own way gives text, which templates would escape."""
    if isinstance(content._content, Markup):
        content.get_content = partial(_unchanged, content._content)
    elif content._content is not None:
        beside.keep_markup(content)


def _unchanged(body: Markup, siteurl: str) -> Markup:
    del siteurl
    return body


def list_entries(generator: Any) -> None:
    """Pelican follows links when it looks for files, even in circles: it is told which there are."""
    if not beside.shared(generator.settings):
        generator.get_files = partial(_listed, Desk.of(generator.settings), "entries")


def list_pages(generator: Any) -> None:
    """The same for pages."""
    if not beside.shared(generator.settings):
        generator.get_files = partial(_listed, Desk.of(generator.settings), "pages")


def _listed(desk: Desk, kind: str, *_: Any, **__: Any) -> list[str]:
    documents = desk.shelves.entries if kind == "entries" else desk.shelves.pages
    return sorted(path.removeprefix("content/") for path in documents)
