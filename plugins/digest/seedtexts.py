"""The texts of seeds, each read once a build."""

from __future__ import annotations

from pathlib import Path

from copydesk import seeds
from digest import addresses


class SeedTexts:
    """Gives the decoded text of a seed by its name below `seeds/`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts: dict[str, str | None] = {}

    def text(self, name: str) -> str | None:
        """The seed's text; None where there is no readable seed of that name in the folder."""
        if name not in self._texts:
            self._texts[name] = self._read(name)
        return self._texts[name]

    def _read(self, name: str) -> str | None:
        path = self._folder / name
        if not addresses.is_contained(name) or not path.is_file():
            return None
        if not path.resolve().is_relative_to(self._folder.resolve()):
            return None
        seed, _ = seeds.read(path, name)
        return seed.text if seed else None
