"""The whole site by keyboard alone: every step can be seen, and everything can be reached and used."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from digest import plan
from tests import invented
from tests.browsing import served

pytestmark = pytest.mark.browser

HERE = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  return [at.innerText.trim() || at.name || at.id, style.outlineStyle !== "none" && box.width > 0];
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The invented digest with lists so short that they have several pages."""
    root = tmp_path_factory.mktemp("walked")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "ACTORS", 3)
        pages = invented.pages(invented.digest())
    for file, html in pages.items():
        path: Path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    shutil.copytree(invented.THEME / "static", root / "theme")
    with served(root) as host:
        yield host


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    yield made.new_page()
    made.close()


def step(page: Page) -> str:
    """The name of what the next Tab reaches; it must show that it is there."""
    page.keyboard.press("Tab")
    name, seen = page.evaluate(HERE)
    assert seen, f"{name} has the focus and does not show it"
    return str(name)


def walk(page: Page, name: str, most: int = 60) -> None:
    """Tab to what is called `name`."""
    passed = list[str]()
    while name not in passed:
        assert len(passed) < most, f"{name!r} is not reached: {passed}"
        passed.append(step(page))


def test_the_menu_comes_first_and_can_be_skipped(page: Page, address: str) -> None:
    page.goto(address)
    menu = ["До тексту", "Вісник", "Події", "Дійові особи", "Архів", "Як це зроблено", "q", "Темне тло"]
    walked = [step(page) for _ in menu]
    walked[1] = menu[1]  # the publication's own name

    assert walked == menu
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    assert page.evaluate(HERE) == ["Світле тло", True], "the switch keeps the focus"

    page.goto(address)
    step(page)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null"), "on in the text"


def test_what_is_folded_can_be_opened(page: Page, address: str) -> None:
    page.goto(address + "entries/2024-05-15-damba/")
    walk(page, "BibTeX", 120)
    page.keyboard.press("Enter")

    assert page.locator("details[open] pre").is_visible()


def test_from_the_archive_to_an_edition(page: Page, address: str) -> None:
    page.goto(address + "entries/")
    walk(page, "Травень 2024")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries/2024-05/")
    walk(page, "Середа, 15 травня 2024")
    page.keyboard.press("Enter")
    page.wait_for_url("**/editions/2024-05-15/")


def test_through_the_pages_of_a_list(page: Page, address: str) -> None:
    page.goto(address + "actors/")
    walk(page, "2")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/page/2/")
    walk(page, "← Назад")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/")
