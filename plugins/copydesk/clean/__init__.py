"""A raw page copy to the article alone.

Every character is in a block, in a field, or in `removed` with its rule.
"""

from __future__ import annotations

from copydesk.clean import boxes, head, headline, inline, outlet, roles, shapes, stretch
from copydesk.clean.headline import Headline
from copydesk.clean.lines import Line
from copydesk.clean.page import Page
from copydesk.language import detect
from copydesk.model import Block, Dispatch, Found, Lang, Removal, Role, Seed, Span


def dispatch(seed: Seed) -> Dispatch:
    """The article of a seed: fields, blocks in order, and what was taken out by which rule.

    Pure. A seed without prose gives a dispatch without blocks.
    """
    return _read(Page.of(seed.text), seed)


def opinions(seed: Seed) -> tuple[tuple[str, Found], ...]:
    """What every rule takes for the headline and for the outlet, as (field, found): the first is believed."""
    text, page = seed.text, Page.of(seed.text)
    boxes.mark(page)
    lines = [
        Found(" ".join(one.span.of(text).split()), one.rule, one.span)
        for one in headline.opinions(page, seed.facts)
    ]
    page = Page.of(text)
    kept = tuple(block.span for block in _read(page, seed).blocks)
    return (*(("headline", one) for one in lines), *(("outlet", one) for one in outlet.opinions(page, kept)))


def _read(page: Page, seed: Seed) -> Dispatch:
    """The dispatch; afterwards the page's labels say what became of each line."""
    boxes.mark(page)
    title = headline.find(page, seed.facts)
    body = stretch.bounds(page, title.index + 1 if title else 0)
    around = head.read(page, title.index if title else None, body)
    lang = seed.facts.lang or _language(page, body)
    chosen = [(line, roles.role(page, line, around, body)) for line in page.lines]
    blocks, removed = _cut(page, chosen, lang, title, body)
    fields = _spans(around.dateline, around.byline)
    _drop_rest(page, chosen, title, body)
    return Dispatch(
        seed=seed,
        lang=lang,
        headline=_headline(page, seed, title),
        dateline=around.dateline,
        byline=around.byline or _given(seed.facts.byline),
        outlet=outlet.find(page, seed, tuple(block.span for block in blocks)),
        blocks=blocks,
        removed=_without(page.text, removed, fields),
    )


def _language(page: Page, body: tuple[int, int]) -> Lang:
    """The language of the article's text; of the whole page where that is too short to tell."""
    text = "\n".join(line.text for line in page.lines[body[0] : body[1]])
    return detect(text) or detect(page.text) or ("en" if page.text.isascii() else "uk")


def _headline(page: Page, seed: Seed, title: Headline | None) -> Found | None:
    if title is not None:
        return Found(" ".join(title.span.of(page.text).split()), title.rule, title.span)
    return _given(seed.facts.title)


def _given(value: str | None) -> Found | None:
    return Found(value, "facts") if value else None


def _cut(
    page: Page,
    chosen: list[tuple[Line, Role | None]],
    lang: Lang,
    title: Headline | None,
    body: tuple[int, int],
) -> tuple[tuple[Block, ...], list[Removal]]:
    """The blocks, with what was pasted into paragraphs cut out, and all removals."""
    blocks: list[Block] = []
    removed: list[Removal] = []
    for line, role in chosen:
        if title is not None and line.index == title.index:
            removed += _pieces(page.text, line.span, [title.span], "site-suffix")
        elif role is None:
            removed.append(Removal(line.span, _reason(page, line, title, body)))
        else:
            pasted = _pasted(line, role, lang)
            removed += pasted
            left = _pieces(page.text, line.span, [cut.span for cut in pasted], "")
            blocks += [Block(piece.span, role) for piece in left]
    return tuple(blocks), removed


def _pasted(line: Line, role: Role, lang: Lang) -> tuple[Removal, ...]:
    if role == "caption":
        found = shapes.credit(line.text)
        start = line.span.start
        return (Removal(Span(start + found.start(), line.span.stop), "photo-credit"),) if found else ()
    return inline.cuts(line, lang) if role != "subheading" else ()


def _reason(page: Page, line: Line, title: Headline | None, body: tuple[int, int]) -> str:
    """The rule that dropped a line: its own, or where it stands beside the article."""
    label = page.labels[line.index]
    if label.kind in ("noise", "box", "date", "byline", "credit"):
        return label.rule
    if line.index < body[0]:
        return "before-headline" if title and line.index < title.index else "before-article"
    return "after-article" if line.index >= body[1] else "between-paragraphs"


def _drop_rest(
    page: Page, chosen: list[tuple[Line, Role | None]], title: Headline | None, body: tuple[int, int]
) -> None:
    """Mark what is left out as noise, so that the outlet is looked for there."""
    for line, role in chosen:
        if role is None and not (title and line.index == title.index):
            page.drop(line.index, _reason(page, line, title, body))


def _spans(*fields: Found | None) -> list[Span]:
    return sorted(field.span for field in fields if field is not None and field.span is not None)


def _without(text: str, removed: list[Removal], fields: list[Span]) -> tuple[Removal, ...]:
    """The removals, less the words that a field holds, in order."""
    found: list[Removal] = []
    for removal in removed:
        inside = [span for span in fields if span.overlaps(removal.span)]
        found += _pieces(text, removal.span, inside, removal.rule) if inside else [removal]
    return tuple(sorted(found, key=lambda removal: removal.span))


def _pieces(text: str, whole: Span, holes: list[Span], rule: str) -> list[Removal]:
    """What is left of a span around some holes, without outer blanks."""
    left: list[Removal] = []
    at = whole.start
    for hole in [*sorted(holes), Span(whole.stop, whole.stop)]:
        piece = text[at : hole.start]
        if piece.strip():
            start = at + len(piece) - len(piece.lstrip())
            left.append(Removal(Span(start, start + len(piece.strip())), rule))
        at = max(at, hole.stop)
    return left
