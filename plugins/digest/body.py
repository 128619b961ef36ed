"""Markdown of people to HTML that cannot run: the one door through which text becomes markup. Pure."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache

import nh3
from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markupsafe import Markup

from copydesk.addresses import is_slug, is_stem
from digest import addresses, prose

# What the prose of a report needs. No images: pages load nothing that we did not draw.
TAGS = frozenset(
    {
        *("p", "br", "hr", "h2", "h3", "h4", "blockquote", "pre"),
        *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"),
        *("em", "strong", "del", "sub", "sup", "a", "abbr", "cite", "code", "q"),
    }
)
ATTRIBUTES = {"a": {"href"}, "abbr": {"title"}, "ol": {"start"}}
SCHEMES = frozenset({"http", "https", "mailto"})
_EXTENSIONS = ("markdown.extensions.tables", "markdown.extensions.sane_lists")
_REL = "noopener noreferrer nofollow"
# What is left of a link whose address was refused.
_DEAD = re.compile(rf'<a rel="{_REL}">(.*?)</a>', re.S)
_ABSOLUTE = re.compile(r"(?:https?://|mailto:)", re.I)


class _References(ReferenceProcessor):
    """Definitions of links, `[name]: address`. A note, `[^1]: word`, would be taken for one: it is text."""

    RE = re.compile(ReferenceProcessor.RE.pattern.replace(r"\[(", r"\[((?!\^)"), re.MULTILINE)


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    """One converter for all files: making it costs as much as a short text."""
    made = Markdown(extensions=list(_EXTENSIONS), output_format="html")
    made.parser.blockprocessors.register(_References(made.parser), "reference", 15)
    return made


def render(text: str, folder: str = "", depth: int = 0) -> Markup:
    """Sanitised HTML of a Markdown text, which `copydesk.frontmatter` found to be of a person's size.

    `folder` is where the file lies below `content/`, `depth` how deep its page lies below the site's
    root: a link to another file of `content/` becomes a link to its page, so GitHub and the site both
    follow it.
    """
    made = prose.html_of(text)
    return clean(_markdown().reset().convert(text), folder, depth) if made is None else Markup(made)


def clean(html: str, folder: str = "", depth: int = 0) -> Markup:
    """`html` with only the allowed tags, attributes and link schemes left; headings begin at h2."""
    return Markup(_DEAD.sub(r"\1", _sanitiser(folder, depth).clean(_lowered(html))))


@lru_cache(maxsize=64)
def _sanitiser(folder: str, depth: int) -> nh3.Cleaner:
    """One for all files of a folder: making it costs as much as a short text."""

    def attribute(tag: str, name: str, value: str) -> str | None:
        return _href(value, folder, depth) if (tag, name) == ("a", "href") else value

    return nh3.Cleaner(
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=attribute,
        url_schemes=set(SCHEMES),
        link_rel=_REL,
        strip_comments=True,
    )


def first_paragraphs(body: Markup, count: int = 2) -> Markup:
    """The first paragraphs of a sanitised body: what an excerpt shows."""
    kept = re.findall(r"<p>.*?</p>", str(body), re.S)[:count]
    return Markup("\n").join(Markup(p) for p in kept)


def _lowered(html: str) -> str:
    """The page has its own h1: headings of the text start one level below."""
    return re.sub(r"<(/?)h1(?=[\s>])", r"<\1h2", html)


def _href(value: str, folder: str, depth: int) -> str | None:
    """A link that may stay, or None: absolute with a known scheme, or to a file of `content/`."""
    if _ABSOLUTE.match(value):
        return value
    path, _, fragment = value.partition("#")
    if not path.endswith(".md") or path.startswith("/") or "\\" in path:
        return None
    address = _page_of(posixpath.normpath(posixpath.join(folder, path)))
    if address is None:
        return None
    return "../" * depth + address + (f"#{fragment}" if re.fullmatch(r"[\w-]+", fragment) else "")


def _page_of(path: str) -> str | None:
    """The address of the page of a file below `content/`."""
    kind, _, rest = path.partition("/")
    stem = posixpath.basename(rest).removesuffix(".md")
    if kind == "entries" and is_stem(stem):
        return addresses.entry(stem)
    if kind in ("actors", "events") and is_slug(stem) and "/" not in rest:
        return f"{kind}/{stem}/"
    return None
