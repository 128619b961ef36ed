"""A draft to the list of its decisions, part by part. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from copydesk import dates, events
from copydesk.actors import Decision as Reason
from copydesk.explain.value import Decision
from copydesk.model import DateGuess, Draft, Found, Mention, MentionKind, Quotation
from copydesk.quotations import SURE, LeftOut

_SILENT = "no rule had an opinion: left empty"
_LATER = "an earlier rule was believed"

Opinions = Sequence[tuple[str, Found]]
Why = Callable[[str], tuple[Reason, ...]]


def decisions(
    draft: Draft, opinions: Opinions, beside: Sequence[LeftOut], why: Why, new: Collection[str]
) -> tuple[Decision, ...]:
    """Every decision of the draft.

    `opinions`: what each rule said of headline and outlet; `beside`: the passages that are no quotations;
    `why`: the reasons for which an actor's slug was given; `new`: the slugs that this text introduces.
    """
    indirect = [q for q in draft.quotations if q.kind == "indirect"]
    printed = [q for q in draft.quotations if q.kind != "indirect"]
    return (
        *_article(draft, opinions),
        *_dates(draft),
        *(_quotation("quotations", q, draft) for q in printed),
        *(Decision("left out", "no quotation", "", o.rule, o.why, None, o.span) for o in beside),
        *(_quotation("indirect", q, draft) for q in indirect),
        *_names(draft, why, new),
        *_event(draft),
        *_summary(draft),
        *(Decision("removed", "removed", "", r.rule, span=r.span) for r in draft.dispatch.removed),
    )


def _article(draft: Draft, opinions: Opinions) -> Iterator[Decision]:
    dispatch, given = draft.dispatch, draft.dispatch.seed.facts.lang
    yield Decision("article", "language", dispatch.lang, "facts" if given else "letters-and-small-words")
    for label, found in (
        ("headline", dispatch.headline),
        ("outlet", dispatch.outlet),
        ("byline", dispatch.byline),
        ("dateline", dispatch.dateline),
    ):
        if found is None:
            yield Decision("article", label, why=_SILENT)
        else:
            yield Decision("article", label, found.value, found.rule, span=found.span)
        for field, other in opinions:
            if field == label and found and other.rule != found.rule:
                yield Decision("article", label, other.value, other.rule, _LATER, None, other.span, False)
    for block in dispatch.blocks:
        yield Decision("article", block.role, span=block.span)


def _dates(draft: Draft) -> Iterator[Decision]:
    for label, guess in (("published", draft.published), ("happened", draft.happened)):
        if guess is None:
            yield Decision("dates", label, why="not certain: left empty")
        else:
            words = "" if guess.span else f"read from “{guess.evidence}”"
            yield Decision("dates", label, _days(guess), guess.rule, words, None, guess.span)
    for clue in dates.trail(draft.dispatch):
        taken = any(guess and guess.span == clue.span for guess in (draft.published, draft.happened))
        place = f"{clue.reason}; stands in the {clue.place}"
        yield Decision("dates", "clue", clue.evidence, clue.pattern, place, None, clue.span, taken)


def _days(guess: DateGuess) -> str:
    until = f" to {guess.until.isoformat()}" if guess.until else ""
    return f"{guess.date.isoformat()}{until} ({guess.precision})"


def _quotation(part: str, quotation: Quotation, draft: Draft) -> Decision:
    text, evidence = draft.dispatch.text, []
    if quotation.cue:
        evidence.append(f"said by “{quotation.cue.of(text)}”")
    if quotation.speaker_span:
        evidence.append(f"speaker read from “{quotation.speaker_span.of(text)}” ({quotation.resolved})")
    if quotation.speaker is None:
        doubt = f"below {SURE}: unattributed" if quotation.confidence else "unattributed"
        evidence.append(doubt)
    return Decision(
        part, quotation.kind, _linked(quotation.speaker or "", quotation.actor),
        quotation.rule or "no-opinion", "; ".join(evidence), quotation.confidence, quotation.whole,
    )  # fmt: skip


def _linked(name: str, actor: str | None) -> str:
    return f"{name} → {actor}" if actor else name


def _names(draft: Draft, why: Why, new: Collection[str]) -> Iterator[Decision]:
    """One decision an entity: its nominative, its actor, the forms it stands in, the reasons."""
    entities: dict[tuple[MentionKind, str, str | None], list[Mention]] = {}
    for mention in draft.mentions:
        entities.setdefault((mention.kind, mention.name, mention.actor), []).append(mention)
    for (kind, name, actor), mentions in entities.items():
        own = {name, *(m.lemma for m in mentions)}
        reasons = [r for r in why(actor or "") if r.left in own]
        rule = reasons[0].kind if reasons else _met(actor, new)
        forms = ", ".join(dict.fromkeys(m.span.of(draft.dispatch.text) for m in mentions))
        evidence = "; ".join([f"stands as {forms}", *(r.evidence for r in reasons)])
        yield Decision("names", kind, _linked(name, actor), rule, evidence, None, mentions[0].span)


def _met(actor: str | None, new: Collection[str]) -> str:
    return "no-page" if actor is None else "first-met" if actor in new else "gazetteer"


def _event(draft: Draft) -> Iterator[Decision]:
    told = draft.happened.span if draft.happened else None
    title = events.title(draft.dispatch, draft.mentions, told)
    headline = draft.dispatch.headline.value if draft.dispatch.headline else None
    if title is None:
        yield Decision("event", "name", why="no headline, no event with its place in the first lines")
    elif title == headline:
        yield Decision("event", "name", title, "headline", "no event with its place in the first lines")
    else:
        yield Decision("event", "name", title, "noun-and-place", "from the first lines")


def _summary(draft: Draft) -> Iterator[Decision]:
    if draft.teaser:
        yield Decision("summary", "teaser", rule="tells-most", span=draft.teaser)
    else:
        yield Decision("summary", "teaser", why="no sentence stands alone: left empty")
    for span in draft.summary:
        yield Decision("summary", "sentence", rule="opening-sentences", span=span)
