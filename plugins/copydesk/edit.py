"""The way of a text, read top to bottom: seed -> dispatch -> names, dates, quotations, summary -> draft.

Composition only. `draft` is a pure function of the seed and of who is known; `linked` then gives
the draft's people their pages, which depends on the drafts before it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from copydesk import clean, dates, names, quotations, summary
from copydesk.actors import Gazetteer, Linker
from copydesk.events import Trace, trace
from copydesk.model import Draft, Mention, Quotation, Seed, Span


def draft(seed: Seed, gazetteer: Gazetteer, today: date | None = None) -> Draft:
    """All that the machine proposes for one seed; actors not yet linked across documents."""
    dispatch = clean.dispatch(seed)
    published = dates.published(dispatch, today)
    mentions = names.mentions(dispatch, gazetteer)
    return Draft(
        dispatch=dispatch,
        published=published,
        happened=dates.happened(dispatch, published),
        mentions=mentions,
        quotations=quotations.quotations(dispatch, mentions),
        teaser=summary.teaser(dispatch),
        summary=summary.summary(dispatch),
    )


def linked(draft: Draft, linker: Linker) -> Draft:
    """The draft with the slug of its actor on every mention and quotation that has one."""
    mentions = linker.link(draft.dispatch, draft.mentions)
    return replace(
        draft,
        mentions=mentions,
        quotations=tuple(_speaking(quotation, mentions) for quotation in draft.quotations),
    )


def prominence(draft: Draft) -> dict[str, float]:
    """How prominently each linked actor stands: slug -> weight, heaviest first.

    A headline weighs 3, the lead 2, a quotation 2, any other mention 1.
    """
    weights: Counter[str] = Counter()
    headline, lead = headline_span(draft), lead_span(draft)
    for mention in draft.mentions:
        if mention.actor:
            here = 3 if headline and mention.span in headline else 2 if lead and mention.span in lead else 1
            weights[mention.actor] += here
    for quotation in draft.quotations:
        if quotation.actor:
            weights[quotation.actor] += 2
    return {slug: float(weight) for slug, weight in sorted(weights.items(), key=lambda p: (-p[1], p[0]))}


def headline_span(draft: Draft) -> Span | None:
    """Where the headline stands in the seed."""
    return draft.dispatch.headline.span if draft.dispatch.headline else None


def lead_span(draft: Draft) -> Span | None:
    """The first paragraph of the article (with a standfirst, both)."""
    for block in draft.dispatch.prose():
        if block.role == "paragraph":
            return block.span
    return None


def event_trace(draft: Draft, key: str) -> Trace:
    """The draft as the event stage compares it."""
    dispatch, happened, published = draft.dispatch, draft.happened, draft.published
    return trace(
        key=key,
        lang=dispatch.lang,
        title=dispatch.headline.value if dispatch.headline else "",
        text="\n".join(block.span.of(dispatch.text) for block in dispatch.prose()),
        actors=prominence(draft),
        published=published.date if published and published.precision == "day" else None,
        happened=(happened.date, happened.until or happened.date)
        if happened and happened.precision == "day"
        else None,
        people={m.span.of(dispatch.text): m.lemma for m in draft.mentions if m.kind == "person"},
    )


def _speaking(quotation: Quotation, mentions: tuple[Mention, ...]) -> Quotation:
    """The quotation with its speaker's slug: by the words that name the speaker, else by the name."""
    if quotation.speaker is None:
        return quotation
    for mention in mentions:
        if mention.name == quotation.speaker and mention.actor:
            return replace(quotation, actor=mention.actor)
    return quotation
