"""`same_as`: several files that turned out to be one actor or event. Pure."""

from __future__ import annotations

from collections.abc import Mapping


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
