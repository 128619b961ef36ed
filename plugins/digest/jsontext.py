"""JSON set out in lines, as `json.dumps(value, ensure_ascii=False, indent=…)` gives it. Pure.

With `indent` Python's encoder goes letter by letter through its slow way; the words themselves are set by
the fast one here.
"""

from __future__ import annotations

from json.encoder import encode_basestring
from typing import Any


def lines(value: Any, indent: int = 1, level: int = 0) -> str:
    """The value as JSON text; `level` is how deep it stands in a larger one. Keys are words."""
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return int.__repr__(value)
    start = "\n" + " " * (indent * (level + 1))
    if isinstance(value, dict):
        inside = [f"{encode_basestring(k)}: {lines(v, indent, level + 1)}" for k, v in value.items()]
        marks = "{}"
    elif isinstance(value, list | tuple):
        inside, marks = [lines(one, indent, level + 1) for one in value], "[]"
    else:
        raise TypeError(f"{type(value).__name__} has no form in our JSON")
    if not inside:
        return marks
    stop = "\n" + " " * (indent * level)
    return f"{marks[0]}{start}{f',{start}'.join(inside)}{stop}{marks[1]}"
