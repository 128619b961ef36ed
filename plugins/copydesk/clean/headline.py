"""The headline: the line itself, once, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from copydesk.clean import bodies, opening, sections, shapes, site
from copydesk.clean.lines import Line
from copydesk.clean.page import Page
from copydesk.model import Facts, Span

# A headline stands at the top; menus and mastheads rarely take more lines than this.
_TOP = 25
# "Headline | Section Site", "Headline » Site"
_SUFFIX = re.compile(r"(?<!\s)\s+(?:\||»|::)\s+")
_LONGEST_SUFFIX = 6
_SENTENCES_LONG = 20
# "Чому громада обрала поромСюжет": the label of a box, glued behind.
_GLUED = re.compile(r"(?<=[а-яіїєґё])(?:Сюжет|Фото|Відео|Видео|Реклама|Ексклюзив|Эксклюзив|Оновлено)$")

# Pictographs and what varies or joins them: ❗️, ⚡, 🇺🇦.
_PICTURES = re.compile(r"(?:[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]\s*)+")
_COUNT = re.compile(r"(?<=[a-zа-яіїєґё])\s+\d{1,4}$")


@dataclass(frozen=True, slots=True)
class Headline:
    """Where the headline stands: its line, its span without the site's name, and the rule that chose it."""

    index: int
    span: Span
    rule: str


def find(page: Page, facts: Facts) -> Headline | None:
    """The headline's line, or None where no line stands out as one. Its repeats are dropped."""
    found = next(opinions(page, facts), None)
    if found is not None:
        _drop_repeats(page, page.lines[found.index], found.span)
    return found


def opinions(page: Page, facts: Facts) -> Iterator[Headline]:
    """What each rule takes for the headline, in the order they are asked: the first is believed."""
    top = _top(page)
    for rule in RULES:
        line = rule(page, top, facts)
        if line is not None:
            span = _unadorned(page, _uncounted(page, trimmed(line, facts.outlet)))
            yield Headline(line.index, span, rule.__name__)


def trimmed(line: Line, outlet: str | None = None) -> Span:
    """The line's span without " | Section Site" (or " - Outlet") at its end."""
    text, start = line.text, line.span.start
    pieces = [m.start() for m in _SUFFIX.finditer(text)]
    if (
        pieces
        and len(text[: pieces[0]].split()) >= 3
        and len(text[pieces[-1] :].split()) <= _LONGEST_SUFFIX + 1
    ):
        return Span(start, start + pieces[0])
    if outlet:
        named = re.search(rf"\s+[—-]\s+{re.escape(outlet)}$", text, re.IGNORECASE)
        if named:
            return Span(start, start + named.start())
    glued = _GLUED.search(text)
    return Span(start, start + glued.start()) if glued else line.span


def _uncounted(page: Page, span: Span) -> Span:
    """The span without the number of comments behind it, where readers' comments stand below."""
    count = _COUNT.search(page.text, span.start, span.stop)
    commented = count and any(label.rule == "comments" for label in page.labels)
    return Span(span.start, count.start()) if count and commented else span


def _unadorned(page: Page, span: Span) -> Span:
    """The span without the pictures that channels set before a headline: "❗️ На трасі…"."""
    adorned = _PICTURES.match(page.text, span.start, span.stop)
    return Span(adorned.end(), span.stop) if adorned and adorned.end() < span.stop else span


def _top(page: Page) -> list[Line]:
    """The lines that may hold the headline: title-like, before the running text is well under way."""
    found: list[Line] = []
    prose = 0
    own = site.names(page)
    for line in page.lines[:_TOP]:
        if any(line.text.casefold().startswith(name) and line.words < len(name.split()) + 8 for name in own):
            continue
        if site.is_full_name(line.text):
            continue
        if _is_trail(page, line):
            page.drop(line.index, "breadcrumbs")
        elif sections.names_topics(line.text) and any(x.title_like for x in page.lines[line.index + 1 :][:4]):
            page.drop(line.index, "tags")
        elif line.title_like and page.kind(line.index) in ("open", "prose"):
            found.append(line)
        elif page.kind(line.index) == "prose":
            prose += line.words
        if prose > 90 and found:
            break
    return found


def _is_trail(page: Page, line: Line) -> bool:
    """A trail that ends with the headline below it: "Головна / Місто / Мер відкрив міст"."""
    last = re.split(r"\s(?:/|»|›|>|→)\s", line.text)[-1]
    if last == line.text or len(last.split()) < 3:
        return False
    return any(other.text == last for other in page.lines[line.index + 1 : line.index + 8])


def named(page: Page, top: list[Line], facts: Facts) -> Line | None:
    """The line that says what the page's own metadata give as its title."""
    if not facts.title:
        return None
    title = set(_words(facts.title))
    for line in (line for line in page.lines[:_TOP] if line.words >= 2):
        own = set(_words(line.text))
        if line.text[0] in "-—–" or (line.sentences > 1 and len(own) > len(title) + _LONGEST_SUFFIX):
            continue  # what somebody said, of which the title is a part
        if (
            title
            and own
            and len(title & own) >= 0.8 * min(len(title), len(own))
            and len(own) * 2 >= len(title)
            and len(own) <= 2 * len(title) + _LONGEST_SUFFIX  # a lede holds the title's words, and many more
        ):
            return line
    return None


def doubled(page: Page, top: list[Line], facts: Facts) -> Line | None:
    """The line that stands twice (once with a site's name behind it): the page's title and its heading."""
    for index, line in enumerate(top):
        for other in top[index + 1 :]:
            short, long = sorted((_key(line), _key(other)), key=len)
            extra = len(long.split()) - len(short.split())
            if len(short.split()) >= 3 and long.startswith(short) and extra <= _LONGEST_SUFFIX:
                return other if len(other.text) <= len(line.text) else line
    return None


def first(page: Page, top: list[Line], facts: Facts) -> Line | None:
    """The first line as long as headlines are, before any running text."""
    if facts.title:
        return None
    body = opening.body(page)
    before = [line for line in top if line.index < body or (line.index == body and line.asks)]
    # Menus stand between a masthead and the headline.
    menu = max(
        (n.index for n in page.of_kind("noise", stop=body) if page.labels[n.index].rule == "menu"), default=-1
    )
    # A standfirst of several sentences may lack its full stop; the short line above is the headline.
    before = [line for line in before if not _stands_under(line, before)]
    whole = [line for line in before if line.words >= 4 and not bodies.is_body(line.text)]
    whole = [line for line in whole if line.index > menu] or whole
    if whole:
        return opening.told(page, whole, body)
    near = [line for line in before if not shapes.author(line.text) or line.index == 0]
    return near[-1] if near and near[-1].index + 1 < len(page.lines) else None


def _stands_under(line: Line, lines: list[Line]) -> bool:
    above = any(short.index == line.index - 1 and 2 <= short.words <= 3 for short in lines)
    return above and line.words > _SENTENCES_LONG and line.sentences >= 2


def sentence(page: Page, top: list[Line], facts: Facts) -> Line | None:
    """A short sentence with a full stop over a paragraph many times its length."""
    if facts.title or len(page.lines) < 2:
        return None
    body = opening.body(page)
    if body + 1 >= len(page.lines):
        return None
    line, following = page.lines[body], page.lines[body + 1]
    ok = (
        line.sentences == 1 and line.words <= 14 and following.words >= 4 * line.words and line.text[0] != "-"
    )
    return line if ok and page.kind(following.index) == "prose" else None


RULES: tuple[Callable[[Page, list[Line], Facts], Line | None], ...] = (named, doubled, first, sentence)


def _drop_repeats(page: Page, line: Line, span: Span) -> None:
    key = " ".join(_words(page.text[span.start : span.stop]))
    for other in page.lines:
        if other.index != line.index and other.words <= len(key.split()) + _LONGEST_SUFFIX:
            own = _key(other)
            if own.startswith(key) and (own == key or page.kind(other.index) != "prose"):
                page.drop(other.index, "repeated-headline")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _key(line: Line) -> str:
    """The words of a line without its site suffix."""
    span = trimmed(line)
    return " ".join(_words(line.text[: len(span)]))
