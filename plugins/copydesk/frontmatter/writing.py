"""Writing front matter: a new file whole, a known file only where a value changes.

ruamel.yaml writes, but only the keys that change pass through it: every other line, comment
and quotation mark of the file stays as the editor typed it, byte for byte.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from copydesk.frontmatter import places, strict
from copydesk.frontmatter.document import pieces

Plain = Any


class _Absent:
    """The change that takes a key away."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_INDICATORS = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=~<]|\s|.*(: |:$| #|[,\[\]{}]|\s$|\n|\t)", re.DOTALL)


def fresh(values: Mapping[str, Plain], body: str = "") -> str:
    """The text of a new file: `values` in the order given, then the body."""
    header = _dump({key: value for key, value in values.items() if value is not ABSENT})
    return f"---\n{header}---\n" + (f"\n{body.strip()}\n" if body.strip() else "")


def revise(raw: str, changes: Mapping[str, Plain], order: Sequence[str] = (), body: str | None = None) -> str:
    """`raw` with the top-level keys of `changes` set (or taken away: `ABSENT`) and, where given, a new body.

    A new key goes behind the last key that comes before it in `order`. All else keeps its bytes.
    `raw` must have been read without problems; ValueError where the result would not read back.
    """
    crlf, bom = "\r\n" in raw, raw.startswith("\ufeff")
    cut = pieces(raw.replace("\r\n", "\n").removeprefix("\ufeff"))
    header = cut.header
    before = strict.read(header)
    wanted = dict(before.value)
    for key, value in changes.items():
        if key in wanted and wanted[key] == value:
            continue
        header = _with(header, key, value, order)
        wanted.pop(key, None) if value is ABSENT else wanted.update({key: value})
    after = strict.read(header)
    if after.faults or after.value != _loaded(wanted):
        raise ValueError("the front matter cannot be changed without disturbing it")
    text = cut.opening + header + cut.closing + (cut.body if body is None else _body(cut.body, body))
    return ("\ufeff" if bom else "") + (text.replace("\n", "\r\n") if crlf else text)


def _with(header: str, key: str, value: Plain, order: Sequence[str]) -> str:
    """The header with one key set or taken away; the lines of other keys are copied."""
    lines = header.splitlines(keepends=True)
    spans = _spans(header, lines)
    if key not in spans:
        at = max((spans[k][1] for k in order[: _rank(order, key)] if k in spans), default=None)
        at = at if at is not None else (0 if key in order else len(lines))
        return "".join([*lines[:at], _dump({key: value}), *lines[at:]])
    start, stop = spans[key]
    old = "".join(lines[start:stop])
    new = "" if value is ABSENT else _changed(old, key, value)
    return "".join([*lines[:start], new, *lines[stop:]])


def _rank(order: Sequence[str], key: str) -> int:
    return order.index(key) if key in order else len(order)


def _spans(header: str, lines: Sequence[str]) -> dict[str, tuple[int, int]]:
    """The lines of each top-level key; comments and blank lines before the next key are nobody's."""
    tops = sorted((p.line - 1, loc[0]) for loc, p in places.found(header, 1).keys.items() if len(loc) == 1)
    ends = [line for line, _ in tops[1:]] + [len(lines)]
    found: dict[str, tuple[int, int]] = {}
    for (start, key), end in zip(tops, ends, strict=True):
        while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
            end -= 1
        found[str(key)] = (start, end)
    return found


def _changed(old: str, key: str, value: Plain) -> str:
    """The lines of one key with a new value, its comments kept where ruamel can."""
    tree = _yaml().load(old)
    if isinstance(tree, CommentedMap) and list(tree) == [key]:
        _update(tree, key, value)
        stream = io.StringIO()
        _yaml().dump(tree, stream)
        again = strict.read(stream.getvalue())
        if not again.faults and again.value == {key: _loaded(value)}:
            return stream.getvalue()
    return _dump({key: value})


def _update(parent: Any, key: Any, value: Plain) -> None:
    """Set `parent[key]`, going down where both are groups so that comments inside stay."""
    old = parent[key] if isinstance(parent, CommentedSeq) or key in parent else None
    if isinstance(old, CommentedMap) and isinstance(value, Mapping) and value:
        for gone in [k for k in old if k not in value]:
            del old[gone]
        for inner, new in value.items():
            if inner not in old or _plain(old[inner]) != new:
                _update(old, inner, new)
    elif isinstance(old, CommentedSeq) and isinstance(value, Sequence) and len(old) == len(value) and value:
        for at, new in enumerate(value):
            if _plain(old[at]) != new:
                _update(old, at, new)
    elif isinstance(old, CommentedSeq) and old and _plain(old) == list(value or ())[: len(old)]:
        old.extend(_dressed(new) for new in value[len(old) :])
    else:
        parent[key] = _dressed(value)


def _plain(node: Any) -> Plain:
    """A ruamel node as plain values."""
    if isinstance(node, Mapping):
        return {str(k): _plain(v) for k, v in node.items()}
    if isinstance(node, list):
        return [_plain(v) for v in node]
    return str(node) if isinstance(node, str) else node


def _loaded(value: Plain) -> Plain:
    """`value` as it reads back: tuples are lists."""
    if isinstance(value, Mapping):
        return {k: _loaded(v) for k, v in value.items()}
    return [_loaded(v) for v in value] if isinstance(value, list | tuple) else value


def _dressed(value: Plain) -> Any:
    """`value` ready for ruamel: text quoted wherever YAML 1.1 or 1.2 would read it as something else."""
    if isinstance(value, Mapping):
        return CommentedMap((_dressed(k), _dressed(v)) for k, v in value.items() if v is not ABSENT)
    if isinstance(value, list | tuple):
        return CommentedSeq(_dressed(v) for v in value)
    return _quoted(value) if isinstance(value, str) else value


def _quoted(words: str) -> str:
    if _ODD.search(words):
        return _double(words)
    if strict.tag_of(words) == "str" and not _INDICATORS.match(words):
        return words
    if ('"' in words or "\\" in words) and "'" not in words and "\n" not in words:
        single: str = SingleQuotedScalarString(words)
        return single
    return _double(words)


def _double(words: str) -> str:
    made: str = DoubleQuotedScalarString(words)
    return made


def _body(old: str, new: str) -> str:
    """The new body between the blank lines of the old one."""
    if not old.strip():
        return f"\n{new.strip()}\n"
    start = len(old) - len(old.lstrip())
    return old[:start] + new.strip() + old[len(old.rstrip()) :]


def _dump(values: Mapping[str, Plain]) -> str:
    if not values:
        return ""
    stream = io.StringIO()
    _yaml().dump(_dressed(values), stream)
    return stream.getvalue()


def _yaml() -> YAML:
    made = YAML()
    made.indent(mapping=2, sequence=4, offset=2)
    made.width = 1 << 20
    made.preserve_quotes = True
    made.allow_unicode = True
    # An empty value is `date:`, not `date: null`.
    made.representer.add_representer(type(None), _nothing)
    return made


def _nothing(representer: Any, _: None) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:null", "")
