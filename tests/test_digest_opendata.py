"""Open data: what is on the site, by declared columns, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from digest.build import Site, build
from digest.index import Digest
from digest.opendata import TABLES, files
from digest.opendata.files import as_csv, schema
from digest.opendata.tables import QUOTATIONS
from tests.test_digest_build import SAID, actor, entry, event


def digest() -> Digest:
    return build(
        [
            entry("2024-06-01-a", "events:\n  - e\nactors:\n  - olha\n" + SAID.format("olha")),
            entry("2024-06-02-b"),
        ],
        [actor("olha", "Ольга", "names:\n  uk: Ольга\n  en: Olha\naliases:\n  uk:\n    - Ользі\n")],
        [event("e", "starts: 2024-06-01\n")],
        Site(),
    )


def loaded() -> dict[str, Any]:
    return {address: json.loads(text()) for address, text in files(digest()) if address.endswith(".json")}


def fits(value: object, asked: dict[str, Any]) -> bool:
    types = {"string": str, "integer": int, "boolean": bool, "array": list, "null": type(None)}
    wanted = asked["type"] if isinstance(asked["type"], list) else [asked["type"]]
    return any(type(value) is types[name] for name in wanted)


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_rows_are_as_the_schema_says(table: Any) -> None:
    asked = schema()["$defs"][table.name]
    rows = loaded()[f"data/{table.name}.json"]
    assert rows
    for row in rows:
        assert list(row) == asked["required"]
        assert {
            name: value for name, value in row.items() if not fits(value, asked["properties"][name])
        } == {}


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_the_sheet_has_the_same_rows(table: Any) -> None:
    texts = {address: text() for address, text in files(digest())}
    sheet = list(csv.DictReader(io.StringIO(texts[f"data/{table.name}.csv"], newline="")))
    assert [row["id"] for row in sheet] == [row["id"] for row in json.loads(texts[f"data/{table.name}.json"])]


def test_an_actor_has_a_file_of_its_own() -> None:
    found = loaded()["data/actors/olha.json"]
    assert [len(found[name]) for name in ("actors", "entries", "quotations")] == [1, 1, 1]
    assert found["quotations"][0]["speaker"] == "olha"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "  =", "\u00a0@", "＝"])
def test_no_cell_is_a_formula(start: str) -> None:
    row = {**QUOTATIONS.record(digest().quotations[0]), "content": f"{start}1+cmd|' /C calc'!A0"}
    sheet = list(csv.DictReader(io.StringIO(as_csv(QUOTATIONS, [row]), newline="")))
    assert sheet[0]["content"] == f"'{start}1+cmd|' /C calc'!A0"
