"""What changed, as Markdown for a pull request: all that a text says is shown, nothing of it works. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from copydesk.byhand.suggestions import Suggestion
from copydesk.changes.compare import Changed
from copydesk.check.formats import told as in_language
from copydesk.messages import say, spoken
from copydesk.model import Lang, Problem
from copydesk.score.figures import Measured

MOST = 60  # of each kind; GitHub cuts a long summary off
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")
_HEADS = {
    ("entries", "new"): "New entries",
    ("entries", "changed"): "Changed entries",
    ("entries", "deleted"): "Deleted entries",
    ("actors", "new"): "New actors",
    ("actors", "changed"): "Changed actors",
    ("actors", "deleted"): "Deleted actors",
    ("events", "new"): "New events",
    ("events", "changed"): "Changed events",
    ("events", "deleted"): "Deleted events",
}


@dataclass(frozen=True)
class Told:
    """All that a reviewer is told. `offers`: what the rules would write where an editor's word stands."""

    changed: Sequence[Changed] = ()
    suggestions: Sequence[Suggestion] = ()
    decisions: Sequence[str] = ()
    offers: Sequence[str] = ()
    problems: Sequence[Problem] = ()
    figures: Sequence[tuple[Measured, str]] = field(default_factory=tuple)


def told(what: Told, lang: Lang) -> str:
    """The summary in Markdown: what to look at first stands first."""
    parts = [
        _problems(what.problems, lang),
        *_changes(what.changed, lang),
        _suggestions(what.suggestions, lang),
    ]
    parts += [_listed(say("Decisions"), map(safe, what.decisions), lang)]
    parts += [_listed(say("Kept as an editor wrote it; the rules now read"), map(safe, what.offers), lang)]
    parts += [_figures(what.figures, lang)]
    shown = [part for part in parts if part]
    nothing = spoken(say("Nothing in `content/` changed, and nothing is wrong."), lang)
    return "\n\n".join(shown or [nothing]) + "\n"


def safe(words: str) -> str:
    """Words that Markdown shows as they stand: no markup, picture, mention or reference comes of them."""
    line = _MARKS.sub(r"\\\1", " ".join(words.split()))
    return line.replace("@", "@\u2060").replace("://", ":\u2060//")


def _listed(head: str, lines: Iterable[str], lang: Lang) -> str:
    all_of = list(lines)
    if not all_of:
        return ""
    more = [spoken(say("and {number} more", number=len(all_of) - MOST), lang)] if len(all_of) > MOST else []
    body = "\n".join(f"- {line}" for line in [*all_of[:MOST], *more])
    return f"### {spoken(head, lang)} ({len(all_of)})\n\n{body}"


def _problems(problems: Sequence[Problem], lang: Lang) -> str:
    lines = (
        f"`{_code(_place(p))}` {safe(p.message)}; {safe(p.fix)}"
        for p in (in_language(p, lang) for p in problems)
    )
    return _listed(say("To mend"), lines, lang)


def _place(problem: Problem) -> str:
    return ":".join([problem.path, *(str(n) for n in (problem.line, problem.column) if n)])


def _code(words: str) -> str:
    """Words for a code span: a backquote would end it."""
    return " ".join(words.replace("`", "ˋ").split())


def _changes(changes: Sequence[Changed], lang: Lang) -> Iterator[str]:
    for (kind, how), head in _HEADS.items():
        yield _listed(say(head), (_change(c, lang) for c in changes if (c.kind, c.how) == (kind, how)), lang)


def _change(change: Changed, lang: Lang) -> str:
    told = [f"**{safe(change.title)}**"] if change.title else []
    told.append(f"`{_code(change.path)}`")
    if not change.read:
        told.append(spoken(say("cannot be read"), lang))
    if change.seed and change.how == "new":
        told.append(spoken(say("from {seed}", seed=f"`{_code('seeds/' + change.seed)}`"), lang))
    if change.keys:
        told.append(", ".join(f"`{_code(key)}`" for key in change.keys))
    if change.status in ("draft", "suggested"):
        told.append(f"*{spoken(change.status, lang)}*")
    return " · ".join(told)


def _suggestions(suggestions: Sequence[Suggestion], lang: Lang) -> str:
    return _listed(say("Suggested, to be decided on"), (_suggestion(s, lang) for s in suggestions), lang)


def _suggestion(one: Suggestion, lang: Lang) -> str:
    lines = [f"**{safe(one.title)}** · `{_code(one.slug)}`"]
    lines += [f"  - {safe(s.sentence)} (`{_code(s.path)}`)" for s in one.sightings[:2]]
    like = ", ".join(f"{safe(x.title)} (`{_code(x.slug)}`)" for x in one.like)
    return "\n".join(
        [*lines, *([f"  - {spoken(say('is it this one: {like}?', like=like), lang)}"] if like else [])]
    )


def _figures(figures: Sequence[tuple[Measured, str]], lang: Lang) -> str:
    if not figures:
        return ""
    head = spoken(say("Measured quality"), lang)
    rows = [
        f"| {safe(r.part)} | {safe(r.name)} | {safe(was)} | {safe(r.figure)} | {safe(r.goal)} |"
        for r, was in figures
    ]
    names = (say("part"), say("measured as"), say("before"), say("now"), say("goal"))
    titles = " | ".join(spoken(name, lang) for name in names)
    return "\n".join([f"### {head}", "", f"| {titles} |", "|---|---|---|---|---|", *rows])
