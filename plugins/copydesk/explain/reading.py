"""A seed read from end to end, with every decision kept."""

from __future__ import annotations

from copydesk import clean, edit, quotations
from copydesk.actors import Gazetteer, Linker
from copydesk.explain.decisions import decisions
from copydesk.explain.marks import marks
from copydesk.explain.value import Explanation
from copydesk.model import Lang, Seed


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
