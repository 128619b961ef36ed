"""Names and places of the files of `content/`: addresses, twins, links, files that nobody reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from copydesk import doors
from copydesk.addresses import is_page, is_slug, is_stem
from copydesk.check.shelves import Shelves, stem
from copydesk.convert.shelf import SEED_SUFFIXES
from copydesk.doors import Met
from copydesk.frontmatter import migrating
from copydesk.messages import say
from copydesk.model import Problem

_BAD = "the file name “{name}” cannot be an address"
_SLUG = (
    is_slug,
    "the file name “{name}” is not a slug",
    "rename it: small Latin letters, digits and single hyphens",
)
_NAMES = {
    "entries": (is_stem, _BAD, "rename it like 2024-07-07-small-latin-letters.md"),
    "actors": _SLUG,
    "events": _SLUG,
    "outlets": _SLUG,
    "pages": (is_page, _BAD, "rename it like rules.md or rules.en.md"),
}


def fits(kind: str, name: str) -> bool:
    """True where a file of `content/<kind>/` may have this name (without its ending)."""
    return _NAMES[kind][0](name)


def names(shelves: Shelves) -> Iterator[Problem]:
    """The name of a file is its address."""
    for kind, (_, says, fix) in _NAMES.items():
        for path in shelves.files(kind):
            if not fits(kind, stem(path)):
                yield Problem("name", path, say(says, name=stem(path)), fix, line=1)


def addresses(shelves: Shelves) -> Iterator[Problem]:
    """An address is a file's name, wherever the file lies and whatever its capitals: no two share one."""
    for kind in _NAMES:
        seen: dict[str, str] = {}
        for path in shelves.files(kind):
            fix = "rename one of the two files"
            key = stem(path).casefold()
            if kind == "pages":
                slug, _, lang = key.partition(".")
                page = shelves.pages.get(path)
                key = f"{slug}.{lang or (page and page.meta.lang) or shelves.site}"
                fix = say("say in what language it is: {slug}.en.md", slug=slug)
            other = seen.setdefault(key, path)
            if other != path:
                message = say("{other} has the same name, so the same address", other=other)
                yield Problem("address", path, message, fix, line=1)


def version(shelves: Shelves) -> Iterator[Problem]:
    """Content of a newer form than this program knows would lose what is new in it."""
    path = shelves.project / migrating.PATH
    try:
        told = migrating.version(doors.read(path, 1 << 16).decode("utf-8")) if path.is_file() else 0
    except (ValueError, OSError):
        fix = "run `copydesk migrate`, or delete it"
        yield Problem("version", migrating.PATH, "this is not a version", fix, line=1)
        return
    if told > migrating.VERSION:
        message = say("the content is of version {since}, the program of version {now}", since=told,
                      now=migrating.VERSION)  # fmt: skip
        yield Problem("version", migrating.PATH, message, "update the program", line=1)


def closed(shelves: Shelves) -> Iterator[Problem]:
    """What is never read, wherever it lies: a link may lead anywhere, a pipe never ends."""
    told = {f"seeds/{name}" for name in shelves.shelf.seeds()}  # by whoever reads them
    for shown, met in _lying(shelves):
        if met.unreadable:
            yield Problem("name", shown, "its name is not UTF-8", "rename it")
        elif not met.hidden and met.kind in _CLOSED and shown not in told:
            message, fix = _CLOSED[met.kind]
            yield Problem("link" if met.kind == "link" else "file", shown, message, fix)


def strays(shelves: Shelves) -> Iterator[Problem]:
    """Files that lie among the others and that nobody reads."""
    read = {path for kind in _NAMES for path in shelves.files(kind)}
    for shown, met in _lying(shelves):
        if met.hidden or met.unreadable:
            continue
        kind, seed = shown.split("/")[1], shown.startswith("seeds/")
        ending = Path(shown).suffix
        if met.kind == "file" and not seed and shown not in read:
            move = say("move it to {folder} itself", folder=f"content/{kind}/")
            fix = move if ending == ".md" else "name it *.md"
            yield Problem("stray", shown, "this file is not read", fix, severity="warning")
        if met.kind == "file" and seed and ending.lower() not in SEED_SUFFIXES:
            yield Problem("stray", shown, "this file is not read as a seed",
                          "save it as .txt or .html, or take it out", severity="warning")  # fmt: skip
        if met.kind == "folder" and seed and ending.lower() in SEED_SUFFIXES:
            yield Problem("stray", shown, "a folder with the name of a text",
                          "rename it; the texts in it are read as seeds of their own",
                          severity="warning")  # fmt: skip


def beside(shelves: Shelves) -> Iterator[Problem]:
    """Entries in `content/` itself or in a folder that is none of ours, where another site may live."""
    for met in _top(shelves):
        shown = f"content/{met.name}"
        if met.hidden or met.unreadable or met.kind not in _ASTRAY or _meant(met.name):
            continue
        place = shelves.project / shown
        inside = [(place / m.name, m) for m in doors.walk(place)] if met.kind == "folder" else [(place, met)]
        if any(_is_entry(path, found) for path, found in inside):
            yield Problem("stray", shown, _ASTRAY[met.kind], _WHERE, severity="warning")


def misnamed(shelves: Shelves) -> Iterator[Problem]:
    """Folders that begin like one of those read, "Entry"; any other is none of ours."""
    for met in _top(shelves):
        meant = _meant(met.name)
        if met.kind == "folder" and meant and met.name not in _NAMES:
            fix = say("did you mean `{close}`?", close=f"content/{meant}/")
            yield Problem("stray", f"content/{met.name}", "this folder is not read", fix, severity="warning")


def _top(shelves: Shelves) -> list[Met]:
    """What lies in `content/` itself, by name."""
    return sorted(doors.walk(shelves.project / "content", deep=False), key=lambda met: met.name)


def _meant(name: str) -> str | None:
    return next((kind for kind in _NAMES if kind[:4] == name[:4].casefold()), None)


def _is_entry(path: Path, met: Met) -> bool:
    """True for a file of an entry's name that begins as one; pages of other sites have their own ways."""
    if met.kind != "file" or path.suffix != ".md" or not is_stem(path.stem):
        return False
    try:
        return doors.begin(path, 4).startswith(b"---")
    except OSError:
        return False


_ASTRAY = {"file": "this file is not read", "folder": "this folder is not read"}
_WHERE = "entries belong in content/entries/, other pages in content/pages/"
_CLOSED = {
    "link": ("a link, which is not followed", "put the file or folder itself here"),
    "special": ("not a regular file", "put a text file here"),
    "deep": (say("folders are nested more than {number} deep here", number=doors.DEEPEST), "move them up"),
    "closed": ("this folder cannot be looked into", "check its permissions"),
}


def _lying(shelves: Shelves) -> Iterator[tuple[str, Met]]:
    """All that lies in the folders that are read, with its path; such a folder itself where it is a link."""
    for folder in (*(f"content/{kind}" for kind in _NAMES), "seeds"):
        root = shelves.project / folder
        if root.is_symlink():
            yield folder, Met("", "link")
        for met in sorted(doors.walk(root), key=lambda met: met.name):
            yield f"{folder}/{met.name}".rstrip("/"), met
