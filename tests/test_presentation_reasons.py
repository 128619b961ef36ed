"""Why the program decided so, told in the language of the page."""

from __future__ import annotations

import pytest

from copydesk import quotations, seeds
from copydesk.actors import Gazetteer
from copydesk.explain.reading import explained
from digest.presentation.decisions import decision_parts
from digest.presentation.explaining import Explained
from digest.presentation.reasons import reason
from digest.presentation.voice import voice
from tests import invented

SEED = seeds.from_text(
    "mist.txt",
    "Міст у Старому Порту відкрили\n\n9 червня 2024\n\n«Міст буде служити сто років», — сказала у суботу, "
    "8 червня, голова ради Леся Гармаш. За її словами, газета «Ранок» помилилася. Гармаш назвала роботу "
    "«дуже швидкою».",
)


@pytest.mark.parametrize(
    ("lang", "shown"),
    [("uk", 'слова при цитаті: <span lang="ru">сказала</span>; хто це сказав, не доведено'),
     ("ru", 'слова при цитате: <span lang="ru">сказала</span>; кто это сказал, не доказано'),
     ("en", 'said by <span lang="ru">сказала</span>; no speaker is proved')],
)  # fmt: skip
def test_a_reason_speaks_the_language_of_the_page_and_its_words_their_own(lang: str, shown: str) -> None:
    assert reason(voice(lang), "trailing", "said by “сказала”; unattributed", "ru") == shown


def test_a_reason_of_a_form_not_known_stays_as_it_is_and_says_so() -> None:
    told = reason(voice("uk"), "some-rule", "because of <the moon>", "uk")
    assert told == '<span lang="en">because of &lt;the moon&gt;</span>'


def test_what_keeps_words_from_being_a_quotation_is_told_by_its_rule() -> None:
    assert reason(voice("uk"), "known_name", "«Газпром»: whatever", "uk") == "назва"
    told = [reason(voice("ru"), rule, why, "uk") for rule, why in quotations.reasons().items()]
    assert sum('lang="en"' not in one for one in told) >= 18


def test_everything_told_of_a_seed_is_told_in_the_language_of_the_page() -> None:
    made = Explained(SEED, explained(SEED, Gazetteer.of([])), True)
    rows = [row for _, part in decision_parts(voice("uk"), made, []) for row in part]

    assert len(rows) > 10
    assert [row.why for row in rows if 'lang="en"' in row.why] == []
    assert any(row.found == "українська" and not row.lang for row in rows)
    assert any(row.found == "8 червня 2024" and not row.lang for row in rows)


def test_who_was_found_has_their_page() -> None:
    lesia = invented.actor("lesia-harmash", "Леся Гармаш")
    rows = [row for _, part in decision_parts(voice("uk"), invented.explained(), [lesia]) for row in part]

    assert [(row.found, row.actor) for row in rows if row.actor] == [("Леся Гармаш", lesia)]
