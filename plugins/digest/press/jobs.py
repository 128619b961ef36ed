"""What a build has to make, named one by one; nothing is made until it is asked for. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Made = Iterable[tuple[str, bytes]]  # file below the output folder, its bytes


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to make. `name` is its own in the whole build: mostly its file.

    `of` are the values it is made of besides what it reads from the digest; the job is made anew where
    they change, and always where they hold something that has no fingerprint.
    """

    name: str
    make: Callable[[], Made]
    of: Mapping[str, Any] = field(default_factory=dict)
