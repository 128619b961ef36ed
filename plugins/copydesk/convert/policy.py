"""Who gets a suggested page: the numbers and kinds in one value."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.model import ActorKind

MET, PLACES = "DIGEST_SUGGEST_MET", "DIGEST_SUGGEST_PLACES"


@dataclass(frozen=True, slots=True)
class Policy:
    """An actor gets a page when it is quoted, stands in a headline or lead, or is met in `met` entries.

    Of a kind that is not in `kinds` only an editor makes pages: a city is in the news for what
    happens there, seldom for what it does.
    """

    met: int = 2
    kinds: frozenset[ActorKind] = frozenset({"person", "organisation", "country"})

    @classmethod
    def of(cls, met: int, places: bool) -> Policy:
        """The policy of the two settings."""
        return cls(met, cls().kinds | {"place"} if places else cls().kinds)


def from_environment(environ: Mapping[str, str] = os.environ) -> Policy:
    """The policy that the variables `DIGEST_SUGGEST_MET` and `DIGEST_SUGGEST_PLACES` ask for.

    ValueError, in words for a person, where one of them makes no sense.
    """
    words = environ.get(MET, "")
    if words and not (words.isdecimal() and int(words) > 0):
        raise ValueError(f"{MET}={words}: write a number from 1 on, as 2")
    return Policy.of(int(words or 2), truth(environ.get(PLACES, "")))


def truth(words: str) -> bool:
    """What a switch in the environment says."""
    return words.strip().lower() not in ("", "0", "no", "false", "off")
