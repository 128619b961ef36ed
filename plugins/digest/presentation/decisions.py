"""The decisions on a seed as rows of a table, in the site's language. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as day
from typing import get_args

from markupsafe import Markup

from copydesk.explain.page import printable
from copydesk.explain.value import PARTS, Decision
from copydesk.model import Role
from digest.index import Actor
from digest.presentation.days import days
from digest.presentation.explaining import LABELS, Explained
from digest.presentation.phrases import N_, precisionname
from digest.presentation.reasons import reason
from digest.presentation.tongues import langname
from digest.presentation.voice import Voice

_TITLES = {
    "article": N_("Parts of the page"),
    "dates": N_("Days"),
    "quotations": N_("Quotations"),
    "left out": N_("In marks, but no quotation"),
    "indirect": N_("Indirect speech"),
    "names": N_("Names"),
    "event": N_("Name of the event"),
    "summary": N_("Summary"),
    "removed": N_("Removed"),
}
# Parts whose values stand on the entry's page, however little of the text it shows.
_OPEN = frozenset({"article", "dates", "quotations", "names"})
_ROLES = frozenset(get_args(Role))
_LONG = 160
# Parts in which a name and, behind an arrow, the slug of an actor may have been found.
_LINKED = frozenset({"quotations", "indirect", "names"})
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?: to (\d{4}-\d\d-\d\d))? \((day|month|year)\)")


@dataclass(frozen=True, slots=True)
class Row:
    """A decision as a table shows it, in the site's language; `found` in `lang` where that is another.

    `actor` is who was found, where they have a page. Names of rules stay as the program has them.
    """

    label: str
    found: str
    lang: str
    actor: Actor | None
    rule: str
    sure: str
    why: Markup
    words: str
    taken: bool
    place: str


def decision_parts(voice: Voice, made: Explained, actors: Sequence[Actor]) -> list[tuple[str, list[Row]]]:
    """The decisions in their parts: the part's title and its rows; parts without any are left out.

    What the marked text shows already (the roles of its pieces, what was removed, names without a page)
    has rows only without it.
    """
    pages = {actor.slug: actor for actor in actors}
    parts = [
        (voice.gettext(_TITLES[part]), [_row(voice, one, made, pages) for one in made.explanation.decisions
                                        if one.part == part and listed(one, made.shown)])
        for part in PARTS
    ]  # fmt: skip
    return [(title, rows) for title, rows in parts if rows]


def listed(one: Decision, shown: bool) -> bool:
    """Whether a decision has a row.

    Without the text, what was not believed goes too: it can be told only in words of the text.
    """
    if shown:
        return one.part != "removed" and one.label not in _ROLES and one.rule != "no-page"
    return one.taken and one.label != "clue"


def _row(voice: Voice, one: Decision, made: Explained, pages: Mapping[str, Actor]) -> Row:
    words = " ".join(one.span.of(made.seed.text).split()) if one.span and made.shown else ""
    if len(words) > _LONG and one.part != "quotations":
        words = f"{words[:_LONG].rsplit(' ', 1)[0]} …"
    name, _, slug = one.found.partition(" → ") if one.part in _LINKED else (one.found, "", "")
    open_here = made.shown or one.part in _OPEN
    found, lang = _found(voice, one, name, made.explanation.lang) if open_here else ("", "")
    return Row(
        label=voice.gettext(LABELS[one.label]),
        found=printable(found),
        lang=lang,
        actor=pages.get(slug) if open_here else None,
        rule=one.rule,
        sure=f"{one.sure:.2f}" if one.sure is not None else "",
        why=reason(voice, one.rule, printable(one.why), made.explanation.lang) if made.shown else Markup(),
        words=printable("" if words == name or one.part == "names" else words),  # names tell their forms
        taken=one.taken,
        place=f"{one.span.start}–{one.span.stop}" if one.span and not made.shown else "",
    )


def _found(voice: Voice, one: Decision, name: str, lang: str) -> tuple[str, str]:
    """What was found, and the language it is in where that is not the site's."""
    if one.label == "language":
        return langname(voice, name), ""
    if date := _DATE.fullmatch(name):
        first, last, exact = date.groups()
        if exact != "day":
            return f"{first}, {precisionname(voice, exact)}", ""
        return days(voice, (day.fromisoformat(first), day.fromisoformat(last or first))), ""
    return name, lang
