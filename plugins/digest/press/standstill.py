"""Whether anything changed since the last build, told without reading the site: in time when nothing did.

Known are every file of the project that a build reads, the packages, the environment, the day up to which
the same entries are shown, and how every file of the built site lay on the disk. Nothing but the standard
library is imported here, and what is kept is data.
"""

from __future__ import annotations

import json
import os
import re
import stat
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

SETTINGS = "pelican.conf.py"
READ = ("content", "seeds", "theme", "plugins", SETTINGS)
_KEPT = ".cache/press/standstill.json"
_NAMED = ("DIGEST_", "SITE", "ACTOR_", "EVENT_", "GITHUB_REPOSITORY")
_FORMAT = 1
_TODAY = "DIGEST_TODAY"
_DOUBTS = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class State:
    """What a build was made of, how it was left, and the problems it told.

    From the day `shown` until the day `until` (or for ever) the same files give the same site.
    """

    read: str
    around: str
    output: str
    lay: str
    files: list[str]
    zone: str
    shown: str
    until: str
    said: list[str]


def stands(project: Path, environ: Mapping[str, str] = os.environ) -> list[str] | None:
    """Where a build would change nothing: what the last one said, to be told again. None in any doubt."""
    with suppress(*_DOUBTS):
        kept = json.loads((project / _KEPT).read_text(encoding="utf-8"))
        if kept["format"] != _FORMAT or kept["digest"] != _digest(kept["state"]):
            return None
        state = State(**kept["state"])
        still = (
            not environ.get("DIGEST_REPORT")
            and state.shown <= _today(state.zone, environ) < (state.until or "9")
            and state.around == around(project, environ)
            and state.read == read(project)
            and state.lay == lay(Path(state.output), state.files)
        )
        return state.said if still else None
    return None


def keep(project: Path, state: State) -> None:
    """Remember a build; where nothing can be written, nothing is remembered."""
    path = project / _KEPT
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}")
        told = {"format": _FORMAT, "digest": _digest(asdict(state)), "state": asdict(state)}
        part.write_text(json.dumps(told, ensure_ascii=True), encoding="ascii")
        part.replace(path)


def forget(project: Path) -> None:
    """From now on nothing is remembered: a build is under way."""
    with suppress(OSError):
        (project / _KEPT).unlink()


def read(project: Path) -> str:
    """A fingerprint of how every file that a build reads lies on the disk."""
    mark = sha256()
    for name in READ:
        path = project / name
        for one in sorted(_below(str(path))) if path.is_dir() else [str(path)]:
            found = Path(one).stat()
            how = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
            folder = stat.S_ISDIR(found.st_mode)  # known by what is in it; Python may leave files there
            mark.update(repr((one, () if folder else how)).encode("utf-8", "surrogatepass"))
    return mark.hexdigest()


def _below(folder: str) -> Iterator[str]:
    """Every file and folder below a folder but what Python leaves there."""
    with os.scandir(folder) as found:
        for one in found:
            if one.name == "__pycache__":
                continue
            yield one.path
            if one.is_dir():
                yield from _below(one.path)


def around(project: Path, environ: Mapping[str, str]) -> str:
    """A fingerprint of what else shapes the site: Python, its packages, the settings of the environment."""
    words = set(re.findall(r"\w+", (project / SETTINGS).read_text(encoding="utf-8")))
    given = {k: v for k, v in environ.items() if (k.startswith(_NAMED) or k in words) and k != _TODAY}
    home = Path(sysconfig.get_path("purelib"))
    packages = sorted(path.name for path in home.iterdir() if path.name.endswith("-info"))
    return sha256(repr((sys.version, packages, sorted(given.items()))).encode()).hexdigest()


def lay(output: Path, files: list[str]) -> str:
    """A fingerprint of how the files and folders of a built site lie on the disk. OSError: one is gone."""
    mark = sha256()
    folders = {name.rpartition("/")[0] for name in files}
    for name in sorted({*files, *folders, *(up for one in folders for up in _above(one))}):
        found = os.lstat(f"{output}/{name}")
        told = (name, found.st_size, found.st_mtime_ns, found.st_ino)
        mark.update(repr(told).encode("utf-8", "surrogatepass"))
    return mark.hexdigest()


def _above(folder: str) -> Iterator[str]:
    while folder:
        folder = folder.rpartition("/")[0]
        yield folder


def files_of(output: Path) -> list[str]:
    """Every file of a built site."""
    top = f"{output}/"
    return sorted(path.removeprefix(top) for path in _below(str(output)) if not Path(path).is_dir())


def _today(zone: str, environ: Mapping[str, str]) -> str:
    given = environ.get(_TODAY, "")
    return (date.fromisoformat(given) if given else datetime.now(ZoneInfo(zone)).date()).isoformat()


def _digest(state: object) -> str:
    return sha256(json.dumps(state, ensure_ascii=True, sort_keys=True).encode("ascii")).hexdigest()
