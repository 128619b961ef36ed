"""`copydesk init`: a new digest in an empty folder, whole enough to be built at once.

It gets the program itself, so that it needs nothing but its locked packages, wherever it goes.
What lies beside the program comes from the wheel (`files/`), or from the repository it runs in.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from string import Template

from copydesk.frontmatter import migrating
from copydesk.messages import say
from copydesk.model import Lang
from copydesk.writer import RefusedError

_HERE = Path(__file__).parent
_PLUGINS = _HERE.parents[1]
PROGRAM = ("copydesk", "digest")
GIVEN = (
    *(".ci/run", ".gitattributes", ".github", ".gitignore", ".vscode"),
    *("LICENSE", "Makefile", "pelican.conf.py", "requirements.txt", "theme"),
)
FOLDERS = (
    *("content/actors", "content/entries", "content/events", "content/outlets", "content/pages", "seeds"),
)
# What watches over the program's own packages is the program's.
_NOT_GIVEN = shutil.ignore_patterns("audit.yml")
# In the repository of the program the file of this name runs the program's own tests.
_ELSEWHERE = {".ci/run": ".ci/starter"}


def begin(folder: Path, name: str, lang: Lang) -> None:
    """Make a digest called `name`, whose pages speak `lang`, in `folder`.

    Raises:
        RefusedError: there is something in the folder.
        OSError: it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RefusedError(say("{folder} is not empty; name a new folder", folder=folder))
    for package in PROGRAM:
        passed = shutil.ignore_patterns("__pycache__", "files")
        shutil.copytree(_PLUGINS / package, folder / "plugins" / package, ignore=passed)
    for given in GIVEN:
        _copy(_original(given), folder / given)
    for empty in FOLDERS:
        (folder / empty).mkdir(parents=True)
        (folder / empty / ".gitkeep").touch()
    (folder / migrating.PATH).write_text(migrating.versioned(), encoding="utf-8")
    settings = folder / "pelican.conf.py"
    settings.write_text(_named(settings.read_text(encoding="utf-8"), name, lang), encoding="utf-8")
    words = Template((_HERE / f"README.{lang}.md").read_text(encoding="utf-8"))
    (folder / "README.md").write_text(words.substitute(name=name), encoding="utf-8")


def _original(name: str) -> Path:
    """Where the file or folder is copied from."""
    root = _PLUGINS.parent
    places = (_HERE / "files" / name, root / _ELSEWHERE.get(name, name), root / name)
    return next(place for place in places if place.exists())


def _copy(original: Path, copy: Path) -> None:
    copy.parent.mkdir(parents=True, exist_ok=True)
    if original.is_dir():
        shutil.copytree(original, copy, ignore=_NOT_GIVEN)
    else:
        shutil.copy(original, copy)


def _named(settings: str, name: str, lang: Lang) -> str:
    """The settings file with the new digest's name and language."""
    for key, value in (
        ("SITENAME", name),
        ("SITESUBTITLE", ""),
        ("DIGEST_LANG", lang),
        ("DIGEST_MESSAGES", lang),
    ):
        line = f"{key} = {value!r}"
        settings = re.sub(rf"^{key} = .*$", lambda _, line=line: line, settings, count=1, flags=re.M)  # type: ignore[misc]
    return settings
