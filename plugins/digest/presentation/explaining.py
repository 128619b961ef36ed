"""How a seed was read, as markup: its whole text with all marks, and the decisions as rows. Pure.

Where an entry does not show its outlet's text in full, neither do these: then there is no marked text,
and the rows keep only what the entry's own page shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from copydesk.explain.page import ELEMENTS, printable
from copydesk.explain.tree import Node, tree
from copydesk.explain.value import Explanation, Mark
from copydesk.model import Seed, Span
from digest.index import Actor
from digest.presentation.phrases import N_
from digest.presentation.voice import Voice

# What a mark or a decision says of its words. The names of rules stay as the program has them.
LABELS = {
    "headline": N_("headline"),
    "outlet": N_("outlet"),
    "byline": N_("byline"),
    "dateline": N_("dateline"),
    "language": N_("language"),
    "paragraph": N_("paragraph"),
    "subheading": N_("subheading"),
    "item": N_("list item"),
    "standfirst": N_("standfirst"),
    "caption": N_("caption"),
    "removed": N_("removed"),
    "quotation": N_("quotation"),
    "direct": N_("direct quotation"),
    "partial": N_("partial quotation"),
    "indirect": N_("indirect speech"),
    "left out": N_("no quotation"),
    "no quotation": N_("no quotation"),
    "cue": N_("cue"),
    "date": N_("date"),
    "published": N_("day of publication"),
    "happened": N_("day of the event"),
    "clue": N_("clue to a day"),
    "name": N_("name"),
    "person": N_("person"),
    "organisation": N_("organisation"),
    "place": N_("place"),
    "teaser": N_("teaser"),
    "sentence": N_("sentence of the summary"),
}


@dataclass(frozen=True, slots=True)
class Explained:
    """How one entry's seed was read. `shown`: the entry shows its text in full, so this may too.

    `fingerprint` is of all that it was made from; to find that of a whole explanation would cost a page.
    `stretch`: the part of the text that a page of it holds; None: all.
    """

    seed: Seed
    explanation: Explanation
    shown: bool
    fingerprint: str = ""
    stretch: Span | None = None

    def known(self, actors: Mapping[str, Actor]) -> list[Actor]:
        """Those of the actors, given by their slugs, that the marks name."""
        return [actors[slug] for slug in sorted({m.actor for m in self.explanation.marks}) if slug in actors]


def seed_text(voice: Voice, made: Explained, actors: Sequence[Actor], root: str) -> Markup:
    """The text of the seed, every character once and in order, with a label behind each mark.

    `actors` have pages, `root` is the way to the site's root.
    """
    if not made.shown:
        return Markup()
    pages = {actor.slug: actor for actor in actors}
    here = Span(0, len(made.seed.text)) if made.stretch is None else made.stretch
    nodes = tree(printable(here.of(made.seed.text)), list(_within(here, made.explanation.marks)))
    return Markup("").join(_node(voice, node, pages, root.rstrip("/")) for node in nodes)


def _within(here: Span, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks over a stretch of the text, cut and counted from where it begins."""
    for mark in marks:
        start, stop = max(mark.span.start, here.start), min(mark.span.stop, here.stop)
        if start < stop:
            yield replace(mark, span=Span(start - here.start, stop - here.start))


def _node(voice: Voice, node: Node, actors: Mapping[str, Actor], root: str) -> Markup:
    if node.mark is None:
        return escape(node.words)
    inside = Markup("").join(_node(voice, child, actors, root) for child in node.children)
    if node.mark.kind == "paragraph":  # what is nothing else needs no label
        return inside
    label = _label(voice, node.mark, actors, root) if node.closes else Markup()
    return Markup('<{0} class="{1}">{2}{3}</{0}>').format(
        ELEMENTS.get(node.mark.kind, "span"), f"as-{node.mark.kind.replace(' ', '-')}", inside, label
    )


def _label(voice: Voice, mark: Mark, actors: Mapping[str, Actor], root: str) -> Markup:
    """What is said behind a mark, in the site's language: kind, whose or who, rule, how sure."""
    said = [escape(voice.gettext(LABELS[mark.kind])), _who(voice, mark, actors, root)]
    if mark.kind == "name":
        del said[0]
    elif mark.kind != "cue":
        said.append(Markup("<code>{}</code>").format(mark.rule) if mark.rule else Markup())
        said.append(escape(f"{mark.sure:.2f}" if mark.sure is not None else ""))
    whole = Markup(", ").join(part for part in said if part)
    return Markup('<small class="as" lang="{}">{}</small>').format(voice.lang, whole)


def _who(voice: Voice, mark: Mark, actors: Mapping[str, Actor], root: str) -> Markup:
    """Whose or who it is, with the way to the actor's page where there is one; of a date, of what day."""
    actor = actors.get(mark.actor)
    if mark.kind == "date":
        return escape(", ".join(voice.gettext(LABELS[day]) for day in mark.name.split(" and ")))
    if actor:
        return Markup('<a href="{}/{}" lang="{}">{}</a>').format(root, actor.url, actor.lang, actor.name)
    unnamed = mark.kind == "quotation" and not mark.name
    return escape(voice.gettext("unattributed") if unnamed else mark.name)
