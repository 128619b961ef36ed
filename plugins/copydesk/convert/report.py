"""What a conversion did, for a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from copydesk.model import Offer, Problem


@dataclass
class Report:
    """Paths written (below the project), how many seeds were left alone, problems, values not taken."""

    written: list[str] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """True where something could not be converted."""
        return any(p.severity == "error" for p in self.problems)

    def lines(self) -> Iterator[str]:
        """Each offer as a sentence."""
        for offer in self.offers:
            kept, read = _shown(offer.editor), _shown(offer.machine)
            yield f"{offer.path}: {offer.field}: kept {kept}; the rules read {read}"


def _shown(value: object) -> str:
    words = " ".join(str(value).split()) if value is not None else "nothing"
    return words if len(words) <= 200 else words[:199] + "…"
