"""Every key of front matter, named once: what it holds and what it is for.

The validator, the JSON Schema, the tables of the README all come from these models.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from copydesk.frontmatter.fields import (
    Day,
    Fingerprint,
    Happened,
    LangCode,
    Line,
    Period,
    QuotationId,
    Sha256,
    SitePath,
    Slug,
    Text,
    Url,
    Wikidata,
)
from copydesk.model import ActorKind, Lang, Precision, Status

Wrote = dict[Line, Fingerprint]
_WROTE = "fingerprint of each field as the machine last wrote it; a value that differs is yours and stays"


class Part(BaseModel):
    """A group of keys: no key besides the named ones, no value of another kind."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_left_out(cls, values: Any) -> Any:
        """`byline:` with nothing behind it means the same as no byline at all."""
        if not isinstance(values, dict):
            return values
        needed = {f.alias or n for n, f in cls.model_fields.items() if f.is_required()}
        return {key: value for key, value in values.items() if value is not None or key in needed}


class Outlet(Part):
    """Who published the report."""

    name: Line = Field(description="name of the outlet, as it writes itself")
    url: Url | None = Field(None, description="address of the report at the outlet")
    lang: LangCode | None = Field(None, description="language of the outlet")


class Quotation(Part):
    """Words that somebody said, word for word as in the seed."""

    id: QuotationId = Field(description="stable name of the quotation, part of its address")
    content: Text = Field(description="the words said, verbatim, without the outer quote marks")
    speaker: Line | None = Field(
        None, description="slug of the actor, or a name as it stands; left out: unattributed"
    )
    cue: Line | None = Field(None, description="the words of saying, as in “said” or “according to”")
    kind: Literal["direct", "partial"] = Field("direct", description="a sentence, or a few words of one")
    note: Text | None = Field(None, description="the editor's remark, printed under the quotation")
    same: Slug | None = Field(
        None,
        description="a key of yours: quotations that share one are the same words, translated or not",
    )


class Correction(Part):
    """What was set right after publication."""

    date: Day = Field(description="day of the correction")
    text: Text = Field(description="what was wrong and what is right")


class Evidence(Part):
    """How the machine found a date."""

    evidence: Text | None = Field(None, description="the words of the seed that were read")
    rule: Line = Field(description="name of the rule that read them")
    precision: Precision = Field(description="how exact the words are")


class Dates(Part):
    """The evidence of each date."""

    published: Evidence | None = Field(None, description="evidence of `date`")
    happened: Evidence | None = Field(None, description="evidence of `happened`")


class SeedRecord(Part):
    """Where the entry comes from. Kept by the machine; there is no need to edit it."""

    file: Line = Field(description="name of the seed below `seeds/`")
    sha256: Sha256 = Field(description="checksum of the seed's bytes when it was read")
    rules: int = Field(description="version of the rules that read it")
    dates: Dates = Field(
        default_factory=lambda: Dates(published=None, happened=None), description="how the dates were found"
    )
    met: list[Slug] = Field(default_factory=list, description="actors met in the text that have no page")
    suggested: list[Slug] = Field(
        default_factory=list, description="pages suggested from here; one deleted since stays deleted"
    )
    wrote: Wrote = Field(default_factory=dict, description=_WROTE)
    wrote_quotations: dict[QuotationId, Fingerprint] = Field(
        default_factory=dict, description="fingerprint of each quotation as the machine wrote it"
    )


class Entry(Part):
    """One report of the digest: `content/entries/YYYY/YYYY-MM-DD-slug.md`."""

    title: Line = Field(description="headline, in the language of the entry")
    lang: Lang = Field(description="language of the text")
    date: Day | None = Field(description="day of publication; may be empty only in a draft")
    happened: Happened | None = Field(
        None, description="day of the event told, or first and last day: `2024-07-03/2024-07-04`"
    )
    outlet: Outlet | None = Field(None, description="who published the report")
    byline: Line | None = Field(None, description="who wrote the report")
    summary: Text | None = Field(None, description="the lead in a few sentences")
    actors: list[Slug] = Field(default_factory=list, description="who is in it: slugs of `content/actors/`")
    events: list[Slug] = Field(
        default_factory=list, description="what it is about: slugs of `content/events/`"
    )
    quotations: list[Quotation] = Field(
        default_factory=list, description="what was said, in the text's order"
    )
    corrections: list[Correction] = Field(default_factory=list, description="what was set right, and when")
    archive_url: Url | None = Field(None, description="address of an archived copy of the report")
    status: Literal["published", "draft"] = Field(
        "published", description="a draft is checked but not published"
    )
    redirect_from: list[SitePath] = Field(
        default_factory=list, description="former addresses that lead here, below the site's root"
    )
    text: Literal["full", "excerpt", "none"] | None = Field(
        None, description="how much of the text is shown; left out: the site's setting"
    )
    seed: SeedRecord | None = Field(
        None, description="where the words come from (kept by the machine); an entry of your own has none"
    )


class Page(Part):
    """A page of the site itself: `content/pages/slug.md` or, in another language, `slug.en.md`."""

    title: Line = Field(description="heading of the page")
    lang: Lang | None = Field(None, description="language of the text; left out: the site's")


class Role(Part):
    """What an actor is or was."""

    title: Line = Field(description="the post or part")
    starts: Period | None = Field(None, alias="from", description="since when: a year, a month or a day")
    ends: Period | None = Field(None, alias="to", description="until when: a year, a month or a day")


class Actor(Part):
    """A person, organisation, country or place: `content/actors/slug.md`."""

    name: Line = Field(description="name in the language of the site")
    names: dict[Lang, Line] = Field(default_factory=dict, description="name in each language")
    kind: ActorKind = Field(description="what it is")
    aliases: dict[Lang, list[Line]] = Field(
        default_factory=dict, description="other names that texts use, by language"
    )
    roles: list[Role] = Field(default_factory=list, description="posts held, with dates")
    wikidata: Wikidata | None = Field(None, description="Wikidata id")
    same_as: Slug | None = Field(None, description="slug of the actor that this one is")
    not_same_as: list[Slug] = Field(default_factory=list, description="others of a like name")
    status: Status = Field("confirmed", description="suggested by the machine, yours, or off the site")
    wrote: Wrote = Field(default_factory=dict, description=_WROTE)


class Event(Part):
    """A dated happening: `content/events/slug.md`."""

    title: Line = Field(description="name of the event in the language of the site")
    titles: dict[Lang, Line] = Field(default_factory=dict, description="name of the event in each language")
    starts: Day | None = Field(None, description="first day")
    ends: Day | None = Field(None, description="last day; left out: the same day")
    place: Line | None = Field(None, description="where it happened")
    actors: list[Slug] = Field(default_factory=list, description="who took part: slugs of `content/actors/`")
    part_of: Slug | None = Field(None, description="slug of the larger event it belongs to")
    same_as: Slug | None = Field(None, description="slug of the event this one turned out to be")
    not_same_as: list[Slug] = Field(
        default_factory=list, description="events taken for this one that are not"
    )
    status: Status = Field("confirmed", description="suggested by the machine, yours, or off the site")
    wrote: Wrote = Field(default_factory=dict, description=_WROTE)
