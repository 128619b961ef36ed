"""Every decision on one seed with its rule and evidence: as values, for a terminal, as a page.

`explained` makes the values; `terminal`, `page` and the site only show them.
"""

from __future__ import annotations

from copydesk import clean, edit, quotations
from copydesk.actors import Gazetteer, Linker
from copydesk.explain.decisions import decisions
from copydesk.explain.marks import marks
from copydesk.explain.page import page
from copydesk.explain.terminal import terminal
from copydesk.explain.value import PARTS, Decision, Explanation, Mark
from copydesk.model import Lang, Seed

__all__ = ["PARTS", "Decision", "Explanation", "Mark", "explained", "page", "terminal"]


def explained(seed: Seed, gazetteer: Gazetteer, site: Lang = "uk") -> Explanation:
    """What is decided of a seed by itself, with only the actors of the gazetteer known.

    The same seed and gazetteer give the same value, whatever else was read before.
    """
    linker = Linker(gazetteer, site)
    draft = edit.linked(edit.draft(seed, gazetteer), linker)
    beside = quotations.left_out(draft.dispatch, draft.mentions)
    return Explanation(
        lang=draft.dispatch.lang,
        decisions=decisions(draft, clean.opinions(seed), beside, linker.why),
        marks=marks(draft, beside),
    )
