"""The converter and the build in processes of their own, which may be killed, starved or hindered.

The parent loads everything once; each child is a fork of it, so that a run costs no start.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
Work = Callable[[Path], int]
Hindrance = Callable[[], None]
# What a build of these programmes hangs on, besides the files.
ENVIRONMENT = {"DIGEST_TODAY": "2024-07-01", "DIGEST_CONVERT": "0", "DIGEST_EXPLAIN": "0", "SITEURL": ""}


def convert(project: Path) -> int:
    """`copydesk convert`, the exit code."""
    from copydesk.__main__ import main

    return main(["--project", str(project), "convert"])


def build(project: Path) -> int:
    """`pelican`, the exit code."""
    import pelican

    os.chdir(project)
    given = [str(project / "content"), "-s", str(ROOT / "pelican.conf.py"), "-o", str(project / "output")]
    try:
        pelican.main([*given, "--fatal", "errors"])
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def warm() -> None:
    """Load what both need, so that children find it loaded."""
    import pelican  # noqa: F401

    os.environ.update(ENVIRONMENT)
    from copydesk import edit  # noqa: F401


def child(work: Work, project: Path, hindrance: Hindrance | None = None) -> int:
    """Begin the work in a child and return its number. What it prints goes to `project.log`."""
    number = os.fork()
    if number:
        return number
    code = 70
    try:
        log = os.open(f"{project}.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(log, 1)
        os.dup2(log, 2)
        if hindrance:
            hindrance()
        code = work(project)
    except BaseException:
        with contextlib.suppress(BaseException):
            traceback.print_exc()
    finally:
        with contextlib.suppress(BaseException):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def ended(number: int) -> int:
    """The exit code of a child, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def run(work: Work, project: Path, hindrance: Hindrance | None = None) -> int:
    """The work in a child, to its end."""
    return ended(child(work, project, hindrance))


def said(project: Path) -> str:
    """What the last child of a project printed."""
    return Path(f"{project}.log").read_text(encoding="utf-8", errors="replace")


def at_event(count: int, then: Callable[[], None]) -> Hindrance:
    """Do `then` at the so-manieth thing done to a file (opened for writing, renamed, removed, made)."""

    def hinder() -> None:
        left = count

        def seen(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            if _touches(event, arguments):
                left -= 1
                if left == 0:
                    then()

        sys.addaudithook(seen)

    return hinder


def count_events(work: Work, project: Path) -> int:
    """How many such things a whole run does."""
    read, write = os.pipe()

    def counted(folder: Path) -> int:
        seen = 0

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            seen += _touches(event, arguments)

        sys.addaudithook(hook)
        code = work(folder)
        os.write(write, str(seen).encode())
        return code

    run(counted, project)
    os.close(write)
    with os.fdopen(read, "rb") as stream:
        return int(stream.read() or 0)


def die() -> None:
    """End at once, as by `kill -9`."""
    os.kill(os.getpid(), signal.SIGKILL)


def full() -> None:
    """The disk has no room left."""
    raise OSError(28, "No space left on device")


def _touches(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "open":
        mode, flags = arguments[1], arguments[2]
        writes = isinstance(mode, str) and any(letter in mode for letter in "wxa+")
        return writes or (isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR)))
    return event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "shutil.rmtree")


def takes_room(event: str, arguments: tuple[object, ...]) -> bool:
    """True for what a full disk refuses: a new file or folder."""
    return event in ("os.mkdir", "os.link") or (event == "open" and _touches(event, arguments))
