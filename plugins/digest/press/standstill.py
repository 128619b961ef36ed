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
_KEPT = ".cache/press/standstill"
_NAMED = ("DIGEST_", "SITE", "ACTOR_", "EVENT_", "GITHUB_REPOSITORY")
_FORMAT = b"copydesk standstill 1\n"
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
    names: list[str]
    zone: str
    shown: str
    until: str
    said: list[str]


def stands(project: Path, environ: Mapping[str, str] = os.environ) -> list[str] | None:
    """Where a build would change nothing: what the last one said, to be told again. None in any doubt."""
    with suppress(*_DOUBTS):
        digest, _, text = (project / _KEPT).read_bytes().partition(b"\n")
        if digest.decode("ascii") != sha256(_FORMAT + text).hexdigest():
            return None
        state = State(**json.loads(text))
        still = (
            not environ.get("DIGEST_REPORT")
            and state.shown <= _today(state.zone, environ) < (state.until or "9")
            and state.around == around(project, environ)
            and state.read == read(project) != ""
            and state.lay == lay(Path(state.output), state.names)
        )
        return state.said if still else None
    return None


def keep(project: Path, state: State) -> None:
    """Remember a build; where nothing can be written, nothing is remembered."""
    path = project / _KEPT
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}")
        text = json.dumps(asdict(state), ensure_ascii=True).encode("ascii")
        part.write_bytes(sha256(_FORMAT + text).hexdigest().encode("ascii") + b"\n" + text)
        part.replace(path)


def forget(project: Path) -> None:
    """From now on nothing is remembered: a build is under way."""
    with suppress(OSError):
        (project / _KEPT).unlink()


def read(project: Path) -> str:
    """A fingerprint of how every file that a build reads lies on the disk.

    Empty where a link leads to a folder: into it nobody looks here, since links can go in circles.
    """
    told: list[str] = []
    for name in READ:
        path = project / name
        below = _below(str(path)) if path.is_dir() else [(str(path), False)]
        for one, folder in below:
            if folder:
                told.append(one)  # a folder is what is in it; Python may leave files there
                continue
            found = os.lstat(one)
            told.append(_how(one, found))
            if stat.S_ISLNK(found.st_mode):
                if os.path.isdir(one):  # noqa: PTH112, as fast as can be
                    return ""
                with suppress(OSError):  # a link to nowhere, or to itself
                    told.append(_how("", os.stat(one)))  # noqa: PTH116
    return _mark(told)


def _how(name: str, found: os.stat_result) -> str:
    times = f"{found.st_mtime_ns} {found.st_ctime_ns}"
    return f"{name}\0{found.st_size} {times} {found.st_ino}"


def _mark(told: list[str]) -> str:
    return sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def _below(folder: str) -> Iterator[tuple[str, bool]]:
    """Every file and folder (True) below a folder, in order, but what Python leaves there."""
    with os.scandir(folder) as found:
        inside = sorted(
            (one.path, one.is_dir(follow_symlinks=False)) for one in found if one.name != "__pycache__"
        )
    for path, is_folder in inside:
        yield path, is_folder
        if is_folder:
            yield from _below(path)


def around(project: Path, environ: Mapping[str, str]) -> str:
    """A fingerprint of what else shapes the site: Python, its packages, the settings of the environment."""
    words = set(re.findall(r"\w+", (project / SETTINGS).read_text(encoding="utf-8")))
    given = {k: v for k, v in environ.items() if (k.startswith(_NAMED) or k in words) and k != _TODAY}
    home = Path(sysconfig.get_path("purelib"))
    packages = sorted(path.name for path in home.iterdir() if path.name.endswith("-info"))
    return sha256(repr((sys.version, packages, sorted(given.items()))).encode()).hexdigest()


def lay(output: Path, names: list[str]) -> str:
    """A fingerprint of how the files and folders of a built site lie on the disk. OSError: one is gone."""
    top, told = f"{output}/", []
    for name in names:
        found = os.lstat(top + name)
        told.append(f"{found.st_size} {found.st_mtime_ns} {found.st_ino}")
    return _mark([*names, *told])


def names_of(output: Path) -> list[str]:
    """Every file and folder of a built site, itself among them."""
    top = f"{output}/"
    return ["", *(path.removeprefix(top) for path, _ in _below(str(output)))]


def _today(zone: str, environ: Mapping[str, str]) -> str:
    given = environ.get(_TODAY, "")
    return (date.fromisoformat(given) if given else datetime.now(ZoneInfo(zone)).date()).isoformat()
