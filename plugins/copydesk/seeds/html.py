"""A saved page to the text of its article: blocks as lines, and the page's facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

from copydesk.messages import say
from copydesk.model import Facts
from copydesk.seeds import page_facts
from copydesk.seeds.decode import untyped

# lxml stops nesting at 255 by itself; a page of more elements than this is no article.
MOST_ELEMENTS = 30_000

_NEVER = """
    script style noscript template svg math nav footer aside form button iframe object embed select option
    input textarea canvas audio video map dialog menu head title
"""
_DROP = frozenset(_NEVER.split())
_BLOCKS = """
    address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6
    header hr html li main ol p pre section summary table tbody td th thead tr ul time
"""
_BLOCK = frozenset(_BLOCKS.split())
# Names that page makers give to what surrounds an article.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|soc|related|recommend\w*|comments?|subscri\w*|newsletter|breadcrumbs?|"
    r"sidebar|cookies?|banner|promo|advert\w*|ads?|tags?|taglist|also|popular|paywall|widget|toolbar|skip)(?=$|[\s_-])",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[^\S\n]+")


class TooLargeError(ValueError):
    """A page with so many elements that it is not an article."""


def read(markup: str) -> tuple[str, Facts]:
    """The article's text in `markup` and what the page says about itself.

    Menus, scripts, forms, hidden parts and what stands around an article are left out; each block is a line,
    an item of a list begins with a bullet.

    Raises `TooLargeError` for a page of more than `MOST_ELEMENTS` elements.
    """
    if markup.count("<") > 2 * MOST_ELEMENTS + 1:
        raise TooLargeError(say("more than {number} elements", number=f"{MOST_ELEMENTS:,}"))
    soup = BeautifulSoup(markup, "lxml")
    facts = page_facts.read(soup)
    root = _root(soup)
    heading = _heading(soup, root)
    return untyped("\n\n".join([*([heading] if heading else []), *_blocks(root)]) + "\n"), facts


def _root(soup: BeautifulSoup) -> Tag:
    """The element that holds the article: the fullest `article`, else `main`, else the body."""
    body = soup.body or soup
    whole = _prose(body)
    for selector in ("[itemprop=articleBody]", "article", "main", "[role=main]"):
        best = max(soup.select(selector), key=_prose, default=None)
        # A list of teasers has many articles, each holding little of the page.
        if best is not None and _prose(best) and _prose(best) * 2 >= whole:
            return best
    return body


def _prose(tag: Tag) -> int:
    return sum(len(p.get_text()) for p in tag.find_all("p"))


def _heading(soup: BeautifulSoup, root: Tag) -> str:
    """The page's only first-level heading, where it stands outside of `root`."""
    found = [h for h in soup.find_all("h1") if h.get_text(strip=True)]
    if len(found) != 1 or any(parent is root for parent in found[0].parents):
        return ""
    return " ".join(found[0].get_text(" ").split())


def _blocks(root: Tag) -> Iterator[str]:
    """The lines of the article. Walked with a stack of our own: the page decides how deep it nests."""
    line: list[str] = []
    stack: list[Iterator[PageElement]] = [iter(root.children)]
    ends: list[bool] = [True]
    while stack:
        node = next(stack[-1], None)
        breaks = ends.pop() if node is None else isinstance(node, Tag) and node.name in _BLOCK
        if breaks and (text := _tidy(line)):
            yield text
            line.clear()
        if node is None:
            stack.pop()
        elif isinstance(node, Tag):
            if node.name == "br":
                line.append("\n")
            elif not _dropped(node):
                if node.name == "li":
                    line.append("• ")
                stack.append(iter(node.children))
                ends.append(node.name in _BLOCK)
        elif type(node) is NavigableString:  # comments and the like are subclasses
            line.append(_SPACE.sub(" ", str(node).replace("\n", " ")))


def _tidy(pieces: list[str]) -> str:
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    text = "\n".join(line for line in lines if line)
    return "" if text == "•" else text


def _dropped(tag: Tag) -> bool:
    if tag.name in _DROP or tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    if "display:none" in str(tag.get("style", "")).replace(" ", "").lower():
        return True
    if tag.name in ("div", "section", "ul", "ol", "header", "p", "span"):
        names = tag.get("class") or ""
        label = f"{names if isinstance(names, str) else ' '.join(names)} {tag.get('id', '')}"
        return bool(_AROUND.search(label)) and _prose(tag) < 1000
    return False
