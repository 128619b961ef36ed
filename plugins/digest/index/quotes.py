"""What somebody said, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from digest import addresses

if TYPE_CHECKING:
    from digest.index.actors import Actor
    from digest.index.entries import Entry


@dataclass(eq=False)
class Quote:
    """A printed quotation. `fragment` is `q-<8 hex>`; `url` is the entry's with that fragment,
    `page` the quotation's own.
    """

    id: str
    fragment: str
    content: str
    lang: str
    entry: Entry
    speaker: Actor | None = None
    speaker_name: str | None = None  # as the entry gives it; None: unattributed
    cue: str | None = None
    kind: str = "direct"
    note: str | None = None  # the editor's, as the next two
    context: str | None = None
    translations: dict[str, str] = field(default_factory=dict)  # language -> the words in it
    by: str = "machine"  # or "editor"
    verified: bool = False  # found word for word in the seed (False only where the entry has no seed)
    same: str | None = None  # the editor's key of the same words in other outlets and languages
    # The same words wherever they were printed, this quotation among them, oldest first; else empty.
    wording: list[Quote] = field(default_factory=list, repr=False)

    @cached_property
    def page(self) -> str:
        """The address of the quotation's own page, relative to the site's root."""
        return addresses.quotation(self.entry.slug, self.id)

    @property
    def url(self) -> str:
        """The address of the quotation inside its entry, relative to the site's root."""
        return f"{self.entry.url}#{self.fragment}"
