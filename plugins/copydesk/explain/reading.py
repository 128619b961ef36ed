"""A seed read from end to end, with every decision kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from copydesk import RULES, clean, edit, quotations
from copydesk.actors import Gazetteer, Linker
from copydesk.convert.happenings import Told
from copydesk.convert.plan import linked_actors
from copydesk.convert.proposal import propose
from copydesk.events import verdict
from copydesk.explain.decisions import decisions
from copydesk.explain.marks import marks
from copydesk.explain.value import Decision, Explanation
from copydesk.frontmatter import Document, Entry
from copydesk.model import Draft, Lang, Seed

# So many entries are compared aloud: further ones are less like it.
_NEAREST = 3


def explained(
    seed: Seed,
    gazetteer: Gazetteer,
    site: Lang = "uk",
    others: Iterable[Told] = (),
    linker: Linker | None = None,
) -> Explanation:
    """What is decided of a seed by itself, with only the actors of the gazetteer known.

    The same seed and gazetteer give the same value, whatever else was read before. `others` are the
    entries it may share an event with: of the nearest is told whether it does, and why. `linker` is one
    that has linked nothing yet, for who explains many seeds: making it costs more than a text.
    """
    linker = linker or Linker(gazetteer, site)
    draft = edit.linked(edit.draft(seed, gazetteer), linker)
    beside = quotations.left_out(draft.dispatch, draft.mentions)
    return Explanation(
        lang=draft.dispatch.lang,
        decisions=(
            *decisions(draft, clean.opinions(seed), beside, linker.why, {a.slug for a in linker.actors()}),
            *_near(draft, others),
        ),
        marks=marks(draft, beside),
    )


def neighbours(seed: Seed, entries: Mapping[str, Document[Entry]]) -> list[Told]:
    """The entries by path that a seed may share an event with: all but its own."""
    return [
        Told(path, entry.plain, entry.body)
        for path, entry in entries.items()
        if entry.meta.seed is None or entry.meta.seed.file != seed.name
    ]


def _near(draft: Draft, others: Iterable[Told]) -> Iterator[Decision]:
    """The entries most like the draft, as the converter compares them: one event or another, and why."""
    proposal = propose(draft, linked_actors(draft), (), RULES)
    own = Told("seed", proposal.fields, proposal.body).trace
    judged = [(verdict(other.trace, own), other) for other in others]
    judged.sort(key=lambda pair: (-pair[0].score, pair[1].key))
    for found, other in judged[:_NEAREST]:
        rule = "same-event" if found.same else "another-event"
        why = "; ".join([other.key, *found.reasons])
        yield Decision("event", "entry", str(other.plain["title"]), rule, why, found.score, None, found.same)
