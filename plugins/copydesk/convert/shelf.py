"""What lies in `content/` and `seeds/` before a conversion: read once, nothing written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.frontmatter import Actor, Document, Entry, Event

SEED_SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
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

    @classmethod
    def of(cls, project: Path) -> Shelf:
        """The shelf of a project, with every entry glanced at."""
        shelf = cls(project)
        for path in shelf.files("entries"):
            if (filed := glance(path, shelf.text(path))) is not None:
                shelf.filed[path] = filed
                shelf._by_name.setdefault(filed.file, filed)
                shelf._by_sha.setdefault(filed.sha256, filed)
        return shelf

    def entry_of(self, name: str, checksum: str, present: frozenset[str]) -> Filed | None:
        """The entry of a seed: by the seed's name, else (a renamed seed) by its bytes."""
        if name in self._by_name:
            return self._by_name[name]
        filed = self._by_sha.get(checksum)
        return filed if filed and filed.file not in present else None

    def files(self, kind: str) -> list[str]:
        """The Markdown files of `content/<kind>`, links left out; entries may lie in folders of their own."""
        root = self.project / "content" / kind
        if root.is_symlink():
            return []
        pattern = root.rglob("*.md") if kind == "entries" else root.glob("*.md")
        found = (p for p in pattern if p.is_file() and not p.is_symlink())
        return sorted(p.relative_to(self.project).as_posix() for p in found if not p.name.startswith("."))

    def text(self, path: str) -> str:
        """The exact text of a file, line ends included. Bytes that are no UTF-8 show as U+FFFD."""
        return (self.project / path).read_bytes().decode("utf-8", "replace")

    def seeds(self) -> list[str]:
        """The names of the seeds, sorted; hidden files and files of other kinds are no seeds."""
        root = self.project / "seeds"
        names = (p.relative_to(root).as_posix() for p in root.rglob("*") if not p.is_dir())
        return sorted(
            n
            for n in names
            if Path(n).suffix.lower() in SEED_SUFFIXES and not any(s[0] == "." for s in n.split("/"))
        )

    def ignored(self) -> frozenset[str]:
        """The seeds that an editor wants no entry for: lines of `content/ignored-seeds.txt`."""
        path = self.project / IGNORED
        if not path.is_file() or path.is_symlink():
            return frozenset()
        lines = (line.split("#", 1)[0].strip() for line in self.text(IGNORED).splitlines())
        return frozenset(line for line in lines if line)

    def checksum(self, name: str) -> str | None:
        """The checksum of a seed's bytes; None where it cannot be read."""
        try:
            return sha256((self.project / "seeds" / name).read_bytes()).hexdigest()
        except OSError:
            return None

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

    def page_slugs(self, kind: str) -> frozenset[str]:
        """The slugs of all files of a kind, readable or not: what exists is never written anew."""
        return frozenset(Path(path).stem for path in self.files(kind))


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
