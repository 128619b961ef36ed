"""Front matter: the one place that knows its keys, reads it whole and writes it without disturbing."""

from copydesk.frontmatter.document import KINDS, Document, load
from copydesk.frontmatter.entry import Entry
from copydesk.frontmatter.models import Actor, Event, Page
from copydesk.frontmatter.part import Part
from copydesk.frontmatter.publisher import Publisher
from copydesk.frontmatter.reference import schema, table

__all__ = [
    "KINDS",
    "Actor",
    "Document",
    "Entry",
    "Event",
    "Page",
    "Part",
    "Publisher",
    "load",
    "schema",
    "table",
]
