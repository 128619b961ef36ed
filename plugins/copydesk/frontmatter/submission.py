"""What a person may tell of a raw text: the header of a seed, the fields of the issue form."""

from __future__ import annotations

from pydantic import Field

from copydesk.frontmatter.fields import Day, Line, Url
from copydesk.frontmatter.part import Part
from copydesk.model import Lang


class Submission(Part):
    """What is known of a raw text besides its words: the optional header of `seeds/*.txt`."""

    url: Url | None = Field(None, title="address", description="where the text was published")
    outlet: Line | None = Field(None, title="outlet", description="who published it")
    title: Line | None = Field(None, title="headline", description="its headline, where the text has none")
    byline: Line | None = Field(None, title="byline", description="who wrote it")
    published: Day | None = Field(
        None, title="day of publication", description="its day of publication, as 2024-07-03"
    )
    fetched: Day | None = Field(
        None, title="day of copying", description="the day on which the text was copied, as 2024-07-03"
    )
    lang: Lang | None = Field(None, title="language", description="language of the text")
