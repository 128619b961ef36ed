"""Searching in a real Chromium: three languages, hostile titles, the keyboard, no scripts, few bytes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from markupsafe import Markup
from playwright.sync_api import Browser, Page, Request, expect

from copydesk.folding import cognate, fold, rules, words_of
from digest.index import Actor, Digest, Entry
from digest.search import fingerprint, index
from tests import invented
from tests.browsing import WIDTHS, served
from tests.casefile import cases

pytestmark = pytest.mark.browser

HOSTILE = (
    "<img src=x onerror=alert(1)> пастка",
    "</script><script>alert(1)</script> пастка",
    "\"><svg onload=alert(1)> ' onfocus='alert(1)' пастка",
)
# The same event told in three languages; none of the titles has the form that is typed.
SANCTIONS = {
    "uk": "Нові санкції проти контрабанди бурштину",
    "ru": "Совет отложил санкцию до весны",
    "en": "Harbour council weighs a sanction on amber",
}
WORDS = words_of(" ".join(case.values[0].given for case in cases("folding")))
WORDS += ["’", "Ærø", "є2є", "Kyiv", "x"]


def _told(digest: Digest) -> Digest:
    """The invented digest with entries to be found and traps among them."""
    for n, (lang, title) in enumerate(SANCTIONS.items()):
        slug = f"2024-03-0{n + 1}-sanctions-{lang}"
        digest.entries.append(Entry(slug, f"entries/{slug}/", title, lang, date(2024, 3, 9 - n)))
    for n, title in enumerate(HOSTILE):
        slug = f"2024-02-0{n + 1}-trap"
        entry = Entry(slug, f"entries/{slug}/", title, "uk", date(2024, 2, 9 - n), summary=[title])
        entry.actors = [Actor("trap", "actors/trap/", title, "person", "uk")] if n == 0 else []
        invented.quote(entry, title, speaker_name=title)
        digest.actors += entry.actors
        digest.entries.append(entry)
    return digest


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented digest with its search page and index, below a path as GitHub Pages serves a project."""
    root = tmp_path_factory.mktemp("searched")
    digest = _told(invented.digest())
    made = index(digest, fingerprint(digest))
    for file, text in {**invented.pages(digest), **made.files}.items():
        path = root / "project" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "project/theme").symlink_to(invented.THEME / "static", target_is_directory=True)
    return root


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as host:
        yield host + "project/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test when a script of it fails or a dialog opens."""
    made = browser.new_page()
    said: list[str] = []
    made.on("pageerror", lambda error: said.append(str(error)))
    made.on("console", lambda message: said.append(message.text))
    made.on("dialog", lambda dialog: (said.append(f"dialog {dialog.message}"), dialog.dismiss()))
    yield made
    made.close()
    assert said == []


def titles(page: Page) -> list[str]:
    """The headlines of the results, once they are there."""
    expect(page.locator("#count")).not_to_be_empty()
    return page.locator(".results h3").all_inner_texts()


@pytest.mark.parametrize("typed", ["санкціями", "санкции", "sanctions", "САНКЦІЙ", "sanctioned"])
def test_a_word_in_any_form_and_language_finds_all_three(page: Page, address: str, typed: str) -> None:
    page.goto(f"{address}search/?q={typed}")

    assert sorted(titles(page)) == sorted(SANCTIONS.values())


def test_the_word_itself_comes_before_its_kin(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=sanctions")

    assert titles(page)[0] == SANCTIONS["en"]
    assert page.locator(".results h3 mark").all_inner_texts()[0] == "sanction"
    assert page.locator(".results h3").first.get_attribute("lang") == "en"


@pytest.mark.parametrize("bypass", [False, True], ids=["under the policy", "without a policy"])
def test_hostile_words_are_shown_as_words(browser: Browser, address: str, bypass: bool) -> None:
    made = browser.new_context(bypass_csp=bypass)
    page = made.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}search/?q=пасткою")

    assert sorted(titles(page)) == sorted(HOSTILE)
    assert page.locator("#found").locator("img, script, svg, [onerror], [onload], [onfocus]").count() == 0
    for typed in HOSTILE:
        page.fill("#q", typed)
        page.keyboard.press("Enter")
        expect(page.locator("#q")).to_have_value(typed)
        page.wait_for_timeout(50)
    page.select_option("#by-actor", index=0)
    assert page.evaluate("document.images.length") == 0
    assert said == []
    made.close()


def test_the_rules_in_the_page_fold_as_those_of_the_build(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    found: list[list[str]] = page.evaluate(
        """async ([root, rules, words]) => {
          const { Folding } = await import(root + "theme/js/fold.js");
          const folding = new Folding(rules);
          return words.map((word) => [folding.fold(word), folding.cognate(folding.fold(word))]);
        }""",
        [address, json.loads(json.dumps(rules())), WORDS],
    )

    assert dict(zip(WORDS, found, strict=True)) == {w: [fold(w), cognate(fold(w))] for w in WORDS}


def test_filters_stand_in_the_address_and_the_way_back_undoes_them(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=санкції")
    assert len(titles(page)) == 3

    page.select_option("#by-lang", "ru")
    expect(page.locator(".results h3")).to_have_count(1)
    assert "lang=ru" in page.url
    assert page.locator("#count").inner_text() == "1 запис"
    page.go_back()
    expect(page.locator(".results h3")).to_have_count(3)
    assert page.input_value("#by-lang") == ""
    page.go_forward()
    expect(page.locator(".results h3")).to_have_count(1)


def test_a_kept_address_brings_the_same_question(page: Page, address: str) -> None:
    page.goto(f"{address}search/?lang=en&year=2024")

    assert SANCTIONS["en"] in titles(page)
    assert (page.input_value("#by-lang"), page.input_value("#by-year")) == ("en", "2024")
    assert {e.get_attribute("lang") for e in page.locator(".results h3").all()} == {"en"}


def test_an_actor_found_by_name_in_another_language_brings_the_entries(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=harmash")

    assert titles(page)
    assert page.locator("#found section").first.locator("a").first.inner_text() == "Леся Гармаш"


def test_the_whole_walk_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("санкціями")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert len(titles(page)) == 3

    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("/")
    assert page.input_value("#q").endswith("/"), "where somebody types, the key is a letter"
    page.keyboard.press("Backspace")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".results h3 a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    wanted = str(page.evaluate("document.activeElement.href"))
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)


def test_who_walks_while_an_answer_comes_stays_in_place(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=санкціями")
    assert len(titles(page)) == 3
    page.focus("#q")
    page.keyboard.type(" ще")  # asked 180 ms later, when the reader has gone down already
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    first = page.locator(".results h3 a").first.element_handle()
    page.wait_for_function("link => !link.isConnected", arg=first)

    expect(page.locator(".results h3 a").nth(1)).to_be_focused()


def test_typing_is_answered_and_announced_without_a_jump(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.evaluate(
        """() => { window.jumps = 0; new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.jumps += entry.value;
        }).observe({ type: "layout-shift", buffered: true }); }"""
    )
    page.keyboard.type("санкц")

    assert len(titles(page)) == 3
    assert page.locator("#count").get_attribute("role") == "status"
    assert page.locator("#count").inner_text() == "3 записи"
    assert page.evaluate("window.jumps") < 0.02
    page.fill("#q", "нісенітниця")
    expect(page.locator("#count")).to_have_text("Нічого не знайдено. Спробуйте менше слів або фільтрів.")


def test_it_is_accessible_with_results(browser: Browser, address: str) -> None:
    made = browser.new_context(bypass_csp=True)  # axe is put there by the test
    page = made.new_page()
    for asked in ("?q=санкції", "?q=harmash", ""):
        page.goto(f"{address}search/{asked}")
        page.wait_for_load_state("networkidle")
        for width in (320, *WIDTHS):
            page.set_viewport_size({"width": width, "height": 800})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
                found = Axe().run(page)
                assert found.violations_count == 0, f"{width} {scheme}: {found.generate_report()}"
            assert page.evaluate("document.documentElement.scrollWidth") == width
    made.close()


def test_without_scripts_it_leads_to_the_lists(browser: Browser, address: str) -> None:
    made = browser.new_context(java_script_enabled=False)
    page = made.new_page()
    page.goto(address)
    page.fill("#seek", "санкції")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")

    assert page.locator("noscript p").inner_text().startswith("Для пошуку потрібен JavaScript")
    assert page.locator("form.finder").is_hidden()
    for name in ("Дійові особи від А до Я", "Усі події", "Увесь архів за днями"):
        assert page.get_by_role("link", name=name).is_visible()
    made.close()


def test_a_question_loads_little(browser: Browser, tmp_path: Path) -> None:
    """Of a thousand entries a reader fetches less than 150 kB, packed as hosts pack it."""
    digest = invented.digest()
    body = Markup("<p>{}</p>")
    for n in range(1000):
        words = " ".join(f"слово{(n * 31 + k * k) % 7001}" for k in range(200))
        title = f"Причал {n} відкрито після ремонту"
        entry = Entry(f"e-{n:04}", f"entries/e-{n:04}/", title, "uk", date(2020, 1, 1), body.format(words))
        entry.summary = [words[:400]]
        invented.quote(entry, words[:200])
        digest.entries.append(entry)
    made = index(digest, fingerprint(digest))
    for file, text in {**invented.pages(digest), **made.files}.items():
        if file.startswith("search/"):
            path = tmp_path / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    (tmp_path / "theme").symlink_to(invented.THEME / "static", target_is_directory=True)
    asked: list[str] = []
    page = browser.new_page()

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    with served(tmp_path) as host:
        page.goto(f"{host}search/?q=причалами")
        assert len(titles(page)) == 10
        page.locator("#more").click()
        expect(page.locator(".results > li")).to_have_count(20)
        page.close()
    files = [
        tmp_path / url.removeprefix(host).partition("?")[0]
        for url in asked
        if "search/" in url and ".json" in url
    ]
    sizes: dict[str, Any] = {f.name: len(gzip.compress(f.read_bytes())) for f in files}
    assert sum(sizes.values()) < 150_000, sizes
