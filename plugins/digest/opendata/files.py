"""The open data as files: each table as JSON and CSV, their schema, a file an actor and event. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from digest import jsontext
from digest.addresses import DATA
from digest.index import Actor, Digest, Event
from digest.opendata.tables import TABLES, Table, Type, Value, about

_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
_TYPES: dict[Type, dict[str, Any]] = {
    "text": {"type": ["string", "null"]},
    "address": {"type": ["string", "null"]},
    "day": {"type": ["string", "null"], "format": "date"},
    "language": {"type": "string"},
    "number": {"type": "integer", "minimum": 0},
    "truth": {"type": "boolean"},
    "texts": {"type": "array", "items": {"type": "string"}},
}
# A cell that begins so, after white space or not, is run as a formula by spreadsheets (OWASP, CSV injection).
_FORMULA = tuple("=+-@＝＋－＠")


Text = Callable[[], str]  # makes the text of a file


def files(digest: Digest) -> Iterator[tuple[str, Text]]:
    """Address of every file of the open data, and what makes its text."""
    yield f"{DATA}schema.json", _schema
    for table in TABLES:
        yield f"{DATA}{table.name}.json", partial(_rows_as_json, table, digest)
        yield f"{DATA}{table.name}.csv", partial(_rows_as_csv, table, digest)
    things: list[Actor | Event] = [*digest.actors, *digest.events]
    for thing in things:
        yield from ((address, partial(_about, thing)) for address in (file_of(thing), *_former(thing)))


def _schema() -> str:
    return _json(schema())


def _rows(table: Table, digest: Digest) -> list[dict[str, Value]]:
    return [table.record(thing) for thing in table.things(digest)]


def _rows_as_json(table: Table, digest: Digest) -> str:
    return _json(_rows(table, digest))


def _rows_as_csv(table: Table, digest: Digest) -> str:
    return as_csv(table, _rows(table, digest))


def file_of(thing: Actor | Event) -> str:
    """The address of what the data say of one actor or event."""
    return _file(thing, thing.slug)


def _former(thing: Actor | Event) -> list[str]:
    """Where the same was said before others became this one: programs that ask there go on working."""
    return [_file(thing, slug) for slug, _ in thing.merged]


def _file(thing: Actor | Event, slug: str) -> str:
    return f"{DATA}{'actors' if isinstance(thing, Actor) else 'events'}/{slug}.json"


def _about(thing: Actor | Event) -> str:
    return _json({table.name: [table.record(t) for t in things] for table, things in about(thing).items()})


def schema() -> dict[str, Any]:
    """The JSON Schema of the tables, one definition each; a table's file is an array of such rows."""
    return {
        "$schema": _SCHEMA,
        "$defs": {table.name: _row(table) for table in TABLES},
        "type": "array",
        "items": {"anyOf": [{"$ref": f"#/$defs/{table.name}"} for table in TABLES]},
    }


def _row(table: Table) -> dict[str, Any]:
    return {
        "type": "object",
        "description": table.row,
        "properties": {c.name: {**_TYPES[c.type], "description": c.holds} for c in table.columns},
        "required": [c.name for c in table.columns],
        "additionalProperties": False,
    }


def as_csv(table: Table, rows: Iterable[dict[str, Value]]) -> str:
    """The rows as CSV (RFC 4180, UTF-8). Lists are joined by `; `.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it; the JSON has bare words.
    """
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow([c.name for c in table.columns])
    sheet.writerows([_cell(row[c.name]) for c in table.columns] for row in rows)
    return out.getvalue()


def _cell(value: Value) -> str | int:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    words = "; ".join(value) if isinstance(value, list) else value or ""
    return f"'{words}" if words.startswith(("\t", "\r")) or words.lstrip().startswith(_FORMULA) else words


def _json(value: Any) -> str:
    return jsontext.lines(value, indent=0).encode("utf-8", "replace").decode() + "\n"
