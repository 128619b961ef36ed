"""The keys of an actor, an event and a page of the site, named once."""

from __future__ import annotations

from pydantic import Field

from copydesk.frontmatter.fields import ActorSlug, Day, EventSlug, Line, Period, Wikidata
from copydesk.frontmatter.part import KEPT, Part
from copydesk.frontmatter.record import WROTE, Wrote
from copydesk.model import ActorKind, Lang, Status


class Page(Part):
    """A page of the site itself: `content/pages/slug.md` or, in another language, `slug.en.md`."""

    title: Line = Field(title="heading", description="heading of the page")
    lang: Lang | None = Field(
        None, title="language", description="language of the text; left out: the site's"
    )


class Role(Part):
    """What an actor is or was."""

    title: Line = Field(title="post", description="the post or part")
    starts: Period | None = Field(
        None, alias="from", title="from", description="since when: a year, a month or a day"
    )
    ends: Period | None = Field(
        None, alias="to", title="to", description="until when: a year, a month or a day"
    )


class Actor(Part):
    """A person, organisation, country or place: `content/actors/slug.md`."""

    name: Line = Field(title="name", description="name in the language of the site")
    names: dict[Lang, Line] = Field(default_factory=dict, title="names", description="name in each language")
    kind: ActorKind = Field(title="kind", description="what it is")
    aliases: dict[Lang, list[Line]] = Field(
        default_factory=dict, title="other names", description="other names that texts use, by language"
    )
    roles: list[Role] = Field(default_factory=list, title="posts", description="posts held, with dates")
    wikidata: Wikidata | None = Field(None, title="Wikidata", description="Wikidata id")
    same_as: ActorSlug | None = Field(None, title="same as", description="slug of the actor that this one is")
    not_same_as: list[ActorSlug] = Field(
        default_factory=list, title="not the same as", description="others of a like name"
    )
    status: Status = Field(
        "confirmed", title="status", description="suggested by the machine, yours, or off the site"
    )
    wrote: Wrote = Field(
        default_factory=dict, title="written by the machine", description=WROTE, json_schema_extra=KEPT
    )


class Event(Part):
    """A dated happening: `content/events/slug.md`."""

    title: Line = Field(title="title", description="name of the event in the language of the site")
    titles: dict[Lang, Line] = Field(
        default_factory=dict, title="titles", description="name of the event in each language"
    )
    starts: Day | None = Field(None, title="first day", description="first day")
    ends: Day | None = Field(None, title="last day", description="last day; left out: the same day")
    place: Line | None = Field(None, title="place", description="where it happened")
    actors: list[ActorSlug] = Field(
        default_factory=list, title="actors", description="who took part: slugs of `content/actors/`"
    )
    part_of: EventSlug | None = Field(
        None, title="part of", description="slug of the larger event it belongs to"
    )
    same_as: EventSlug | None = Field(
        None, title="same as", description="slug of the event this one turned out to be"
    )
    not_same_as: list[EventSlug] = Field(
        default_factory=list, title="not the same as", description="events taken for this one that are not"
    )
    status: Status = Field(
        "confirmed", title="status", description="suggested by the machine, yours, or off the site"
    )
    wrote: Wrote = Field(
        default_factory=dict, title="written by the machine", description=WROTE, json_schema_extra=KEPT
    )
