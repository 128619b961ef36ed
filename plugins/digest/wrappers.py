"""Actors and events as Pelican knows such things, so that any theme can list them as an article's tags."""

from __future__ import annotations

from typing import Any

from pelican.urlwrappers import URLWrapper

from digest import index


class Actor(URLWrapper):  # type: ignore[misc]
    """An actor; Pelican takes its address from `ACTOR_URL` and `ACTOR_SAVE_AS` by this class's name."""


class Event(URLWrapper):  # type: ignore[misc]
    """An event, at `EVENT_URL` and `EVENT_SAVE_AS`."""


def wrapped(one: index.Actor | index.Event, settings: dict[str, Any]) -> Actor | Event:
    """The tag of an actor or event. Its slug is its file's: Київ and Киев would give two by their names."""
    made = Actor(one.name, settings) if isinstance(one, index.Actor) else Event(one.title, settings)
    made.slug = one.slug
    return made
