"""`python -m digest` in a project's folder: build the site; at once where nothing has changed."""

from __future__ import annotations

from pathlib import Path

from digest.press import standstill


def main() -> int:
    """Build. 1 where that failed."""
    project = Path.cwd()
    said = standstill.stands(project)
    if said is not None:
        print(*said, "Nothing has changed: the site is as it was built.", sep="\n")
        return 0
    standstill.forget(project)
    from pelican import main as pelican

    pelican(["-s", standstill.SETTINGS, "--fatal", "errors", "-e", "DIGEST_STANDSTILL=true"])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
