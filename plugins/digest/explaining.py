"""How each entry's seed was read, for its page: made when it is not there yet, kept in `.cache/`.

What is kept only saves time: it is plain JSON under the checksum of all that it was made from, it is
checked before it is used, and made anew where anything is in doubt. So two builds are the same,
whether or not there is a cache.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import copydesk
from copydesk.convert.known import known
from copydesk.convert.run import Progress
from copydesk.explain.value import Explanation
from copydesk.faults import fault
from copydesk.frontmatter import Actor, Document
from copydesk.model import Lang, Problem, Seed
from digest import addresses, concerned
from digest.conversion import progress
from digest.desk import Desk
from digest.index import Entry
from digest.presentation.explaining import Explained

if TYPE_CHECKING:
    from copydesk.actors import Gazetteer, Linker

FOLDER = ".cache/explained"


def entries(desk: Desk, found: Iterable[Entry]) -> dict[str, Explained]:
    """How the seed of each entry was read, by the entry's slug; the entries then know their page's address.

    An entry without a seed, or whose seed has changed since, goes without.
    """
    asked = {entry: seed for entry in found if (seed := _seed(desk, entry))}
    explainer = Explainer(desk.project, desk.shelves.actors, desk.lang)
    with progress("Explaining") as told:
        made = explainer.explain(asked.values(), told)
    explainer.tidy(asked.values())
    desk.report.add(explainer.problems)
    shown: dict[str, Explained] = {}
    for entry, seed in asked.items():
        if seed.name in made:
            whole, mark = entry.text == "full", explainer.fingerprint(seed)
            shown[entry.slug] = Explained(seed, made[seed.name], whole, f"{mark} {whole}")
            entry.explained = addresses.explained(entry.slug)
    return shown


def _seed(desk: Desk, entry: Entry) -> Seed | None:
    seed = desk.shelves.seeds.get(entry.seed.file) if entry.seed else None
    return seed if seed and entry.seed and seed.sha256 == entry.seed.sha256 else None


class Explainer:
    """Explains seeds, with the editor's actors known. `problems` are seeds that the program failed on."""

    def __init__(self, project: Path, actors: Mapping[str, Document[Actor]], lang: Lang) -> None:
        self._folder, self._lang = project / FOLDER, lang
        self._actors = [known(Path(path).stem, document) for path, document in sorted(actors.items())]
        self.problems: list[Problem] = []

    def explain(self, seeds: Iterable[Seed], told: Progress) -> dict[str, Explanation]:
        """Explanations by the seed's name, a failed one left out. `told(done, total, name)` of those made."""
        found, missing, seeds = dict[str, Explanation](), list[Seed](), list(seeds)
        doubted = self._doubted(seeds)
        for seed in seeds:
            kept = None if self._path(seed) in doubted else self._kept(seed)
            if kept is None:
                missing.append(seed)
            else:
                found[seed.name] = kept
        for done, seed in enumerate(missing):
            told(done, len(missing), seed.name)
            made = self._made(seed)
            if made is not None:
                found[seed.name] = made
                self._keep(seed, made)
        return found

    def _made(self, seed: Seed) -> Explanation | None:
        from copydesk.explain.reading import explained  # rules and models, only where something is new

        try:
            return explained(seed, self._gazetteer, self._lang, linker=self._linker.apart())
        except Exception as error:  # one seed never costs the others
            self.problems.append(fault(f"seeds/{seed.name}", error))
            return None

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        from copydesk.actors import Gazetteer, starter

        return Gazetteer.of(self._actors).merged(starter())

    @cached_property
    def _linker(self) -> Linker:
        """Knows the gazetteer and nothing else: each seed is read as if it were alone."""
        from copydesk.actors import Linker

        return Linker(self._gazetteer, self._lang)

    def _doubted(self, seeds: Iterable[Seed]) -> frozenset[Path]:
        paths = {self._path(seed): seed for seed in seeds}
        if self._elsewhere():
            return frozenset(paths)
        return concerned.doubted(self._folder, paths, self._actors, lambda: self._gazetteer)

    @cached_property
    def _circumstances(self) -> str:
        """The checksum of what every explanation hangs on beside its seed; of actors see `concerned`."""
        return _checksum([_program(), self._lang])

    def fingerprint(self, seed: Seed) -> str:
        """Of all that an explanation of the seed is made from."""
        return self._path(seed).stem

    def _path(self, seed: Seed) -> Path:
        return self._folder / f"{_checksum([seed.name, seed.sha256, self._circumstances])}.json"

    def _kept(self, seed: Seed) -> Explanation | None:
        """What was kept for the seed; None where there is nothing, or nothing that can be trusted."""
        try:
            stored = json.loads(self._path(seed).read_text(encoding="utf-8"))
            if stored["checksum"] != _checksum(stored["explanation"]):
                return None
            return Explanation.of(stored["explanation"], len(seed.text))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def _keep(self, seed: Seed, made: Explanation) -> None:
        """Keep an explanation, whole or not at all. Where nothing can be written, nothing is kept."""
        plain, path = made.plain(), self._path(seed)
        text = json.dumps({"checksum": _checksum(plain), "explanation": plain}, ensure_ascii=False)
        if self._elsewhere():
            return
        with suppress(OSError):
            concerned.put(path, text)

    def _elsewhere(self) -> bool:
        """True where the folder is a link, or lies behind one: nothing there is ours to change."""
        return self._folder.is_symlink() or self._folder.parent.is_symlink()

    def tidy(self, seeds: Iterable[Seed]) -> None:
        """Remove what no seed of these needs any more."""
        needed = {self._path(seed) for seed in seeds}
        if self._folder.is_dir() and not self._elsewhere():
            for path in self._folder.iterdir():
                if path not in needed:
                    path.unlink(missing_ok=True)


def _checksum(plain: Any) -> str:
    text = json.dumps(plain, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()


def _program() -> list[str]:
    """The checksums of the text core's own files: another rule or word gives other explanations."""
    home = Path(copydesk.__file__).parent
    files = sorted(path for path in home.rglob("*") if path.suffix in (".py", ".txt"))
    return [sha256(path.read_bytes()).hexdigest() for path in files]
