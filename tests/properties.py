"""How many examples a property is tried on: a few in `make test`, as many as asked in `make properties`."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings

T = TypeVar("T", bound=Callable[..., Any])
ASKED = int(os.environ.get("PROPERTIES", "0"))


def examples(usual: int, heavy: int = 1) -> Callable[[T], T]:
    """`usual` examples in a usual run; in `make properties` as many as asked, a `heavy` part of them."""
    number = max(ASKED // heavy, 1) if ASKED else usual
    fresh = {"derandomize": False} if ASKED else {}
    return settings(
        max_examples=number,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
        **fresh,  # type: ignore[arg-type]
    )
