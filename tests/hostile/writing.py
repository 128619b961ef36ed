"""The cases as files of one project: each must stay alone."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from tests.building import newsroom
from tests.hostile import HEAD, Case

GOOD = f"{HEAD}---\n\nДобрий запис лишається.\n"
SECRET = "zsecretq"


def write(project: Path, cases: Iterable[Case]) -> None:
    """A project with a good entry, secrets beside and in it, and every case."""
    newsroom(project, empty=True)
    (project / "content/entries/2024").mkdir()
    (project / "content/entries/2024/2024-03-06-good.md").write_text(GOOD, encoding="utf-8")
    (project / ".git").mkdir()
    for path in (project / "secret.md", project.parent / "secret.md", project / ".git/config"):
        path.write_text(f"{HEAD}---\n{SECRET}\n", encoding="utf-8")
    for case in cases:
        _put(project, case)


def _put(project: Path, case: Case) -> None:
    path = Path(os.path.normpath(project / os.fsdecode(case.path)))
    path.parent.mkdir(parents=True, exist_ok=True)
    if case.link:
        path.symlink_to(case.link)
    elif case.pipe:
        os.mkfifo(path)
    else:
        path.write_bytes(case.raw)
