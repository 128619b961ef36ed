"""What lies in `content/` and `seeds/` before a conversion: read once, nothing written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from copydesk import doors
from copydesk.doors import Met

if TYPE_CHECKING:
    from copydesk.frontmatter import Actor, Document, Entry, Event
    from copydesk.frontmatter.typed import M

SEED_SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
FILE_LIMIT = 2 << 20  # no file of `content/` that is read is larger
IGNORED = "content/ignored-seeds.txt"
_FILE = re.compile(r"^  file: *[\"']?(.+?)[\"']? *$", re.MULTILINE)
_SHA = re.compile(r"^  sha256: *[\"']?([0-9a-f]{64})[\"']? *$", re.MULTILINE)
_RULES = re.compile(r"^  rules: *(\d+) *$", re.MULTILINE)


@dataclass(frozen=True)
class Filed:
    """An entry as a glance shows it: its path, its seed's name and checksum, the rules that read it.

    A glance needs no YAML, so it also knows the entries that an editor left broken.
    """

    path: str
    file: str
    sha256: str
    rules: int


@dataclass
class Shelf:
    """The files of a project. Paths are POSIX, below `project`."""

    project: Path
    filed: dict[str, Filed] = field(default_factory=dict)
    _by_name: dict[str, Filed] = field(default_factory=dict)
    _by_sha: dict[str, Filed] = field(default_factory=dict)
    _documents: dict[str, Document[Any] | None] = field(default_factory=dict)

    def file(self, entries: Iterable[Filed]) -> None:
        """Know these entries by their seeds; of two with one seed the first stays."""
        for filed in entries:
            self.filed[filed.path] = filed
            self._by_name.setdefault(filed.file, filed)
            self._by_sha.setdefault(filed.sha256, filed)

    def entry_of(self, name: str, checksum: str, present: frozenset[str]) -> Filed | None:
        """The entry of a seed: by the seed's name, else (a renamed seed) by its bytes."""
        if name in self._by_name:
            return self._by_name[name]
        filed = self._by_sha.get(checksum)
        return filed if filed and filed.file not in present else None

    def files(self, kind: str) -> list[str]:
        """The Markdown files of `content/<kind>`, links left out; entries may lie in folders of their own."""
        return list(self.stamped(kind))

    def stamped(self, kind: str) -> dict[str, str]:
        """The same with the stamp of each: while it stays, so does the file."""
        found = _below(self.project, f"content/{kind}", deep=kind == "entries")
        return {path: _stamp(found[path]) for path in sorted(found)
                if path.endswith(".md") and found[path].kind == "file"
                and not path.rpartition("/")[2].startswith(".")}  # fmt: skip

    def text(self, path: str) -> str:
        """The exact text of a file, line ends included. Bytes that are no UTF-8 show as U+FFFD.

        Of a file larger than any that is read, only the beginning.
        """
        return doors.begin(self.project / path, FILE_LIMIT).decode("utf-8", "replace")

    def seeds(self) -> list[str]:
        """The names of the seeds, sorted; hidden files and files of other kinds are no seeds."""
        return [path.removeprefix("seeds/") for path in self.stamped_seeds()]

    def stamped_seeds(self) -> dict[str, str]:
        """The paths of the seeds with the stamp of each."""
        found = _below(self.project, "seeds", deep=True)
        return {path: _stamp(found[path]) for path in sorted(found) if _is_seed(path)}

    def ignored(self) -> frozenset[str]:
        """The seeds that an editor wants no entry for: lines of `content/ignored-seeds.txt`."""
        path = self.project / IGNORED
        if not path.is_file() or path.is_symlink():
            return frozenset()
        lines = (line.split("#", 1)[0].strip() for line in self.text(IGNORED).splitlines())
        return frozenset(line for line in lines if line)

    @cached_property
    def entries(self) -> dict[str, Document[Entry]]:
        """Every readable entry by path."""
        from copydesk.frontmatter import Entry, load

        found = ((path, load(self.project / path, Entry, path)[0]) for path in self.files("entries"))
        return {path: document for path, document in found if document}

    @cached_property
    def actors(self) -> dict[str, Document[Actor]]:
        """Every readable actor by slug."""
        paths = self.files("actors")
        if not paths:
            return {}  # and what reads them, which is slow to load, is not needed
        from copydesk.frontmatter import Actor, load

        found = ((Path(path).stem, load(self.project / path, Actor, path)[0]) for path in paths)
        return {slug: document for slug, document in found if document}

    @cached_property
    def events(self) -> dict[str, Document[Event]]:
        """Every readable event by slug."""
        from copydesk.frontmatter import Event, load

        found = (
            (Path(path).stem, load(self.project / path, Event, path)[0]) for path in self.files("events")
        )
        return {slug: document for slug, document in found if document}

    def document(self, path: str, model: type[M]) -> Document[M] | None:
        """The entry, actor or event in a file, read once; None where it is not there or cannot be read."""
        if path not in self._documents:
            from copydesk.frontmatter import load

            there = (self.project / path).is_file()
            self._documents[path] = load(self.project / path, model, path)[0] if there else None
        return cast("Document[M] | None", self._documents[path])

    def page_slugs(self, kind: str) -> frozenset[str]:
        """The slugs of all files of a kind, readable or not: what exists is never written anew."""
        return frozenset(stem(path) for path in self.files(kind))


def stem(path: str) -> str:
    """The name of a Markdown file without its ending: the address of its page."""
    return path.rpartition("/")[2].removesuffix(".md")


def _below(project: Path, folder: str, deep: bool) -> dict[str, Met]:
    """The paths below a folder of all that is no folder and can be named."""
    found = (met for met in doors.walk(project / folder, deep) if not met.unreadable)
    return {f"{folder}/{met.name}": met for met in found if met.kind in ("file", "link", "special")}


def _is_seed(path: str) -> bool:
    return path[path.rfind(".") :].lower() in SEED_SUFFIXES and "/." not in path


def _stamp(met: Met) -> str:
    """When a file was last written and changed, its size and number; empty where that cannot be told."""
    try:
        known = met.entry.stat(follow_symlinks=False) if met.entry else None
    except OSError:
        known = None
    if known is None or met.kind != "file":
        return ""
    return f"{known.st_mtime_ns} {known.st_ctime_ns} {known.st_size} {known.st_ino}"


def glance(path: str, text: str) -> Filed | None:
    """The seed record of an entry without parsing it; None where there is none."""
    header = text.replace("\r\n", "\n").split("\n---", 1)[0]
    start = header.find("\nseed:")
    record = header[start:] if start >= 0 else ""
    file, checksum, rules = _FILE.search(record), _SHA.search(record), _RULES.search(record)
    if file and checksum:
        return Filed(path, file.group(1), checksum.group(1), int(rules.group(1)) if rules else 0)
    return _parsed(path, text) if "sha256" in header else None


def _parsed(path: str, text: str) -> Filed | None:
    """The same from the YAML, for a record that an editor has set in another way."""
    from copydesk.frontmatter import Entry, load

    document, _ = load(text, Entry, path)
    if document is None or document.meta.seed is None:
        return None
    seed = document.meta.seed
    return Filed(path, seed.file, seed.sha256, seed.rules)
