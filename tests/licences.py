"""Under which licence each locked package comes: `python -m tests.licences` writes `docs/licences.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "licences.md"
_LOCKED = re.compile(r"^([\w.-]+)==([\w.+!-]+)", re.M)
# A licence's whole text or a long name, to what it is called.
_KNOWN = (
    ("Apache", "Apache-2.0"), ("BSD", "BSD"), ("MIT", "MIT"), ("Affero", "AGPL-3.0-or-later"),
    ("Mozilla", "MPL-2.0"), ("Python Software Foundation", "PSF-2.0"), ("GPL", "GPL"), ("ISC", "ISC"),
)  # fmt: skip


def page() -> str:
    """The page, of the packages that are locked and what each says of itself."""
    head = [
        *("# Licences of the packages", ""),
        "As each package says of itself. Written by `make licences`; a test holds it current.",
        *("The dictionaries inside `pymorphy3-dicts-uk` are GPL-3.0, as the README says.", ""),
    ]
    return "\n".join([*head, "| package | version | licence |", "|---|---|---|", *_rows(), ""])


def _rows() -> Iterator[str]:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    for name, version in sorted(set(_LOCKED.findall(text))):
        try:
            told = licence(distribution(name))
        except PackageNotFoundError:
            told = "(not for this system)"
        yield f"| {name} | {version} | {told} |"


def licence(package: Distribution) -> str:
    """What a package says of its licence, in a few words."""
    told = package.metadata
    if said := told.get("License-Expression"):
        return str(said)
    classes = [
        c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or () if c.startswith("License ::")
    ]
    words = " ".join([*classes, str(told.get("License") or "")])
    return next((short for long, short in _KNOWN if long in words), words[:40].strip() or "(not said)")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
