"""Trees of interface languages in a real Chromium: accessible, led through by the switch, searched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browsing import WIDTHS, served
from tests.building import Built

pytestmark = pytest.mark.browser

ENDONYMS = {"": "українська", "en/": "English", "ru/": "русский"}


@pytest.fixture(scope="module")
def address(trees: Built) -> Iterator[str]:
    with served(trees.output) as host:
        yield host


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_context(bypass_csp=True)  # axe is put there by the test
    yield made.new_page()
    made.close()


@pytest.mark.parametrize("folder", ENDONYMS)
def test_a_page_of_each_tree_is_accessible_and_no_wider_than_a_phone(
    page: Page, address: str, trees: Built, folder: str
) -> None:
    entry = next((trees.output / "entries").glob("*-*-*-*/index.html")).parent.name
    for place in ("", f"entries/{entry}/"):
        page.goto(f"{address}{folder}{place}")
        for width in (320, *WIDTHS):
            page.set_viewport_size({"width": width, "height": 800})
            found = Axe().run(page)
            assert found.violations_count == 0, f"{width}: {found.generate_report()}"
            assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("folder", ENDONYMS)
def test_the_menu_is_one_row_on_a_tablet_in_every_language(page: Page, address: str, folder: str) -> None:
    page.set_viewport_size({"width": 768, "height": 800})
    page.goto(f"{address}{folder}actors/")

    words = page.locator(".masthead > nav li:not(.seek)")
    assert len({round(word.bounding_box()["y"]) for word in words.all()}) == 1  # type: ignore[index]


@pytest.mark.parametrize("folder", ["", "ru/", "en/"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_search_box_stands_where_it_stays_before_the_switch_of_colours_has_come(
    page: Page, address: str, folder: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{folder}data/")
    place = "document.querySelector('.seek input').getBoundingClientRect().left"
    late = page.evaluate(place)
    page.evaluate("document.querySelector('.scheme').remove()")

    assert abs(page.evaluate(place) - late) < 0.5


def test_the_switch_leads_round_all_trees_on_the_same_page(page: Page, address: str) -> None:
    page.goto(f"{address}actors/")
    for folder, endonym in [*list(ENDONYMS.items())[1:], ("", ENDONYMS[""])]:
        page.get_by_role("link", name=endonym, exact=True).first.click()
        assert page.url == f"{address}{folder}actors/"
        expect(page.locator(".nameplate [aria-current=true]")).to_have_text(endonym)


def test_a_search_in_a_tree_leads_to_its_own_pages(page: Page, address: str) -> None:
    page.goto(f"{address}en/search/?q=Верболозе")
    first = page.locator("#found a[data-result]").first
    expect(first).to_be_visible()
    assert str(first.get_attribute("href")).startswith(f"{address}en/")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_search_in_a_tree_names_everybody_in_its_language(page: Page, address: str) -> None:
    for folder, name, other in (
        ("", "Леся Гармаш", "Lesia Harmash"),
        ("en/", "Lesia Harmash", "Леся Гармаш"),
    ):
        page.goto(f"{address}{folder}search/?q=Гармаш")
        expect(page.locator("#found a[data-result=name]").first).to_have_text(name)
        expect(page.locator("#found .also", has_text=other).first).to_be_visible()
        expect(page.locator("#by-actor option", has_text=name)).to_have_count(1)
        expect(page.locator("#found .teaser", has_text=f"— {name}").first).to_be_visible()
