"""One saying in many prints: what is joined, what is not, and how the prints differ."""

from __future__ import annotations

import pytest

from digest.index import Digest, Quote
from digest.presentation.wordings import Piece, differences, elsewhere, opening
from tests.test_digest_build import actor, entry, event, joined

WATER = "Вода не питає дозволу, вона приходить сама"


def said(slug: str, words: str, speaker: str = "lesia", more: str = "") -> str:
    lines = ["quotations:", "  - id: q1", f"    content: {words}", f"    speaker: {speaker}", more]
    return "\n".join(filter(None, lines)) + "\n"


def digest(*told: tuple[str, str], extra: str = "") -> Digest:
    records = [entry(slug, said(slug, words) + extra) for slug, words in told]
    return joined(*records, actor("lesia", "Леся"), actor("ivo", "Іво"), event("povin"))


def sizes(made: Digest) -> list[int]:
    """How many prints each quotation knows of, in the order of the digest."""
    return [len(q.wording) for q in made.quotations]


@pytest.mark.parametrize(
    "other",
    [
        WATER,
        "вода не питає дозволу — вона приходить сама",
        "Вода не питає дозволу",
        "Вода не питає ніколи дозволу, вона приходить сама",
    ],
)
def test_nearly_the_same_words_within_days_are_one_saying(other: str) -> None:
    assert sizes(digest(("2024-06-01-a", WATER), ("2024-06-03-b", other))) == [2, 2]


@pytest.mark.parametrize(
    "other", ["Вода прийшла вночі, дозволу не питала", "не питає дозволу", "Приходить сама вода"]
)
def test_other_words_are_another_saying(other: str) -> None:
    assert sizes(digest(("2024-06-01-a", WATER), ("2024-06-03-b", other))) == [0, 0]


def test_a_month_later_it_is_said_anew_unless_of_the_same_event() -> None:
    told = (("2024-06-01-a", WATER), ("2024-07-03-b", WATER))
    assert sizes(digest(*told)) == [0, 0]
    assert sizes(digest(*told, extra="events:\n  - povin\n")) == [2, 2]


def test_the_same_words_of_two_speakers_are_two_sayings() -> None:
    made = joined(
        entry("2024-06-01-a", said("a", WATER)),
        entry("2024-06-01-b", said("b", WATER, "ivo")),
        actor("lesia", "Леся"),
        actor("ivo", "Іво"),
    )
    assert sizes(made) == [0, 0]


def test_an_editor_joins_over_languages() -> None:
    key = "    same: voda"
    russian = entry("2024-06-02-b", said("b", "Вода не спрашивает разрешения", more=key))
    made = joined(entry("2024-06-01-a", said("a", WATER, more=key)), russian, actor("lesia", "Леся"))
    assert sizes(made) == [2, 2]
    assert [q.entry.slug for q in made.quotations[0].wording] == ["2024-06-01-a", "2024-06-02-b"]


def test_words_twice_in_one_entry_are_no_two_prints() -> None:
    twice = said("a", WATER) + "  - id: q2\n    content: " + WATER + "\n    speaker: lesia\n"
    assert sizes(joined(entry("2024-06-01-a", twice), actor("lesia", "Леся"))) == [0, 0]


def pair(ours: str, theirs: str) -> tuple[Quote, Quote]:
    one, other = digest(("2024-06-01-a", ours), ("2024-06-01-b", theirs)).quotations
    return one, other


def test_differences_are_told_word_by_word() -> None:
    one, other = pair("Вода не питає дозволу, вона приходить", "Вода ніколи не питає дозволу")
    assert differences(one, other) == [
        Piece("same", "Вода"),
        Piece("added", "ніколи"),
        Piece("same", "не питає дозволу"),
        Piece("missing", "вона приходить"),
    ]


def test_marks_and_case_are_no_difference() -> None:
    one, other = pair("Вода, не питає, дозволу", "вода не питає — дозволу")
    assert [p.kind for p in differences(one, other) if p.words != "—"] == ["same", "same"]


def test_prints_with_one_form_stand_together() -> None:
    made = digest(("2024-06-01-a", WATER), ("2024-06-01-b", WATER), ("2024-06-02-c", WATER))
    ((lang, prints),) = elsewhere(made.quotations[0])
    assert (lang, [(p.pieces, len(p.quotes)) for p in prints]) == ("uk", [([], 2)])


def test_an_opening_ends_at_a_whole_word() -> None:
    assert opening("Вода не питає дозволу, вона приходить", 25) == "Вода не питає дозволу …"
    assert opening("Вода", 25) == "Вода"


def test_many_texts_are_joined_in_little_more_than_linear_time() -> None:
    """Counted in comparisons, not seconds: ten times the texts, at most twenty times the work."""
    from unittest.mock import patch

    from digest.build import wordings

    def comparisons(many: int) -> int:
        told = [(f"2024-06-01-a{n}", f"Ми {n} разів казали це громадам узбережжя {n}") for n in range(many)]
        with patch.object(wordings, "alike", wraps=wordings.alike) as counted:
            digest(*told)
        return counted.call_count

    assert comparisons(400) <= 20 * max(comparisons(40), 1)
