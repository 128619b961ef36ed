"""Do two texts tell of the same happening? A score, and the reasons in words an editor understands.

A sign is a small function: how strongly it is seen in two traces, and the sentence that says so.
The score is a logistic sum of the signs. Within a language the weights were fitted on pairs of
reports by `tests/bench/event_weights.py` (pairs, figures and licences: docs/events.md); days and the
weights between languages, for which no pairs were to be had, are set by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log, log1p

from copydesk.events.trace import Trace
from copydesk.events.weight import share, weight

SAME = 0.5
# Reports of one happening follow it within days; later texts only recall it ("нагадаємо").
_NEWS = timedelta(days=4)
# So little of a headline in the other's news, though it stands in its text, is a recalled happening.
_RECALLED = 0.5
# Who has named nobody neither agrees nor disagrees.
_NOBODY = 0.7


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` 0..1; at or above `SAME` the texts are proposed as one event."""

    score: float
    reasons: tuple[str, ...]

    @property
    def same(self) -> bool:
        """True where the machine would group the two."""
        return self.score >= SAME


Sign = Callable[[Trace, Trace], tuple[float, str]]


def shared_words(a: Trace, b: Trace) -> tuple[float, str]:
    """Headline and lead of each, looked up in the news of the other, not in what it recalls."""
    parts = [share(a.title, b.news), share(b.title, a.news), share(a.lead, b.news), share(b.lead, a.news)]
    value = sum(parts) / len(parts)
    return value, f"{round(100 * value)} % of headline and lead stand in the other text"


def shared_names(a: Trace, b: Trace) -> tuple[float, str]:
    """The names of headline and lead, looked up in the other text."""
    headlines = min(
        share(a.title_names, b.long_body, nothing=1.0), share(b.title_names, a.long_body, nothing=1.0)
    )
    anywhere = min(share(a.names, b.long_body, nothing=1.0), share(b.names, a.long_body, nothing=1.0))
    at_top = max(share(a.names, b.long_lead, nothing=1.0), share(b.names, a.long_lead, nothing=1.0))
    value = (headlines + anywhere + at_top) / 3
    return value, f"{round(100 * value)} % of the names stand in the other text"


def shared_people(a: Trace, b: Trace) -> tuple[float, str]:
    """The people of the first sentences, looked for in the other text; the poorer of the two counts."""
    value = min(share(a.people, b.all_people, _NOBODY), share(b.people, a.all_people, _NOBODY))
    return value, f"{round(100 * value)} % of the first people named stand in the other text"


def strange_names(a: Trace, b: Trace) -> tuple[float, str]:
    """Headlines name what the other text does not know, rare names above all: two towns, one kind of news."""
    here, there = a.title_names - b.long_body, b.title_names - a.long_body
    rarest = max(map(weight, here | there), default=0.0)
    value = (float(bool(here and there)) + rarest / 10) / 2
    count = (
        "each headline names" if here and there else "one headline names" if value else "no headline names"
    )
    return value, f"{count} what the other text does not"


def other_amounts(a: Trace, b: Trace) -> tuple[float, str]:
    """Numbers of one unit that differ, in headlines above all: the forecasts for two days."""
    apart = _apart(a.amounts, b.amounts)
    value = log1p(len(apart)) + float(bool(_apart(a.title_amounts, b.title_amounts)))
    return value, f"numbers differ for {len(apart)} units that both count"


def common_ground(a: Trace, b: Trace) -> tuple[float, str]:
    """How much of the news of each the other knows; a rare word counts for many common ones."""
    here, there = a.news & b.body, b.news & a.body
    value = log((sum(map(weight, here)) + sum(map(weight, there))) / 2 + 5)
    return value, f"{len(here | there)} words in both"


def only_recalled(a: Trace, b: Trace) -> tuple[float, str]:
    """1 where the other text only recalls ("нагадаємо") most of what it says of a headline."""
    told = [(a.title & b.body, b.news), (b.title & a.body, a.news)]
    recalled = any(words and share(words, news) <= _RECALLED for words, news in told)
    return float(
        recalled
    ), "one text only recalls what the other tells" if recalled else "neither only recalls"


def shared_actors(a: Trace, b: Trace) -> tuple[float, str]:
    """The share of the prominent actors that both have; a quarter is usual and says nothing."""
    both = set(a.actors) & set(b.actors)
    total = sum(a.actors.values()) + sum(b.actors.values())
    value = 2 * sum(min(a.actors[s], b.actors[s]) for s in both) / total - 0.25 if both else -0.25
    known = bool(a.actors and b.actors)
    return value if known else 0.0, "actors of both: " + (", ".join(sorted(both)) or "none")


def days_apart(a: Trace, b: Trace) -> tuple[float, str]:
    """1 for the same told day, below 0 for days apart; 0 where days are not known."""
    if a.happened and b.happened:
        gap = _gap(a.happened, b.happened)
        if gap <= timedelta(0):
            return 1.0, f"both tell of {max(a.happened[0], b.happened[0]).isoformat()}"
        return (0.0 if gap == timedelta(days=1) else -3.0), f"told days {gap.days} days apart"
    if a.published and b.published and abs(a.published - b.published) > _NEWS:
        return -6.0, f"published {abs(a.published - b.published).days} days apart"
    return 0.0, "not both tell a day"


# Fitted; `only_recalled` and `days_apart` by hand.
WITHIN: Mapping[Sign, float] = {
    shared_words: 3.52,
    shared_names: 2.43,
    shared_people: 2.11,
    strange_names: -1.91,
    other_amounts: -1.50,
    common_ground: 0.63,
    only_recalled: -2.0,
    days_apart: 0.5,
}
WITHIN_START = -6.29
# Between languages only cognates and linked actors can agree: set by hand.
ACROSS: Mapping[Sign, float] = {shared_words: 7.0, shared_names: 4.5, shared_actors: 5.0, days_apart: 0.8}
ACROSS_START = -4.2


def verdict(a: Trace, b: Trace) -> Verdict:
    """The logistic sum of the signs, between 0 and 1, with their reasons."""
    signs, total = (WITHIN, WITHIN_START) if a.lang == b.lang else (ACROSS, ACROSS_START)
    reasons = []
    for sign, factor in signs.items():
        value, reason = sign(a, b)
        total += factor * value
        reasons.append(reason)
    return Verdict(1 / (1 + exp(-total)), tuple(reasons))


def _apart(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]) -> list[str]:
    return [unit for unit in a if unit in b and not a[unit] & b[unit]]


def _gap(a: tuple[date, date], b: tuple[date, date]) -> timedelta:
    return max(a[0], b[0]) - min(a[1], b[1])
