"""The pages of an entry that was edited after the build: made alone, among all that the build has read."""

from __future__ import annotations

from digest import addresses, build
from digest.desk import Desk
from digest.generator import DigestGenerator
from digest.records import EntryRecord
from digest.trees import Tree


class Edited:
    """What the process of a build still knows."""

    def __init__(self, generator: DigestGenerator) -> None:
        self._given, self._site = generator.settings, generator.site
        self._desk = Desk.of(generator.settings)
        # The pages of a theme that is not ours are made by Pelican itself.
        trees = self._site.trees if generator.context["digest_theme"] else ()
        self._trees = [(tree, tree.context["digest_entries"]) for tree in trees]

    def pages(self, name: str) -> dict[str, str]:
        """The pages of the entry in the file `name` (below the project), by their files in the site.

        Nothing where only a build can tell: of a new or broken file, of one that names whom the site hides.
        """
        record = self._desk.reread(self._desk.project / name)
        if record is None or self._names_hidden(record):
            return {}
        made: dict[str, str] = {}
        for tree, entries in self._trees:
            former = entries.get(record.slug)
            if former is not None and former.path == name:
                entry = build.again(record, former, tree.digest, self._given["DIGEST_TEXT"])
                made |= self._made(tree, addresses.file_of(entry.url), entry)
        return made

    def _made(self, tree: Tree, file: str, entry: object) -> dict[str, str]:
        jobs = self._site.jobs(tree, [("article", file, {"entry": entry})])
        return {name: content.decode() for job in jobs for name, content in job.make()}

    def _names_hidden(self, record: EntryRecord) -> bool:
        named = {*record.meta.actors, *(quotation.speaker for quotation in record.meta.quotations)}
        files = (self._desk.shelves.actors.get(f"content/actors/{slug}.md") for slug in named)
        return any(file.meta.status == "hidden" for file in files if file)
