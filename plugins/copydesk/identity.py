"""Who is one with whom: `same_as`, `not_same_as`, and what follows from them together. Pure."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """A file or a line of decisions that says of two slugs that they are one, or that they are not."""

    same: bool
    left: str
    right: str
    path: str
    line: int

    @property
    def place(self) -> str:
        """Where it is said, for a person."""
        return f"{self.path}:{self.line}"


def resolve(same_as: Mapping[str, str | None]) -> tuple[dict[str, str], list[list[str]]]:
    """For each slug the one it finally is, and the circles found.

    `same_as` maps every slug that has a file to the slug it points to, or None. A pointer to a slug without
    a file is not followed. In a circle the alphabetically first slug stays, so that no page is lost.
    """
    final: dict[str, str] = {}
    circles: list[list[str]] = []
    for slug in same_as:
        way = [slug]
        while (ahead := same_as[way[-1]]) is not None and ahead in same_as:
            if ahead in way:
                circle = sorted(way[way.index(ahead) :])
                if circle not in circles:
                    circles.append(circle)
                way.append(circle[0])
                break
            way.append(ahead)
        final[slug] = way[-1]
    return final, circles


def contradictions(statements: Iterable[Statement]) -> list[tuple[Statement, list[Statement]]]:
    """Each statement that two are different, with the statements that together make them one."""
    told = list(statements)
    beside: defaultdict[str, list[tuple[str, Statement]]] = defaultdict(list)
    for statement in told:
        if statement.same:
            beside[statement.left].append((statement.right, statement))
            beside[statement.right].append((statement.left, statement))
    found = ((s, _way(s.left, s.right, beside)) for s in told if not s.same)
    return [(statement, way) for statement, way in found if way is not None]


def _way(start: str, goal: str, beside: Mapping[str, list[tuple[str, Statement]]]) -> list[Statement] | None:
    """The shortest chain of statements that makes two slugs one, None where there is none."""
    ways: dict[str, list[Statement]] = {start: []}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here == goal:
            return ways[here]
        for ahead, statement in beside.get(here, ()):
            if ahead not in ways:
                ways[ahead] = [*ways[here], statement]
                waiting.append(ahead)
    return None
