"""The keys of an outlet's file, which an editor may write and the machine never does."""

from __future__ import annotations

from pydantic import Field

from copydesk.frontmatter.fields import LangCode, Line, Url
from copydesk.frontmatter.part import Part


class Publisher(Part):
    """What is known of an outlet besides its reports: `content/outlets/slug.md`."""

    name: Line = Field(title="name", description="name of the outlet, as entries write it")
    also: list[Line] = Field(
        default_factory=list, title="other spellings", description="other spellings that entries use"
    )
    owner: Line | None = Field(None, title="owner", description="who owns the outlet")
    based: Line | None = Field(None, title="newsroom", description="where its newsroom is")
    url: Url | None = Field(None, title="address", description="address of its front page")
    lang: LangCode | None = Field(None, title="language", description="its language")
