"""When a text was published and when the event it tells of happened.

Clues are read from the words (`clues`), put in their place on the page (`page`, `telling`), bounded
(`bounds`) and then asked by small rules (`publication`, `happening`). A wrong day is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from copydesk.dates.bounds import bounds_of
from copydesk.dates.happening import main_event
from copydesk.dates.page import Told, page_of
from copydesk.dates.publication import RULES
from copydesk.model import DateGuess, Dispatch, Span

__all__ = ["Considered", "happened", "published", "trail"]


def published(dispatch: Dispatch, today: date | None = None) -> DateGuess | None:
    """The day of publication with its proof; None where the page leaves more than one.

    `today` is the latest day the text can be of; nothing here looks at a clock.
    """
    seen = page_of(dispatch)
    limits = bounds_of(seen, today)
    return next((guess for rule in RULES if (guess := rule(seen, limits))), None)


def happened(dispatch: Dispatch, published: DateGuess | None) -> DateGuess | None:
    """The day (or, with `until`, the days) of the main event; None where no words name it.

    `published` anchors what is told from it ("вчора", "в среду", "5 травня").
    """
    return main_event(page_of(dispatch), published)


@dataclass(frozen=True, slots=True)
class Considered:
    """A clue that was looked at, for `explain`: its words, the pattern that read it, its place, its fate."""

    span: Span
    evidence: str
    pattern: str
    place: str
    reason: str


def trail(dispatch: Dispatch, today: date | None = None) -> tuple[Considered, ...]:
    """Every clue of the page in its order, with the reason it was or was not taken."""
    seen = page_of(dispatch)
    when = published(dispatch, today)
    event = happened(dispatch, when)
    return tuple(
        Considered(t.clue.span, seen.words(t.clue), t.clue.rule, t.zone, _reason(t, when, event))
        for t in seen.told
    )


def _reason(told: Told, when: DateGuess | None, event: DateGuess | None) -> str:
    taken = [
        f"{name} {guess.date.isoformat()} by rule {guess.rule}"
        for name, guess in (("published", when), ("happened", event))
        if guess and guess.span == told.clue.span
    ]
    if taken:
        return "; ".join(taken)
    if told.zone == "tail":
        return "below the article: only bounds the year from above"
    if told.label == "updated":
        return "the day of a change, not of publication"
    if told.background:
        return "a reminder of older news"
    if told.zone == "body":
        return f"told in the article ({told.telling})"
    return "another clue was surer"
