"""Every decision on one seed with its rule and evidence, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk import dates
from copydesk.model import DateGuess, Draft, Found, MentionKind, Quotation, Span

_WIDTH = 100


def explain(draft: Draft) -> str:
    """What was found in the seed, what was dropped, by which rule and from which words."""
    sections = (_article, _days, _removed, _quotations, _names)
    return "\n".join(line for section in sections for line in section(draft)) + "\n"


def _article(draft: Draft) -> Iterator[str]:
    dispatch = draft.dispatch
    yield f"SEED {dispatch.seed.name}  (sha256 {dispatch.seed.sha256[:12]}, {len(dispatch.text)} characters)"
    yield f"  language  {dispatch.lang}"
    fields: tuple[tuple[str, Found | None], ...] = (
        ("headline", dispatch.headline),
        ("outlet", dispatch.outlet),
        ("byline", dispatch.byline),
        ("dateline", dispatch.dateline),
    )
    for name, found in fields:
        yield f"  {name:9} {f'{found.value}  [{found.rule}]' if found else '(not found: left empty)'}"
    for block in dispatch.blocks:
        yield f"  {block.role:11} {_short(block.span, draft)}"
    if draft.teaser:
        yield f"  teaser      {_short(draft.teaser, draft)}"
    for span in draft.summary:
        yield f"  summary     {_short(span, draft)}"


def _days(draft: Draft) -> Iterator[str]:
    yield "DATES"
    for name, guess in (("published", draft.published), ("happened", draft.happened)):
        yield f"  {name:9} {_day(guess) if guess else '(not certain: left empty)'}"
    for clue in dates.trail(draft.dispatch):
        yield f"    clue    {clue}"


def _removed(draft: Draft) -> Iterator[str]:
    yield "REMOVED"
    for removal in draft.dispatch.removed:
        yield f"  {removal.rule:22} {_short(removal.span, draft)}"


def _quotations(draft: Draft) -> Iterator[str]:
    yield "QUOTATIONS"
    for quotation in draft.quotations:
        yield f"  {quotation.kind:8} {_short(quotation.whole, draft)}"
        yield f"           {_speaker(quotation, draft)}"


def _names(draft: Draft) -> Iterator[str]:
    yield "NAMES"
    entities: dict[tuple[MentionKind, str], list[str]] = {}
    for mention in draft.mentions:
        forms = entities.setdefault((mention.kind, mention.name), [])
        form = mention.span.of(draft.dispatch.text)
        if form not in forms:
            forms.append(form)
    pages = {(m.kind, m.name): m.actor for m in draft.mentions}
    for (kind, name), forms in entities.items():
        yield f"  {kind:12} {name} -> {pages[kind, name] or '(no page)'}; as: {', '.join(forms)}"


def _speaker(quotation: Quotation, draft: Draft) -> str:
    if quotation.speaker is None:
        return f"unattributed  [{quotation.rule or 'no rule had an opinion'}]"
    cue = f' by "{quotation.cue.of(draft.dispatch.text)}"' if quotation.cue else ""
    how = f"{quotation.resolved}, rule {quotation.rule}, confidence {quotation.confidence:.2f}"
    return f"{quotation.speaker} ({quotation.actor or 'no page'}){cue}  [{how}]"


def _day(guess: DateGuess) -> str:
    until = f" to {guess.until.isoformat()}" if guess.until else ""
    return f'{guess.date.isoformat()}{until} ({guess.precision})  from "{guess.evidence}"  [{guess.rule}]'


def _short(span: Span, draft: Draft) -> str:
    words = " ".join(span.of(draft.dispatch.text).split())
    return words if len(words) <= _WIDTH else words[: _WIDTH - 1] + "…"
