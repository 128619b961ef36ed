"""What went wrong in front matter, in plain English: a sentence for each complaint of the parsers."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.frontmatter.fields import shown

# What the YAML parser says -> what an editor did, what to do.
_YAML: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a colon followed by a space inside a value without quotes",
     "put the whole value in quotes"),
    ("found character '\\t'", "a tab", "indent with spaces"),
    ("could not find expected ':'", "a line that is not `key: value`",
     "write `key: value`, or indent the line under its key"),
    ("did not find expected key", "the line does not fit the ones before it",
     "line up the keys, and put values that begin with a quote wholly in quotes"),
    ("did not find expected '-' indicator", "the line does not fit the list before it",
     "begin each element with `- ` in one column"),
    ("found unexpected end of stream", "quotes or brackets that are opened and not closed", "close them"),
    ("did not find expected ',' or", "brackets that are opened and not closed", "close them, or use quotes"),
    ("unknown escape character", "a backslash inside double quotes", "use single quotes, or write \\\\"),
    ("cannot start any token", "a value that begins with a special character", "put the value in quotes"),
    ("control characters are not allowed", "an invisible control character", "delete it"),
    ("special characters are not allowed", "an invisible control character", "delete it"),
    ("undefined alias", "a value that begins with *", "put the value in quotes"),
    ("block sequence entries are not allowed", "a `- ` where a value is expected",
     "put the list on its own lines below the key"),
)  # fmt: skip

_FORMS: tuple[tuple[str, str], ...] = (
    ("^https?:", "an address that begins with https://"),
    ("^[a-z0-9]+(-", "a slug: small Latin letters, digits and single hyphens"),
    ("^Q[1-9]", "a Wikidata id such as Q42"),
    ("^[a-z]{2,3}", "a language code such as uk or pt-BR"),
    ("^[^\\n", "one line of text"),
    ("^/?[a-z0-9]", "an address below the site's root such as entries/old-name/"),
    ("^[0-9a-f]", "the checksum that the machine wrote"),
)


def yaml_words(problem: str, text: str, line: int) -> tuple[str, str]:
    """What is wrong and what to do, for what the YAML parser says of a line of `text`."""
    lines = text.splitlines()
    if "\t" in (lines[line - 1] if 0 < line <= len(lines) else "").split("#")[0][:1]:
        return "a tab", "indent with spaces"
    for says, message, fix in _YAML:
        if says in problem:
            return message, fix
    return f"this is not YAML ({problem.splitlines()[0]})", "compare with another file of the folder"


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The known word that `word` was probably meant to be, None where none is like it."""
    close = difflib.get_close_matches(word.casefold(), sorted(known), n=1, cutoff=0.6)
    return close[0] if close else None


def unknown_key(key: str, known: Sequence[str]) -> tuple[str, str]:
    """A message for a key that no model has; names the nearest one."""
    close = nearest(key, known)
    fix = f"did you mean `{close}`?" if close else "the keys here are " + ", ".join(known)
    return f"unknown key `{key}`", fix


def model_words(error: Mapping[str, Any], name: str) -> tuple[str, str]:
    """What is wrong and what to do, for one error of the typed model about the key `name`."""
    kind, value, ctx = str(error["type"]), error.get("input"), error.get("ctx") or {}
    if kind == "missing":
        return f"`{name}` is missing", f"add a line `{name}: …`"
    if value is None:
        return f"`{name}` is empty", "write a value"
    if kind == "literal_error":
        return f"`{name}` is {shown(value)}", f"use {str(ctx.get('expected', '')).replace(chr(39), '')}"
    if kind == "bool_type":
        return f"`{name}` is {shown(value)}", "write true or false, without quotes"
    if kind in ("int_type", "greater_than_equal", "less_than_equal"):
        return f"`{name}` is {shown(value)}", "write a whole number: 1, 2, 3 …"
    if kind == "string_type" and isinstance(value, int | float):
        return f"`{name}` is a number here, not text", f'put it in quotes: "{value}"'
    if kind == "string_type":
        return f"`{name}` is {shown(value)}, not text", "write text after the colon, in quotes if need be"
    if kind == "list_type":
        return f"`{name}` is {shown(value)}, not a list", "put each value on a line of its own after `- `"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return f"`{name}` is {shown(value)}, not a group of keys", "put `key: value` lines below it, indented"
    if kind == "string_pattern_mismatch":
        return f"`{name}` is {shown(value)}", f"write {_form(str(ctx.get('pattern', '')))}"
    if kind == "string_too_short":
        return f"`{name}` is empty", "write a value"
    if kind == "string_too_long":
        return f"`{name}` is longer than {ctx.get('max_length')} characters", "shorten it"
    if kind == "value_error":
        return f"`{name}`: {ctx.get('error')}", "correct the value"
    return f"`{name}`: {error.get('msg', 'is wrong')}", "correct the value"


def _form(pattern: str) -> str:
    return next((words for begins, words in _FORMS if pattern.startswith(begins)), f"it as {pattern}")
