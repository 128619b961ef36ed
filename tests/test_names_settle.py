"""Names that overlap are told apart by their neighbours alone: a text of names takes no square."""

import pytest

from copydesk.model import Span
from copydesk.names.page import Name
from copydesk.names.settle import _apart


def test_the_longer_of_two_stays() -> None:
    long, short = Name(Span(0, 9), "person", "a"), Name(Span(5, 12), "place", "b")
    alone = Name(Span(20, 25), "place", "c")
    assert _apart([short, alone, long]) == [long, alone]


def test_each_name_is_compared_with_two_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    overlaps = Span.overlaps

    def counted(one: Span, other: Span) -> bool:
        nonlocal asked
        asked += 1
        return overlaps(one, other)

    monkeypatch.setattr(Span, "overlaps", counted)
    names = [Name(Span(at, at + 3), "person", "a") for at in range(0, 4_000, 4)]
    assert _apart(names) == names
    assert asked <= 2 * len(names)
