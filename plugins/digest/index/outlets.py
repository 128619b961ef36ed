"""Publishers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.index.entries import Entry


@dataclass(eq=False)
class Outlet:
    """A publisher of seeds."""

    name: str
    slug: str
    url: str | None = None
    lang: str | None = None
    entries: list[Entry] = field(default_factory=list)
