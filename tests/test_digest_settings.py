"""Settings: each named once, readable from the environment, documented from the code."""

from __future__ import annotations

import re
from datetime import date

import pytest

from digest.settings import SETTINGS, complete, from_environment, table, today
from tests.building import ROOT


def test_every_setting_used_anywhere_is_named_once() -> None:
    used: set[str] = set()
    for path in [*(ROOT / "plugins/digest").rglob("*.py"), *(ROOT / "theme").rglob("*.html")]:
        used |= set(
            re.findall(r"\bDIGEST_(?!DESK|PRESS|STANDSTILL)[A-Z_]+\b", path.read_text(encoding="utf-8"))
        )
    names = [s.name for s in SETTINGS]
    assert used <= set(names)
    assert len(names) == len(set(names))


def test_the_table_has_a_row_for_each() -> None:
    assert all(f"| `{s.name}` |" in table() for s in SETTINGS)


@pytest.mark.parametrize(
    ("words", "value"), [("1", True), ("", False), ("0", False), ("no", False), ("true", True)]
)
def test_a_switch_from_the_environment(words: str, value: bool) -> None:
    assert from_environment({"DIGEST_STRICT": words}) == {"DIGEST_STRICT": value}


def test_nonsense_in_the_environment_is_explained() -> None:
    with pytest.raises(SystemExit, match="DIGEST_FEED_ENTRIES=many: write a number, as 50"):
        from_environment({"DIGEST_FEED_ENTRIES": "many"})


def test_defaults_fill_what_is_missing_and_nothing_else() -> None:
    given = {"SITENAME": "Вісті"}
    complete(given)
    assert given["SITENAME"] == "Вісті"
    assert set(given) == {s.name for s in SETTINGS}


def test_today_can_be_said() -> None:
    calendar = date(2030, 1, 1)
    assert today({}, calendar) == calendar
    assert today({"DIGEST_TODAY": "2024-07-07"}, calendar) == date(2024, 7, 7)
    with pytest.raises(SystemExit, match="not a day"):
        today({"DIGEST_TODAY": "завтра"}, calendar)


@pytest.mark.parametrize("words", ["{nosuch}", "{", "{0}", "{slug.x}"])
def test_a_form_of_addresses_that_no_page_fits_is_refused_with_advice(words: str) -> None:
    with pytest.raises(SystemExit, match=r"ACTOR_URL=.*write .slug. for the page's name"):
        complete({"ACTOR_URL": words})


@pytest.mark.parametrize("name", ["SITEURL", "DIGEST_REPOSITORY", "DIGEST_FEED_ID"])
@pytest.mark.parametrize(
    "words",
    ["javascript:alert(1)", "example.org", "//example.org", "https://", "https://a@b", 'https://a/"x'],
)
def test_what_is_no_address_is_refused_with_advice(name: str, words: str) -> None:
    with pytest.raises(SystemExit, match=rf"{name}=.*: write an address such as https://example.org"):
        complete({name: words})


@pytest.mark.parametrize(
    "words",
    ["", "https://example.org", "http://localhost:8000", "https://новини.укр/вісті", "https://a.b/~c/"],
)
def test_addresses_are_kept_as_they_are(words: str) -> None:
    given = {"SITEURL": words}
    complete(given)
    assert given["SITEURL"] == words
