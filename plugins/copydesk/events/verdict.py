"""Do two texts tell of the same happening? A score, and the reasons in words an editor understands.

The strongest sign is how much of one text's headline and lead stands in the other text
(measured on pairs of reports: better than cosine of TF-IDF, and it needs no corpus).
The weights were fitted by logistic regression on such pairs and rounded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from copydesk.events.trace import Trace

SAME = 0.42
# Reports of one happening follow it within days; later texts only recall it ("нагадаємо").
_NEWS = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` 0..1; at or above `SAME` the texts are proposed as one event."""

    score: float
    reasons: tuple[str, ...]

    @property
    def same(self) -> bool:
        """True where the machine would group the two."""
        return self.score >= SAME


Rule = Callable[[Trace, Trace], "tuple[float, str] | None"]


def shared_words(a: Trace, b: Trace) -> tuple[float, str] | None:
    """Headline and lead of each, looked up in the other."""
    parts = [_cover(a.title, b.body), _cover(b.title, a.body), _cover(a.lead, b.body), _cover(b.lead, a.body)]
    value = sum(parts) / len(parts)
    if a.lang != b.lang:
        # Cognates only: between languages about half of the words fall together.
        value *= 1.3
    return 0.55 * value, f"{round(100 * value)} % of headline and lead stand in the other text"


def shared_names(a: Trace, b: Trace) -> tuple[float, str] | None:
    """The names of each, looked up in the other; the poorer of the two counts."""
    value = min(_cover(a.names, b.body, nothing=1.0), _cover(b.names, a.body, nothing=1.0))
    return 0.45 * value, f"{round(100 * value)} % of the names stand in the other text"


def contrasting_names(a: Trace, b: Trace) -> tuple[float, str] | None:
    """Each headline names what the other text does not know: two towns with the same weather."""
    if a.lang == b.lang and a.title_names - b.body and b.title_names - a.body:
        return -0.3, "each headline names what the other text does not"
    return None


def contrasting_numbers(a: Trace, b: Trace) -> tuple[float, str] | None:
    """Both give numbers and share none: the forecasts of two days, the results of two matches."""
    if a.numbers and b.numbers and not a.numbers & b.all_numbers and not b.numbers & a.all_numbers:
        return -0.25, "no number of one stands in the other"
    return None


def shared_actors(a: Trace, b: Trace) -> tuple[float, str] | None:
    """The same prominent actors speak for one happening; entirely different ones against it."""
    if not a.actors or not b.actors:
        return None
    both = set(a.actors) & set(b.actors)
    weight = 2 * sum(min(a.actors[s], b.actors[s]) for s in both)
    share = weight / (sum(a.actors.values()) + sum(b.actors.values()))
    gain = 0.5 if a.lang != b.lang else 0.15
    return gain * (share - 0.25), "actors of both: " + (", ".join(sorted(both)) or "none")


def days_apart(a: Trace, b: Trace) -> tuple[float, str] | None:
    """Told days that agree are a sign for, days far apart a sign against."""
    if a.happened and b.happened:
        gap = _gap(a.happened, b.happened)
        if gap <= timedelta(0):
            return 0.08, f"both tell of {max(a.happened[0], b.happened[0]).isoformat()}"
        if gap > timedelta(days=1):
            return -0.25, f"told days {gap.days} days apart"
        return None
    if a.published and b.published and abs(a.published - b.published) > _NEWS:
        return -0.5, f"published {abs(a.published - b.published).days} days apart"
    return None


RULES: tuple[Rule, ...] = (
    shared_words,
    shared_names,
    contrasting_names,
    contrasting_numbers,
    shared_actors,
    days_apart,
)


def verdict(a: Trace, b: Trace) -> Verdict:
    """The sum of what the rules say, between 0 and 1, with their reasons."""
    opinions = [opinion for rule in RULES if (opinion := rule(a, b))]
    score = min(1.0, max(0.0, sum(value for value, _ in opinions)))
    return Verdict(score, tuple(reason for _, reason in opinions))


def _cover(part: frozenset[str], whole: frozenset[str], nothing: float = 0.0) -> float:
    return len(part & whole) / len(part) if part else nothing


def _gap(a: tuple[date, date], b: tuple[date, date]) -> timedelta:
    return max(a[0], b[0]) - min(a[1], b[1])
