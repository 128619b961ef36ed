"""What the machine remembers in an entry: whence the words come, how dates were found, what it wrote."""

from __future__ import annotations

from pydantic import Field

from copydesk.frontmatter.fields import Fingerprint, Line, QuotationId, Sha256, Slug, Text
from copydesk.frontmatter.part import Part
from copydesk.model import Precision

Wrote = dict[Line, Fingerprint]
WROTE = "fingerprint of each field as the machine last wrote it; a value that differs is yours and stays"


class Evidence(Part):
    """How the machine found a date."""

    evidence: Text | None = Field(None, title="evidence", description="the words of the seed that were read")
    rule: Line = Field(title="rule", description="name of the rule that read them")
    precision: Precision = Field(title="precision", description="how exact the words are")


class Dates(Part):
    """The evidence of each date."""

    published: Evidence | None = Field(None, title="published", description="evidence of `date`")
    happened: Evidence | None = Field(None, title="happened", description="evidence of `happened`")


class SeedRecord(Part):
    """Where the entry comes from. Kept by the machine; there is no need to edit it."""

    file: Line = Field(title="file", description="name of the seed below `seeds/`")
    sha256: Sha256 = Field(title="checksum", description="checksum of the seed's bytes when it was read")
    rules: int = Field(title="rules", description="version of the rules that read it")
    dates: Dates = Field(
        default_factory=lambda: Dates(published=None, happened=None),
        title="dates",
        description="how the dates were found",
    )
    met: list[Slug] = Field(
        default_factory=list, title="met", description="actors met in the text that have no page"
    )
    suggested: list[Slug] = Field(
        default_factory=list,
        title="suggested",
        description="pages suggested from here; one deleted since stays deleted",
    )
    wrote: Wrote = Field(default_factory=dict, title="written by the machine", description=WROTE)
    wrote_quotations: dict[QuotationId, Fingerprint] = Field(
        default_factory=dict,
        title="quotations by the machine",
        description="fingerprint of each quotation as the machine wrote it",
    )
