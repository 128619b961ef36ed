"""The entries of one day, finite."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.index.entries import Entry


@dataclass(eq=False)
class Edition:
    """What was told on one day; `before` and `after` are the editions next to it."""

    day: date
    url: str
    entries: list[Entry] = field(default_factory=list)  # in the editor's order, then by slug
    before: Edition | None = None
    after: Edition | None = None
