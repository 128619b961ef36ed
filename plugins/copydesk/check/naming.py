"""Names and places of the files of `content/`: addresses, twins, links, files that nobody reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from copydesk.addresses import is_page, is_slug, is_stem
from copydesk.check.shelves import Shelves, stem
from copydesk.convert.shelf import SEED_SUFFIXES
from copydesk.model import Problem

_SLUG = (is_slug, "is not a slug", "rename it: small Latin letters, digits and single hyphens")
_NAMES = {
    "entries": (is_stem, "cannot be an address", "rename it like 2024-07-07-small-latin-letters.md"),
    "actors": _SLUG,
    "events": _SLUG,
    "outlets": _SLUG,
    "pages": (is_page, "cannot be an address", "rename it: small Latin letters, as rules.md or rules.en.md"),
}


def fits(kind: str, name: str) -> bool:
    """True where a file of `content/<kind>/` may have this name (without its ending)."""
    return _NAMES[kind][0](name)


def names(shelves: Shelves) -> Iterator[Problem]:
    """The name of a file is its address."""
    for kind, (_, says, fix) in _NAMES.items():
        for path in shelves.shelf.files(kind):
            if not fits(kind, stem(path)):
                yield Problem("name", path, f"the file name “{stem(path)}” {says}", fix, line=1)


def addresses(shelves: Shelves) -> Iterator[Problem]:
    """An address is a file's name, wherever the file lies and whatever its capitals: no two share one."""
    for kind in _NAMES:
        seen: dict[str, str] = {}
        for path in shelves.shelf.files(kind):
            fix = "rename one of the two files"
            key = stem(path).casefold()
            if kind == "pages":
                slug, _, lang = key.partition(".")
                page = shelves.pages.get(path)
                key = f"{slug}.{lang or (page and page.meta.lang) or shelves.site}"
                fix = f"say in what language it is: {slug}.en.md"
            other = seen.setdefault(key, path)
            if other != path:
                yield Problem("address", path, f"{other} has the same name, so the same address", fix, line=1)


def links(shelves: Shelves) -> Iterator[Problem]:
    """A link may lead anywhere, so none is followed."""
    for kind in _NAMES:
        root = shelves.project / "content" / kind
        for path in [root, *sorted(root.rglob("*"))]:
            if path.is_symlink():
                yield Problem("link", _shown(shelves, path), "a link, which is not followed",
                              "put the file or folder itself here")  # fmt: skip


def strays(shelves: Shelves) -> Iterator[Problem]:
    """Files that lie among the others and that nobody reads."""
    for kind in _NAMES:
        read, root = set(shelves.shelf.files(kind)), shelves.project / "content" / kind
        for path in _files(root):
            shown = _shown(shelves, path)
            if shown not in read:
                fix = f"move it to content/{kind}/ itself" if path.suffix == ".md" else "name it *.md"
                yield Problem("stray", shown, "this file is not read", fix, severity="warning")
    for path in _files(shelves.project / "seeds"):
        if path.suffix.lower() not in SEED_SUFFIXES:
            yield Problem("stray", _shown(shelves, path), "this file is not read as a seed",
                          "save it as .txt or .html, or take it out", severity="warning")  # fmt: skip
    for path in _folders(shelves.project / "seeds"):
        if path.suffix.lower() in SEED_SUFFIXES:
            yield Problem("stray", _shown(shelves, path), "a folder with the name of a text",
                          "rename it; the texts in it are read as seeds of their own",
                          severity="warning")  # fmt: skip


def _files(root: Path) -> list[Path]:
    return sorted(p for p in root.rglob("*") if p.is_file() and not p.is_symlink() and _visible(p, root))


def _folders(root: Path) -> list[Path]:
    return sorted(p for p in root.rglob("*") if p.is_dir() and _visible(p, root))


def _visible(path: Path, root: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(root).parts)


def _shown(shelves: Shelves, path: Path) -> str:
    return path.relative_to(shelves.project).as_posix()
