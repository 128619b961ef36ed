"""What is checked: every file of `content/` and `seeds/`, read once, with the problems of reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

from copydesk import seeds
from copydesk.convert.shelf import Shelf
from copydesk.frontmatter import Actor, Document, Entry, Event, load
from copydesk.frontmatter.typed import M
from copydesk.model import Problem, Seed


class Shelves:
    """Documents by path, seeds by name. Files with problems are in `problems` and nowhere else."""

    def __init__(self, project: Path) -> None:
        self.project, self.problems = project, list[Problem]()
        self.shelf = Shelf.of(project)
        self.entries = self._documents("entries", Entry)
        self.actors = self._documents("actors", Actor)
        self.events = self._documents("events", Event)
        self.seeds: dict[str, Seed] = {}
        for name in self.shelf.seeds():
            seed, problems = seeds.read(project / "seeds" / name, name)
            self.problems += [replace(p, path=f"seeds/{p.path}") for p in problems]
            if seed:
                self.seeds[name] = seed

    def slugs(self, kind: str) -> frozenset[str]:
        """The slugs of a kind, of broken files too: a page that is broken is not unknown."""
        return self.shelf.page_slugs(kind)

    def _documents(self, kind: str, model: type[M]) -> dict[str, Document[M]]:
        found: dict[str, Document[M]] = {}
        for path in self.shelf.files(kind):
            document, problems = load((self.project / path).read_bytes(), model, path)
            self.problems += problems
            if document:
                found[path] = document
        self._links(kind)
        return found

    def _links(self, kind: str) -> None:
        root = self.project / "content" / kind
        for path in sorted(root.rglob("*")):
            if path.is_symlink():
                shown = path.relative_to(self.project).as_posix()
                self.problems.append(
                    Problem(
                        "link", shown, "a link, which is not followed", "put the file or folder itself here"
                    )
                )


def stem(path: str) -> str:
    """The file's name without its ending: the address of a page."""
    return PurePosixPath(path).stem
