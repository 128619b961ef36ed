"""Front matter: the one place that knows its keys, reads it whole and writes it without disturbing."""

from copydesk.frontmatter.document import KINDS, Document, load
from copydesk.frontmatter.models import Actor, Entry, Event, Page, Part
from copydesk.frontmatter.publisher import Publisher
from copydesk.frontmatter.reference import schema, table
from copydesk.frontmatter.writing import ABSENT, fresh, revise

__all__ = [
    "ABSENT",
    "KINDS",
    "Actor",
    "Document",
    "Entry",
    "Event",
    "Page",
    "Part",
    "Publisher",
    "fresh",
    "load",
    "revise",
    "schema",
    "table",
]
