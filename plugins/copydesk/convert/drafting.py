"""One seed to its draft, whatever happens: what a conversion sends to its workers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from copydesk import RULES
from copydesk.convert.proposal import propose
from copydesk.convert.refusals import refused
from copydesk.faults import fault
from copydesk.model import Draft, Problem, Seed

Drafter = Callable[[Seed], Draft]


@dataclass(frozen=True, slots=True)
class Drafting:
    """The draft of a seed, or the reason why it has none: one seed never costs the others."""

    drafter: Drafter

    def __call__(self, seed: Seed) -> Draft | Problem:
        """See above."""
        try:
            draft = self.drafter(seed)
            propose(draft, frozenset(), (), RULES)
        except Exception as error:  # whatever a stage stumbles over is told, with the seed's name
            return fault(f"seeds/{seed.name}", error)
        return refused(draft.dispatch) or draft
