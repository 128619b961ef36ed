"""The keys of front matter as a browser editor (Sveltia CMS, Decap CMS) is told of them. Pure."""

from __future__ import annotations

from typing import Any

from copydesk.frontmatter.forms import Field, form
from copydesk.messages import spoken
from copydesk.model import Lang

# Kind of file -> folder below `content/`, and the names of the collection and of one of its files.
COLLECTIONS: dict[str, tuple[str, str, str]] = {
    "entry": ("entries", "entries", "entry"),
    "actor": ("actors", "actors", "actor"),
    "event": ("events", "events", "event"),
    "outlet": ("outlets", "outlets", "outlet"),
    "page": ("pages", "pages", "page"),
}
# An entry lies in the folder of its year; the names of other files are made from what they are called.
_PLACED = {"entries": {"path": "{{year}}/{{slug}}", "slug": "{{year}}-{{month}}-{{day}}-{{title}}"}}
# What stands for a file where another file names it.
_SHOWN = {"actors": "name", "events": "title"}


def collections(lang: Lang) -> list[dict[str, Any]]:
    """Each kind of file as a collection with labels in `lang`: where it lies, and a widget for each key."""
    return [_collection(kind, lang) for kind in COLLECTIONS]


def _collection(kind: str, lang: Lang) -> dict[str, Any]:
    folder, many, one = COLLECTIONS[kind]
    fields = form(kind)
    return {
        "name": folder,
        "label": spoken(many, lang),
        "label_singular": spoken(one, lang),
        "folder": f"content/{folder}",
        "create": True,
        **_PLACED.get(folder, {"slug": f"{{{{{fields[0].key}}}}}"}),
        "format": "yaml-frontmatter",
        "identifier_field": fields[0].key,
        "summary": f"{{{{{fields[0].key}}}}}",
        "fields": [*(_widget(f, lang) for f in fields), _body(lang)],
    }


def _body(lang: Lang) -> dict[str, Any]:
    return {"name": "body", "label": spoken("text", lang), "widget": "markdown", "required": False}


def _widget(field: Field, lang: Lang) -> dict[str, Any]:
    told = {"name": field.key, "label": spoken(field.label, lang), "required": field.required}
    if field.kept:
        return {**told, "widget": "hidden"}
    told["hint"] = spoken(field.hint, lang)
    if field.folder and field.shape == "slug":
        return {**told, **_relation(field)}
    if field.many and field.fields:
        return {**told, "widget": "list", "fields": [_widget(f, lang) for f in field.fields]}
    if field.many:
        inner = {"name": "value", "label": spoken(field.label, lang), **_single(field, lang)}
        return {**told, "widget": "list", "field": inner}
    return {**told, **_single(field, lang)}


def _relation(field: Field) -> dict[str, Any]:
    shown = _SHOWN[str(field.folder)]
    return {
        "widget": "relation",
        "collection": field.folder,
        "value_field": "{{slug}}",
        "search_fields": [shown],
        "display_fields": [shown],
        "multiple": field.many,
    }


def _single(field: Field, lang: Lang) -> dict[str, Any]:
    """The widget of one value. A range of days, a year or a month is typed as it is written."""
    if field.fields:
        return {"widget": "object", "collapsed": True, "fields": [_widget(f, lang) for f in field.fields]}
    if field.shape == "choice":
        options = [{"label": spoken(choice, lang), "value": choice} for choice in field.choices]
        return {"widget": "select", "options": options} | ({"default": field.preset} if field.preset else {})
    if field.shape == "day":
        return {
            "widget": "datetime",
            "format": "YYYY-MM-DD",
            "date_format": "YYYY-MM-DD",
            "time_format": False,
        }
    if simple := {"text": "text", "truth": "boolean"}.get(field.shape):
        return {"widget": simple}
    if field.shape == "number":
        return {"widget": "number", "value_type": "int"}
    told: dict[str, Any] = {"widget": "string"}
    if field.pattern and field.shape == "line" and field.pattern != r"^[^\n]*$":
        told["pattern"] = [field.pattern, spoken(field.hint, lang)]
    return told
