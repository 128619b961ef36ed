"""What the models say to others: JSON Schema for editors' completion, tables for the README."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from copydesk.frontmatter.entry import Entry
from copydesk.frontmatter.models import Actor, Event, Page
from copydesk.frontmatter.part import Part
from copydesk.frontmatter.publisher import Publisher
from copydesk.frontmatter.submission import Submission

MODELS: dict[str, type[Part]] = {
    "entry": Entry,
    "actor": Actor,
    "event": Event,
    "outlet": Publisher,
    "page": Page,
    "submission": Submission,
}
_FORMS = (
    ("^https?", "address"),
    ("^[a-z0-9]+", "slug"),
    ("^Q", "Q-number"),
    (r"^\d{4}-\d\d-\d\d(/", "day or day/day"),
    (r"^\d{4}(", "year, month or day"),
    ("^[0-9a-f]", "checksum"),
    ("^[a-z]{2", "language code"),
    ("^/?", "path"),
)
_PLAIN = {"boolean": "`true`, `false`", "integer": "number"}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str | None = None) -> dict[str, Any]:
    """JSON Schema (2020-12) of one of `MODELS`; None: of a file that is any of them."""
    if kind is not None:
        return {"$schema": DIALECT, **MODELS[kind].model_json_schema(by_alias=True)}
    parts: dict[str, Any] = {}
    for model in MODELS.values():
        own = model.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
        parts |= own.pop("$defs", {})
        parts[model.__name__] = own
    refs = [{"$ref": f"#/$defs/{m.__name__}"} for m in MODELS.values()]
    return {"$schema": DIALECT, "anyOf": refs, "$defs": dict(sorted(parts.items()))}


def table(kind: str) -> str:
    """A Markdown table of the keys of one of `MODELS`: key, value, meaning."""
    rows = ["| key | value | what it is |", "|---|---|---|"]
    whole = schema(kind)
    rows += _rows(whole, whole.get("$defs", {}), "")
    return "\n".join(rows) + "\n"


def _rows(group: Mapping[str, Any], parts: Mapping[str, Any], prefix: str) -> list[str]:
    rows = []
    for key, value in group["properties"].items():
        star = " (required)" if key in group.get("required", ()) else ""
        rows.append(f"| `{prefix}{key}` | {_words(value, parts)} | {value.get('description', '')}{star} |")
        inner, mark = _inner(value)
        if inner:
            rows += _rows(parts[inner], parts, f"{prefix}{key}{mark}.")
    return rows


def _inner(value: Mapping[str, Any]) -> tuple[str | None, str]:
    """The group of keys inside a value, and `[]` where the value is a list of them."""
    for choice in value.get("anyOf", [value]):
        if "$ref" in choice:
            return str(choice["$ref"]).rsplit("/", 1)[-1], ""
        if "$ref" in choice.get("items", {}):
            return str(choice["items"]["$ref"]).rsplit("/", 1)[-1], "[]"
    return None, ""


def _words(value: Mapping[str, Any], parts: Mapping[str, Any]) -> str:
    choices = [c for c in value.get("anyOf", [value]) if c.get("type") != "null"]
    return " or ".join(_word(choice, parts) for choice in choices)


def _word(value: Mapping[str, Any], parts: Mapping[str, Any]) -> str:
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"])
    if "$ref" in value:
        return "keys"
    kind, form = value.get("type"), str(value.get("pattern", ""))
    if kind == "array":
        return f"list of {_word(value['items'], parts)}"
    if kind == "object":
        values = value.get("additionalProperties") or next(iter(value["patternProperties"].values()))
        by = "language" if value.get("propertyNames", {}).get("enum") else "name"
        return f"{_word(values, parts)} by {by}"
    if kind in _PLAIN:
        return _PLAIN[kind]
    if value.get("format") == "date":
        return "day"
    return next((word for start, word in _FORMS if form.startswith(start)), "text")
