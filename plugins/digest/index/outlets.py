"""Publishers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from digest.index.entries import EMPTY

if TYPE_CHECKING:
    from digest.index.entries import Entry


@dataclass(eq=False)
class Outlet:
    """A publisher of seeds."""

    name: str
    slug: str
    url: str | None = None
    lang: str | None = None
    owner: str | None = None  # as far as the editor gave it
    based: str | None = None
    note: Markup = EMPTY
    path: str = ""  # below the project, empty where no file describes it
    entries: list[Entry] = field(default_factory=list)
