"""What a draft proposes for the front matter of its entry: plain values, in the order of the file."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise
from typing import Any

from copydesk.convert.markdown import body
from copydesk.frontmatter.fields import UNPRINTABLE
from copydesk.merge import Proposal
from copydesk.model import DateGuess, Draft, Quotation, Span
from copydesk.verbatim import folded, quotation_id, stands_in

_TITLE_LIMIT = 300


def propose(draft: Draft, pages: Set[str], events: Sequence[str], rules: int) -> Proposal:
    """The entry of a draft: those of its actors that have `pages` are linked."""
    dispatch, seed = draft.dispatch, draft.dispatch.seed
    day = draft.published.date if draft.published and draft.published.precision == "day" else None
    fields: dict[str, Any] = {
        "title": title(draft),
        "lang": dispatch.lang,
        "date": day,
        "happened": _happened(draft.happened),
        "outlet": _outlet(draft),
        "byline": line(dispatch.byline.value) if dispatch.byline else None,
        "summary": line(" ".join(span.of(dispatch.text) for span in draft.summary)),
        "actors": list(ordered(draft, pages)),
        "events": list(events),
        "quotations": list(quotations(draft, pages)),
        "status": None if day else "draft",
    }
    kept = {key: value for key, value in fields.items() if value or key == "date"}
    record = {"file": seed.name, "sha256": seed.sha256, "rules": rules, "dates": _dates(draft)}
    return Proposal(kept, body(dispatch), record)


def title(draft: Draft) -> str:
    """The headline; without one the first words of the text."""
    dispatch = draft.dispatch
    if dispatch.headline and line(dispatch.headline.value):
        return _cut(line(dispatch.headline.value))
    first = next(
        (line(b.span.of(dispatch.text)) for b in dispatch.blocks if line(b.span.of(dispatch.text))), ""
    )
    return _cut(first, 100) or line(dispatch.seed.name) or "…"


def quotations(draft: Draft, pages: Set[str]) -> Iterator[dict[str, Any]]:
    """The printed quotations in the order of the text, each with an id of its own."""
    taken = set[str]()
    for quotation in sorted(filter(_is_printed(draft), draft.quotations), key=lambda q: q.whole):
        content = _content(draft.dispatch.text, quotation.spans)
        name = quotation_id(content, taken)
        taken.add(name)
        yield _quotation(draft, quotation, name, content, pages)


def _is_printed(draft: Draft) -> Callable[[Quotation], bool]:
    """Whether a quotation is printed: not what is only told, nor words the check would not find again."""
    text = draft.dispatch.text
    return lambda q: q.kind != "indirect" and stands_in(_content(text, q.spans), text)


def _quoted(draft: Draft) -> frozenset[str]:
    return frozenset(q.actor for q in filter(_is_printed(draft), draft.quotations) if q.actor)


def _content(text: str, spans: Sequence[Span]) -> str:
    """The words said. Where an attribution cuts them: as one sentence if they are one, else with " … ".

    "Дорога готова, — каже вона, — і міст теж" -> "Дорога готова, і міст теж".
    """
    words = line(spans[0].of(text))
    for before, span in pairwise(spans):
        piece = line(span.of(text))
        comma = text[before.stop : before.stop + 1] == "," and piece[:1].islower()
        uncut = text[before.stop : span.start].isspace()
        joint = ", " if comma else " " if uncut or words[-1:] in tuple(",.!?…") else " … "
        words = f"{words}{joint}{piece}"
    return words


def line(words: str) -> str:
    """`words` in one line, composed, without characters that no page can carry."""
    return " ".join(UNPRINTABLE.sub("", unicodedata.normalize("NFC", words)).split())


def _quotation(
    draft: Draft, quotation: Quotation, name: str, content: str, pages: Set[str]
) -> dict[str, Any]:
    speaker = quotation.actor if quotation.actor in pages else line(quotation.speaker or "")
    made = {"id": name, "content": content}
    if speaker:
        made["speaker"] = speaker
    if quotation.cue and line(quotation.cue.of(draft.dispatch.text)):
        made["cue"] = line(quotation.cue.of(draft.dispatch.text))
    return {**made, "kind": quotation.kind}


def _cut(words: str, limit: int = _TITLE_LIMIT) -> str:
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + "…"


def _happened(guess: DateGuess | None) -> dt.date | str | None:
    """A day, or first/last day; a month or a year is the range of its days."""
    if guess is None:
        return None
    first, last = guess.date, guess.until or guess.date
    if guess.precision == "month":
        first, last = first.replace(day=1), _last_of_month(last)
    if guess.precision == "year":
        first, last = first.replace(month=1, day=1), last.replace(month=12, day=31)
    return first if first == last else f"{first}/{last}"


def _last_of_month(day: dt.date) -> dt.date:
    following = day.replace(day=28) + dt.timedelta(days=4)
    return following - dt.timedelta(days=following.day)


def _outlet(draft: Draft) -> dict[str, str] | None:
    """Who published it: the name read, else the host of the address it was fetched from."""
    dispatch, facts = draft.dispatch, draft.dispatch.seed.facts
    url = facts.url if facts.url and re.fullmatch(r"https?://[^\s<>\"'`\\]+", facts.url) else None
    name = line(dispatch.outlet.value) if dispatch.outlet else line(facts.outlet or "")
    if not name and url:
        name = re.sub(r"^https?://(?:www\.)?([^/:?#]+).*$", r"\1", url)
    if not name:
        return None
    return {"name": name} | ({"url": url} if url else {})


def _dates(draft: Draft) -> dict[str, dict[str, str]]:
    guesses = {"published": draft.published, "happened": draft.happened}
    return {name: _evidence(guess) for name, guess in guesses.items() if guess}


def _evidence(guess: DateGuess) -> dict[str, str]:
    words = line(guess.evidence)
    return ({"evidence": words} if words else {}) | {"rule": guess.rule, "precision": guess.precision}


def prominent(draft: Draft) -> frozenset[str]:
    """Actors that earn a page from this draft alone: quoted, in the headline or in the lead."""
    headline = draft.dispatch.headline.span if draft.dispatch.headline else None
    lead = next((b.span for b in draft.dispatch.prose() if b.role == "paragraph"), None)
    placed = {m.actor for m in draft.mentions for at in (headline, lead) if at and m.span in at}
    return frozenset(slug for slug in _quoted(draft) | placed if slug)


def own_outlet(draft: Draft) -> frozenset[str]:
    """The entry's own outlet, by the words or the name it was read from, where it is linked as an actor.

    "Про це повідомляє агентство …": who passes the news on is told under `outlet`.
    """
    outlet = draft.dispatch.outlet
    if outlet is None:
        return frozenset()
    name, here = folded(outlet.value), outlet.span
    found = (
        m for m in draft.mentions if name in (folded(m.name), folded(m.lemma)) or (here and m.span in here)
    )
    return frozenset(m.actor for m in found if m.actor)


def deserving(draft: Draft) -> frozenset[str]:
    """The prominent of a draft but its own outlet, unless that is quoted."""
    quoted = _quoted(draft)
    return frozenset(slug for slug in prominent(draft) if slug in quoted or slug not in own_outlet(draft))


def ordered(draft: Draft, pages: Set[str]) -> tuple[str, ...]:
    """The linked actors that have pages: the prominent first, each group in the order of the text."""
    first: dict[str, int] = {}
    for mention in draft.mentions:
        if mention.actor in pages:
            first.setdefault(str(mention.actor), mention.span.start)
    is_printed = _is_printed(draft)
    for quotation in draft.quotations:
        if quotation.actor in pages and (quotation.kind == "indirect" or is_printed(quotation)):
            first.setdefault(str(quotation.actor), quotation.whole.start)
    top = prominent(draft)
    return tuple(sorted(first, key=lambda slug: (slug not in top, first[slug], slug)))
