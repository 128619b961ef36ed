"""Whether two words may be one word of one name."""

from __future__ import annotations

from copydesk.actors.declension import inflected
from copydesk.model import Lang


def given_alike(one: str, other: str, lang: Lang) -> bool:
    """True for given names that may be one, initials by their letter."""
    if one.endswith(".") or other.endswith(".") or len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return alike(one, other, lang)


def alike(one: str, other: str, lang: Lang) -> bool:
    """Equal, or one is a case form of the other (a nominative that could not be told)."""
    return one == other or one in inflected(other, lang) or other in inflected(one, lang)
