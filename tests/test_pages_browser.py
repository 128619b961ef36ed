"""The invented digest in a real Chromium: all states of its parts are accessible, what readers do works."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests import invented
from tests.browsing import COLOURS, served
from tests.building import Built

pytestmark = pytest.mark.browser

# Where quotations, evidence and empty places show all their states; the lists are in `test_corpus_browser`.
PAGES = {
    "entry": "entries/2024-05-15-damba/",
    "entry in another language": "entries/2024-05-18-damba/",
    "how an entry was read": "entries/2024-05-15-damba/explained/",
    "actor": "actors/lesia-harmash/",
    "quotation": invented.digest().quotations[1].page,
    "event": "events/damba/",
    "event without entries": "events/karty/",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the invented digest, served below a path as GitHub Pages serves a project."""
    root = tmp_path_factory.mktemp("served")
    for file, html in invented.pages(invented.digest()).items():
        path = root / "project" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    shutil.copytree(invented.THEME / "static", root / "project/theme")
    with served(root) as host:
        yield host + "project/"


@pytest.fixture(scope="module")
def laboratory(browser: Browser) -> Iterator[Page]:
    """A page that lets axe in: it is put there by the test, which the page's own policy rightly forbids."""
    made = browser.new_context(bypass_csp=True)
    yield made.new_page()
    made.close()


@pytest.mark.parametrize("name", PAGES)
def test_every_state_is_accessible_in_light_and_dark(laboratory: Page, address: str, name: str) -> None:
    laboratory.set_viewport_size({"width": 768, "height": 800})
    laboratory.goto(address + PAGES[name])
    for scheme, asked in (("light", None), ("dark", COLOURS)):
        laboratory.emulate_media(color_scheme=scheme)
        found = Axe().run(laboratory, options=asked)
        assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"


def test_the_switch_changes_the_scheme_and_remembers_it(browser: Browser, address: str) -> None:
    made = browser.new_context(color_scheme="light")
    page = made.new_page()
    page.goto(address)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)

    page.get_by_role("button", name="Темне тло").click()
    dark = page.evaluate(paper)
    page.goto(address + "events/")

    assert dark != light
    assert page.evaluate(paper) == dark
    page.get_by_role("button", name="Світле тло").click()
    assert page.evaluate(paper) == light
    made.close()


def test_the_check_mark_leads_to_the_very_words(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "actors/lesia-harmash/")

    page.locator("figure.quotation a.verified").last.click()

    target = page.locator(":target")
    assert target.inner_text() == "не має "
    assert target.evaluate("element => element.tagName") == "MARK"
    assert target.is_visible()
    page.close()


def test_evidence_stands_in_the_margin_where_there_is_room(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + "entries/2024-05-15-damba/")
    left = "selector => document.querySelector(selector).getBoundingClientRect().left"

    wide = page.evaluate(left, ".margin"), page.evaluate(left, ".sidenotes")
    assert wide[0] == pytest.approx(wide[1], abs=1)
    assert wide[0] > page.evaluate(left, ".kept") + 500
    page.set_viewport_size({"width": 899, "height": 800})
    assert page.evaluate(left, ".margin") == page.evaluate(left, ".kept")
    page.close()


def test_the_menu_leaves_a_phone_to_the_page(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(address + "entries/2024-05-15-damba/")

    assert page.evaluate("document.querySelector('.masthead > nav').offsetHeight") < 2.5 * page.evaluate(
        "document.querySelector('.masthead > nav li').offsetHeight"
    ), "two rows at most"
    assert page.evaluate("document.querySelector('.seek input').offsetWidth") >= 80
    page.close()


def test_paper_has_ink_alone(browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(address + "entries/2024-05-15-damba/")
    page.emulate_media(media="print")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".masthead nav").is_hidden()
    page.close()


def test_an_edition_prints_on_two_sheets(browser: Browser, invented_corpus: Built) -> None:
    editions = (invented_corpus.output / "editions").glob("*/index.html")
    longest = max(editions, key=lambda path: path.stat().st_size).parent.name
    page = browser.new_page()
    with served(invented_corpus.output) as host:
        page.goto(f"{host}editions/{longest}/")
        sheets = page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n")
    page.close()

    assert 1 <= sheets <= 2


def some_of_each_kind(site: Built) -> list[str]:
    """Three pages of each folder of the site (redirects left out: they are gone before anyone reads them)."""
    chosen: dict[str, list[str]] = {}
    for path in site.pages():
        file = path.relative_to(site.output).as_posix()
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8"):
            chosen.setdefault(file.partition("/")[0], []).append(file)
    return [file for files in chosen.values() for file in files[:3]]


def test_a_built_site_is_quiet(browser: Browser, site: Built) -> None:
    """The plugin's own output, with its data for machines, its redirects and its policy in force."""
    plain = browser.new_page()
    said: list[str] = []
    plain.on("console", lambda message: said.append(f"{plain.url}: {message.text}"))
    with served(site.output) as host:
        plain.on("request", lambda r: said.append(r.url) if not r.url.startswith(host) else None)
        for file in some_of_each_kind(site):
            plain.goto(host + file.removesuffix("index.html"))
    plain.close()

    assert said == []


def test_a_site_lives_below_any_path(browser: Browser, site: Built, tmp_path: Path) -> None:
    """Under a project's subpath every link of the front page leads somewhere, and styles arrive."""
    below = tmp_path / "some" / "project"
    below.parent.mkdir()
    below.symlink_to(site.output, target_is_directory=True)
    page = browser.new_page()
    lost: list[str] = []
    page.on("response", lambda r: lost.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    with served(tmp_path) as host:
        home = f"{host.rstrip('/')}/some/project/"
        page.goto(home)
        assert page.evaluate("[...document.styleSheets].some(sheet => sheet.cssRules.length > 0)")
        links = page.eval_on_selector_all("a[href]", "found => found.map(a => a.href.split('#')[0])")
        inside = sorted({link for link in links if link.startswith(host)})
        for link in inside:
            assert link.startswith(home), link
            assert page.request.get(link).ok, link
    page.close()

    assert inside
    assert lost == []
