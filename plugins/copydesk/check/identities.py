"""Who is one with whom: statements that contradict each other, decisions that the files do not follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from copydesk.byhand.decisions import KINDS, PATH, Decision, Kind, latest
from copydesk.check.shelves import Shelves, stem
from copydesk.frontmatter import Actor, Document, Event
from copydesk.frontmatter.complaints import meant
from copydesk.identity import Statement, contradictions, resolve
from copydesk.messages import say
from copydesk.model import Problem

Pages = Mapping[str, Document[Actor] | Document[Event]]


def contradicting(shelves: Shelves) -> Iterator[Problem]:
    """Two that are one by some lines and different by another."""
    for kind in KINDS:
        told = [*_of_files(_pages(shelves, kind)), *_of_lines(shelves, kind)]
        for statement, way in contradictions(told):
            one, other = statement.left, statement.right
            same = ", ".join(f"{s.left} = {s.right} ({s.place})" for s in way) or one
            says = "{one} is said to be another than {other}, but {same}"
            message = say(says, one=one, other=other, same=same)
            yield Problem("contradiction", statement.path, message, "take out the line that is wrong",
                          statement.line, 1)  # fmt: skip


def unfollowed(shelves: Shelves) -> Iterator[Problem]:
    """A decision that the files do not show: they hold, so the editor says which of the two is right."""
    for kind in KINDS:
        pages = _pages(shelves, kind)
        final, _ = resolve({slug: page.meta.same_as for slug, page in pages.items()})
        apart = {frozenset((final.get(s.left, s.left), final.get(s.right, s.right)))
                 for s in _of_files(pages) if not s.same}  # fmt: skip
        known = shelves.slugs[f"{kind}s"]
        for decision in latest(shelves.decisions):
            if decision.kind == kind:
                yield from _unknown(decision, known) or _missing(decision, pages, final, apart)


def _unknown(decision: Decision, known: frozenset[str]) -> list[Problem]:
    slugs = (decision.slug, decision.other) if decision.verdict != "rejected" else (decision.other,)
    found = []
    for slug in slugs:
        if slug and slug not in known:
            message = say("there is no {path}", path=f"content/{decision.kind}s/{slug}.md")
            found.append(_told(decision, message, meant(slug, known, "correct or delete the line")))
    return found


def _missing(
    decision: Decision, pages: Pages, final: Mapping[str, str], apart: set[frozenset[str]]
) -> Iterator[Problem]:
    """What would have to stand in a file for the decision to hold, where it does not."""
    slug, other = decision.slug, decision.other
    ends = {final.get(slug, slug), final.get(other, other)}
    page = pages.get(slug)
    if page is None:
        return
    wanted = ""
    if decision.verdict == "same as" and len(ends) > 1:
        wanted = f"same_as: {other}"
    elif decision.verdict == "different from" and len(ends) > 1 and frozenset(ends) not in apart:
        wanted = f"not_same_as: [{other}]"
    elif decision.verdict in ("accepted", "rejected") and page.meta.status == "suggested":
        wanted = "status: confirmed" if decision.verdict == "accepted" else "status: hidden"
    if wanted:
        yield _told(decision, say("{path} does not follow this decision", path=page.path),
                    say("write `{wanted}` there, or delete the line", wanted=wanted))  # fmt: skip


def _told(decision: Decision, message: str, fix: str) -> Problem:
    return Problem("decision", PATH, message, fix, decision.line, 1, "warning")


def _pages(shelves: Shelves, kind: Kind) -> Pages:
    pages: Pages = shelves.actors if kind == "actor" else shelves.events
    return {stem(path): page for path, page in pages.items()}


def _of_files(pages: Pages) -> Iterator[Statement]:
    for slug, page in pages.items():
        if page.meta.same_as:
            yield Statement(True, slug, page.meta.same_as, page.path, page.place("same_as").line)
        for number, other in enumerate(page.meta.not_same_as):
            yield Statement(False, slug, other, page.path, page.place("not_same_as", number).line)


def _of_lines(shelves: Shelves, kind: Kind) -> Iterator[Statement]:
    for decision in latest(shelves.decisions):
        if decision.kind == kind and decision.verdict in ("same as", "different from"):
            same = decision.verdict == "same as"
            yield Statement(same, decision.slug, decision.other, PATH, decision.line)
