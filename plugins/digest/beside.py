"""A site with pages of its own beside the digest's: they are read and shown as ever."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from copydesk.model import LANGS, Problem

# Folders of `content/` whose Markdown is for the digest, never an article.
FOLDERS = frozenset({"entries", "actors", "events", "outlets"})


def shared(settings: Mapping[str, Any]) -> bool:
    """True where the site's articles are not the digest's entries alone."""
    return list(settings["ARTICLE_PATHS"]) != ["entries"]


def speak(settings: dict[str, Any]) -> None:
    """The digest speaks the site's language, in place: unless told otherwise, and as far as it can."""
    if settings["DEFAULT_LANG"] in LANGS:
        settings.setdefault("DIGEST_LANG", settings["DEFAULT_LANG"])


def is_ours(problem: Problem) -> bool:
    """False for what is wrong with a page as the digest reads it and right as Pelican does."""
    return not (problem.rule == "fence" and problem.path.startswith("content/pages/"))


def keep_markup(content: Any) -> None:
    """Bodies and summaries that are the site's own are markup: templates would escape mere text."""
    content.get_content = partial(_marked, content.get_content)
    content.get_summary = partial(_marked, content.get_summary)


def _marked(told: Callable[[str], str], siteurl: str) -> Markup:
    return Markup(told(siteurl))
