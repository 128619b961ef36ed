"""The keys of an entry, named once.

The validator, the JSON Schema, the tables of the README, the browser editor and the issue form
all come from this and the models beside it.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from copydesk.frontmatter.fields import (
    ActorSlug,
    Day,
    EventSlug,
    Happened,
    LangCode,
    Line,
    Order,
    QuotationId,
    SitePath,
    Slug,
    Speaker,
    Text,
    Url,
)
from copydesk.frontmatter.part import KEPT, OURS, Part
from copydesk.frontmatter.record import SeedRecord
from copydesk.model import Lang


class Outlet(Part):
    """Who published the report."""

    name: Line = Field(title="name", description="name of the outlet, as it writes itself")
    url: Url | None = Field(None, title="address", description="address of the report at the outlet")
    lang: LangCode | None = Field(None, title="language", description="language of the outlet")


class Quotation(Part):
    """Words that somebody said, word for word as in the seed."""

    id: QuotationId = Field(title="id", description="stable name of the quotation, part of its address")
    content: Text = Field(
        title="words", description="the words said, verbatim, without the outer quote marks"
    )
    speaker: Speaker | None = Field(
        None,
        title="speaker",
        description="slug of the actor, or a name as it stands; left out: unattributed",
    )
    cue: Line | None = Field(
        None, title="cue", description="the words of saying, as in “said” or “according to”"
    )
    kind: Literal["direct", "partial"] = Field(
        "direct", title="kind", description="a sentence, or a few words of one"
    )
    note: Text | None = Field(
        None,
        title="note",
        description="the editor's remark, printed under the quotation",
        json_schema_extra=OURS,
    )
    context: Text | None = Field(
        None,
        title="context",
        description="what one must know to understand the words: told by the editor, printed under them",
        json_schema_extra=OURS,
    )
    translations: dict[Lang, Text] = Field(
        default_factory=dict,
        title="translations",
        description="the words in other languages: the editor's, printed under them and never as them",
        json_schema_extra=OURS,
    )
    same: Slug | None = Field(
        None,
        title="same words",
        description="a key of yours: quotations that share one are the same words, translated or not",
        json_schema_extra=OURS,
    )


class Correction(Part):
    """What was set right after publication."""

    date: Day = Field(title="day", description="day of the correction")
    text: Text = Field(title="text", description="what was wrong and what is right")


class Entry(Part):
    """One report of the digest: `content/entries/YYYY/YYYY-MM-DD-slug.md`."""

    title: Line = Field(title="headline", description="headline, in the language of the entry")
    lang: Lang = Field(title="language", description="language of the text")
    date: Day | None = Field(
        title="day of publication", description="day of publication; may be empty only in a draft"
    )
    happened: Happened | None = Field(
        None,
        title="day of the event",
        description="day of the event told, or first and last day: `2024-07-03/2024-07-04`",
    )
    outlet: Outlet | None = Field(None, title="outlet", description="who published the report")
    byline: Line | None = Field(None, title="byline", description="who wrote the report")
    summary: Text | None = Field(None, title="summary", description="the lead in a few sentences")
    actors: list[ActorSlug] = Field(
        default_factory=list, title="actors", description="who is in it: slugs of `content/actors/`"
    )
    events: list[EventSlug] = Field(
        default_factory=list, title="events", description="what it is about: slugs of `content/events/`"
    )
    quotations: list[Quotation] = Field(
        default_factory=list, title="quotations", description="what was said, in the text's order"
    )
    corrections: list[Correction] = Field(
        default_factory=list,
        title="corrections",
        description="what was set right, and when",
        json_schema_extra=OURS,
    )
    archive_url: Url | None = Field(
        None,
        title="archived copy",
        description="address of an archived copy of the report",
        json_schema_extra=OURS,
    )
    status: Literal["published", "draft"] = Field(
        "published", title="status", description="a draft is checked but not published"
    )
    featured: bool = Field(
        False, title="lead", description="leads the edition of its day", json_schema_extra=OURS
    )
    order: Order | None = Field(
        None,
        title="order",
        description="place in the edition of its day, 1 first; entries without a number follow",
        json_schema_extra=OURS,
    )
    pinned: bool = Field(
        False,
        title="pinned",
        description="stays on the front page, whatever is newer",
        json_schema_extra=OURS,
    )
    redirect_from: list[SitePath] = Field(
        default_factory=list,
        title="former addresses",
        description="former addresses that lead here, the first of all first: feeds know the entry by it",
        json_schema_extra=OURS,
    )
    text: Literal["full", "excerpt", "none"] | None = Field(
        None,
        title="text shown",
        description="how much of the text is shown; left out: the site's setting",
        json_schema_extra=OURS,
    )
    seed: SeedRecord | None = Field(
        None,
        title="seed",
        description="where the words come from (kept by the machine); an entry of your own has none",
        json_schema_extra=KEPT,
    )
