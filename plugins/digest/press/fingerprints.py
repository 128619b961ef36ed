"""Fingerprints of values: equal for equal values in every process, on every machine.

A thing stands for itself by its name, whatever it holds: its facets have fingerprints of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

from digest.press.watching import PLAIN, facets, kind_of, plain_fields

SIZE = 16
Naming = Callable[[Any], object]  # the name of a thing: the same in the next build


class NoFingerprintError(TypeError):
    """A value of which nobody can say whether the next build's is equal."""


def fingerprint(value: Any, name_of: Naming) -> bytes:
    """The fingerprint of a value. NoFingerprintError where it holds what is no plain value."""
    return blake2b(written(value, name_of).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def facets_of(thing: Any, name_of: Naming) -> dict[str, bytes]:
    """The fingerprint of each facet of a thing."""
    kind = kind_of(thing)
    assert kind is not None
    get = object.__getattribute__
    plain = [get(thing, field) for field in plain_fields(kind)]
    apart = {facet: fingerprint(get(thing, facet), name_of) for facet in facets(kind)}
    return {PLAIN: fingerprint(plain, name_of), **apart}


def written(value: Any, name_of: Naming) -> str:
    """The value in one unambiguous form: whole lengths, no order of sets, no addresses of memory."""
    write = _WRITERS.get(type(value))
    if write is not None:
        return write(value, name_of)
    if kind_of(value) is not None:
        return f"@{name_of(value)!r}"
    if mark := getattr(value, "fingerprint", ""):  # it knows its own
        return f"{type(value).__name__}={mark}"
    if is_dataclass(value) and not isinstance(value, type):
        inside = (written(getattr(value, name), name_of) for name in _names(type(value)))
        return f"{type(value).__name__}({','.join(inside)})"
    for kind, write in _KINDS:
        if isinstance(value, kind):
            return write(value, name_of)
    raise NoFingerprintError(type(value).__name__)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _simple(value: Any, _: Naming) -> str:
    return repr(value)


def _text(value: Any, _: Naming) -> str:
    return f"{len(value)}'{value}"


def _many(value: Any, name_of: Naming) -> str:
    return f"[{','.join([written(one, name_of) for one in value])}]"


def _set(value: Any, name_of: Naming) -> str:
    return f"{{{','.join(sorted(written(one, name_of) for one in value))}}}"


def _mapping(value: Mapping[Any, Any], name_of: Naming) -> str:
    pairs = [f"{written(k, name_of)}:{written(v, name_of)}" for k, v in value.items()]
    return f"<{','.join(pairs)}>"


_KINDS: tuple[tuple[type, Callable[[Any, Naming], str]], ...] = (
    (str, _text), (int, _simple), (bytes, _simple), (date, _simple), (PurePath, _simple),
    (list, _many), (tuple, _many), (frozenset, _set), (set, _set), (Mapping, _mapping),
)  # fmt: skip
_WRITERS: dict[type, Callable[[Any, Naming], str]] = {
    str: _text, bool: _simple, int: _simple, float: _simple, type(None): _simple, date: _simple,
    list: _many, tuple: _many, frozenset: _set, dict: _mapping,
}  # fmt: skip
