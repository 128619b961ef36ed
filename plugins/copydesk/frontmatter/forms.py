"""The keys of a kind of file as fields of a form: what an editing program shows for each. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from copydesk.frontmatter.reference import schema

Shape = Literal["line", "text", "choice", "day", "truth", "slug", "number", "group", "by language", "by name"]
LONG = 20_000  # a text of so many characters is written in several lines


@dataclass(frozen=True)
class Field:
    """One key of a form.

    `many`: the value is a list of what `shape` says; `folder`: the value is the name of a file of
    `content/<folder>/`; `fields`: the keys of a group; `kept`: the machine writes it, no editor does.
    """

    key: str
    label: str
    hint: str
    shape: Shape
    required: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()
    preset: str | None = None
    pattern: str | None = None
    folder: str | None = None
    fields: tuple[Field, ...] = ()
    kept: bool = False


def form(kind: str) -> tuple[Field, ...]:
    """The fields of one of the `MODELS`, in the order of the file."""
    whole = schema(kind)
    return _fields(whole, whole.get("$defs", {}))


def _fields(group: Mapping[str, Any], parts: Mapping[str, Any]) -> tuple[Field, ...]:
    needed = group.get("required", ())
    return tuple(_field(key, value, parts, key in needed) for key, value in group["properties"].items())


def _field(key: str, value: Mapping[str, Any], parts: Mapping[str, Any], required: bool) -> Field:
    chosen = next((c for c in value.get("anyOf", [value]) if c.get("type") != "null"), value)
    many = chosen.get("type") == "array"
    held = chosen["items"] if many else chosen
    by = held.get("patternProperties") or held.get("additionalProperties")
    inner = parts[str(held["$ref"]).rsplit("/", 1)[-1]] if "$ref" in held else None
    langs = held.get("propertyNames", {}).get("enum", ())
    preset = value.get("default")
    return Field(
        key=key,
        label=value["title"],
        hint=value["description"],
        shape=_shape(held, bool(langs), bool(by)),
        required=required,
        many=many,
        choices=tuple(held.get("enum", ())),
        preset=preset if isinstance(preset, str) else None,
        pattern=held.get("pattern"),
        folder=held.get("x-folder"),
        fields=_fields(inner, parts) if inner else _by_language(langs, by, parts),
        kept=bool(value.get("readOnly")),
    )


def _by_language(langs: tuple[str, ...], by: Any, parts: Mapping[str, Any]) -> tuple[Field, ...]:
    """A field for each language, where a value is told by language."""
    told = [{**by, "title": lang, "description": lang} for lang in langs]
    return tuple(_field(lang, value, parts, False) for lang, value in zip(langs, told, strict=True))


def _shape(held: Mapping[str, Any], by_language: bool, by_name: bool) -> Shape:
    if "enum" in held:
        return "choice"
    if "$ref" in held:
        return "group"
    if held.get("type") == "object":
        return "by language" if by_language or not by_name else "by name"
    if held.get("type") == "boolean":
        return "truth"
    if held.get("type") == "integer":
        return "number"
    if held.get("format") == "date":
        return "day"
    if str(held.get("pattern", "")).startswith("^[a-z0-9]+(-"):
        return "slug"
    return "text" if held.get("maxLength") == LONG else "line"
