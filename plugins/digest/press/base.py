"""The fingerprint of what every page hangs on: the program, the theme's templates, the settings."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from digest.press.fingerprints import NoFingerprintError, written

PLUGINS = Path(__file__).resolve().parents[2]
# What is a matter of this build alone, and shows on no page.
_PASSING = frozenset({"DIGEST_DESK", "DIGEST_PRESS", "DIGEST_REPORT", "DIGEST_TODAY", "OUTPUT_PATH",
                       "DIGEST_STANDSTILL", "DIGEST_WORKERS"})  # fmt: skip


def base(given: Mapping[str, Any]) -> str:
    """The fingerprint, as 64 hexadecimal digits. Another one: nothing printed before can be used."""
    mark = sha256(repr(sys.version_info).encode())
    for one in sorted(f"{found.metadata['Name']} {found.version}" for found in distributions()):
        mark.update(f"{one}\n".encode())
    for name in sorted(name for name in given if name not in _PASSING):
        mark.update(f"{name}={_setting(given[name])}\n".encode("utf-8", "surrogatepass"))
    for folder in (PLUGINS, *_templates(given)):
        for path in sorted(files(folder)):
            mark.update(f"{path.relative_to(folder).as_posix()}\n".encode())
            mark.update(sha256(path.read_bytes()).digest())
    return mark.hexdigest()


def _templates(given: Mapping[str, Any]) -> Iterable[Path]:
    return [Path(p) for p in (*given["THEME_TEMPLATES_OVERRIDES"], Path(given["THEME"]) / "templates")]


def files(folder: Path) -> Iterator[Path]:
    """Every file below a folder that may shape a page: not what Python and editors leave beside it."""
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc":
            yield path


def _setting(value: Any) -> str:
    """A setting in writing; what is no plain value by its kind, or by the file that a function stands in."""
    try:
        return written(value, _nothing)
    except NoFingerprintError:
        pass
    if isinstance(value, Mapping):
        return f"<{','.join(f'{key}:{_setting(one)}' for key, one in value.items())}>"
    if isinstance(value, list | tuple | set | frozenset):
        return f"[{','.join(sorted(map(_setting, value)))}]"
    code = getattr(value, "__code__", None)
    if code is not None and Path(code.co_filename).is_file():
        return f"{value.__qualname__} {sha256(Path(code.co_filename).read_bytes()).hexdigest()}"
    return f"{type(value).__module__}.{type(value).__qualname__} {getattr(value, '__qualname__', '')}"


def _nothing(thing: Any) -> str:
    raise NoFingerprintError(type(thing).__name__)
