"""A saved page to the text of its article: blocks as lines, and the page's facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

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
# A page with so many first-level headings has no one that is its own; each is read whole.
_MOST_HEADINGS = 20
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
    prose = _prose(soup)
    root = _root(soup, prose)
    heading = _heading(soup, root)
    return untyped("\n\n".join([*([heading] if heading else []), *_blocks(root, prose)]) + "\n"), facts


def _prose(soup: BeautifulSoup) -> dict[int, int]:
    """How many characters stand in the paragraphs of each element, by its `id`.

    Counted in one walk from the inside out: asked of each element anew, nesting would cost a square.
    """
    prose: dict[int, int] = {}
    stack: list[tuple[Tag, Iterator[PageElement]]] = [(soup, iter(soup.children))]
    letters, within = [0], [0]  # of each element on the stack: all its text, that of its paragraphs
    while stack:
        tag, children = stack[-1]
        node = next(children, None)
        if isinstance(node, Tag):
            stack.append((node, iter(node.children)))
            letters.append(0)
            within.append(0)
        elif node is None:
            stack.pop()
            text, paragraphs = letters.pop(), within.pop()
            prose[id(tag)] = paragraphs
            if stack:
                letters[-1] += text
                within[-1] += text if tag.name == "p" else paragraphs
        elif type(node) is NavigableString:
            letters[-1] += len(node)
    return prose


def _root(soup: BeautifulSoup, prose: Mapping[int, int]) -> Tag:
    """The element that holds the article: the fullest `article`, else `main`, else the body."""
    body = soup.body or soup
    for selector in ("[itemprop=articleBody]", "article", "main", "[role=main]"):
        best = max(soup.select(selector), key=lambda tag: prose[id(tag)], default=None)
        # A list of teasers has many articles, each holding little of the page.
        if best is not None and 0 < prose[id(best)] * 2 >= prose[id(body)]:
            return best
    return body


def _heading(soup: BeautifulSoup, root: Tag) -> str:
    """The page's only first-level heading, where it stands outside of `root`."""
    headings = soup.find_all("h1", limit=_MOST_HEADINGS)
    found = [h for h in headings if h.get_text(strip=True)]
    if (
        len(headings) == _MOST_HEADINGS
        or len(found) != 1
        or any(parent is root for parent in found[0].parents)
    ):
        return ""
    return " ".join(found[0].get_text(" ").split())


def _blocks(root: Tag, prose: Mapping[int, int]) -> Iterator[str]:
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
            elif not _dropped(node, prose):
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


def _dropped(tag: Tag, prose: Mapping[int, int]) -> bool:
    if tag.name in _DROP or tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    if "display:none" in str(tag.get("style", "")).replace(" ", "").lower():
        return True
    if tag.name in ("div", "section", "ul", "ol", "header", "p", "span"):
        names = tag.get("class") or ""
        label = f"{names if isinstance(names, str) else ' '.join(names)} {tag.get('id', '')}"
        return bool(_AROUND.search(label)) and prose[id(tag)] < 1000
    return False
