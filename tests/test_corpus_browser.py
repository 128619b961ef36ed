"""The heaviest page of each kind of the invented corpus in a real Chromium, each loaded three times.

(Of kinds that the corpus lacks, that of the invented newsroom.)

For axe, as readers have it (quiet, steady, in the right languages, never too wide), and without scripts.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests import invented
from tests.browsing import COLOURS, served
from tests.building import Built, kinds

pytestmark = pytest.mark.browser

# A kind of page is a template; two have names that Pelican gave.
GIVEN = {"index": "home", "article": "entry"}
KINDS = sorted(
    GIVEN.get(p.stem, p.stem) for p in (invented.THEME / "templates").glob("*.html") if p.stem != "base"
)
# On a phone also what a finger needs (WCAG 2.5.8), which axe does not ask by itself.
TOUCH = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
AXE = ((360, "light", TOUCH), (1280, "light", None), (768, "dark", COLOURS))
# Words of the page's own that no language has for itself: names of forms, programs, licences, languages.
NAMES = re.compile(
    r"JSON(?: Feed| Schema)?|CSV|Atom|RSS|iCalendar|ICS|BibTeX|CSL-JSON|Copydesk|AGPL-3\.0-or-later|GitHub"
    r"|Wikidata|SHA-256|ENG|ID"
    r"|\S+\.(?:txt|md|html|json|csv|ics|example\S*)|https?://\S+|Q\d+|[a-z]+(?:-[a-z0-9]+)+"
)
UKRAINIAN, RUSSIAN, CYRILLIC, LATIN = "[ґєіїҐЄІЇ]", "[ыэъёЫЭЪЁ]", "[а-яёґєіїА-ЯЁҐЄІЇ]", "[A-Za-z]{2,}"

# Every visible piece of text with the language that it is in for the browser; code and samples are in none.
PASSAGES = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const around = walk.currentNode.parentElement, words = walk.currentNode.data.trim();
    if (words && !around.closest("code, pre, script, style, textarea, noscript") && around.checkVisibility())
      found.push([around.closest("[lang]").getAttribute("lang"), words]);
  }
  return found;
}"""
# What moved while the page was loading: how much, which element, from where and to where.
SHIFTS = """
  window.shifts = [];
  const told = ({node, previousRect: from, currentRect: to}) => [
    (node?.outerHTML ?? node?.data ?? "").slice(0, 80), JSON.stringify(from), JSON.stringify(to)].join(" ");
  new PerformanceObserver(list => list.getEntries().forEach(
    entry => window.shifts.push(`${entry.value} ${entry.sources.map(told).join("; ")}`)))
    .observe({type: "layout-shift", buffered: true});
"""
WAITING = """() => [...document.scripts].filter(s => s.type !== "application/ld+json"
  && !(s.src && (s.defer || s.type === "module"))).length"""
# Quotations whose lines hold more than some seventy letters.
LONG_LINED = """[...document.querySelectorAll("blockquote")].filter(
  said => said.clientWidth > 35 * parseFloat(getComputedStyle(said).fontSize)).length"""
# Passages squeezed into a column of a few letters.
SQUEEZED = """[...document.querySelectorAll("main :is(p, th, td, dd, li, h1, h2, h3)")].filter(
  e => e.checkVisibility() && !e.closest(".unseen") && !e.querySelector("select") && e.innerText.length > 40
    && e.getBoundingClientRect().width < 8 * parseFloat(getComputedStyle(e).fontSize))
  .map(e => e.innerText)"""
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
MAIN = "document.querySelector('main').innerText.replace(/\\s+/g, ' ')"


@pytest.fixture(scope="module")
def addresses(invented_corpus: Built, site: Built) -> Iterator[dict[str, str]]:
    """The address of the heaviest page of each kind."""
    with served(invented_corpus.output) as corpus, served(site.output) as newsroom:
        found: dict[str, str] = {}
        for host, built in ((newsroom, site), (corpus, invented_corpus)):
            found |= {
                kind: host + files[0].removesuffix("index.html") for kind, files in kinds(built).items()
            }
        yield found


@pytest.fixture(scope="module")
def laboratory(browser: Browser) -> Iterator[Page]:
    made = browser.new_context(bypass_csp=True)  # the pages' own policy rightly keeps axe out
    yield made.new_page()
    made.close()


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(SHIFTS)
    yield page
    page.close()


@pytest.fixture(scope="module")
def scriptless(browser: Browser) -> Iterator[Page]:
    made = browser.new_context(java_script_enabled=False)
    yield made.new_page()
    made.close()


def test_no_kind_is_forgotten(addresses: dict[str, str]) -> None:
    assert set(addresses) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_accessible(laboratory: Page, addresses: dict[str, str], kind: str) -> None:
    laboratory.goto(addresses[kind])
    for width, scheme, asked in AXE:
        laboratory.set_viewport_size({"width": width, "height": 800})
        laboratory.emulate_media(color_scheme=scheme)
        found = Axe().run(laboratory, options=asked)
        assert found.violations_count == 0, f"{width} px, {scheme}: {found.generate_report()}"


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_quiet_steady_and_never_too_wide(
    reader: Page, scriptless: Page, addresses: dict[str, str], kind: str
) -> None:
    asked, said = list[str](), list[str]()
    reader.on("request", lambda request: asked.append(request.url))
    reader.on("console", lambda message: said.append(message.text))
    reader.on("pageerror", lambda error: said.append(str(error)))
    reader.set_viewport_size({"width": 1280, "height": 800})
    reader.goto(addresses[kind], wait_until="load")
    home = "/".join(addresses[kind].split("/")[:3])
    assert [url for url in asked if not url.startswith(home)] == []
    assert said == []
    assert reader.evaluate("window.shifts") == [], "the page moved while it was loading"
    assert reader.evaluate(WAITING) == 0, "a script is in the way of the first paint"
    assert mistaken(reader.evaluate(PASSAGES)) == []
    assert reader.evaluate(LONG_LINED) == 0, "lines too long to read"

    scriptless.goto(addresses[kind])
    if kind != "search":  # it says without scripts where else to look
        assert scriptless.evaluate(MAIN) == reader.evaluate(MAIN)
    for width in (640, 320):  # 640: what 200 % leaves of a wide screen
        reader.set_viewport_size({"width": width, "height": 800})
        assert not reader.evaluate(TOO_WIDE), f"sideways scroll at {width} px"
        assert reader.evaluate(SQUEEZED) == [], f"too narrow to read at {width} px"
    reader.set_viewport_size({"width": 1280, "height": 800})
    reader.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not reader.evaluate(TOO_WIDE), "sideways scroll with letters twice as large"


def mistaken(passages: list[list[str]]) -> list[tuple[str, str]]:
    """The passages whose letters are not those of their language."""
    return [(lang, words) for lang, words in passages if not fits(lang, NAMES.sub("", words))]


def fits(lang: str, words: str) -> bool:
    if re.search(UKRAINIAN, words):
        return lang == "uk" and not re.search(RUSSIAN, words)
    if re.search(RUSSIAN, words):
        return lang == "ru"
    if re.search(CYRILLIC, words):
        return lang in ("uk", "ru")
    return not re.search(LATIN, words) or lang not in ("uk", "ru")


@pytest.mark.parametrize(
    ("lang", "words", "right"),
    [("uk", "Міст відкрито", True), ("ru", "Міст відкрито", False), ("ru", "Мост открыли", True),
     ("uk", "Мост открыли", False), ("uk", "The bridge", False), ("en", "The bridge", True),
     ("en", "Міст", False), ("uk", "18 з 20 · JSON", True)],
)  # fmt: skip
def test_a_wrong_language_is_seen(lang: str, words: str, right: bool) -> None:
    assert (mistaken([[lang, words]]) == []) == right


def test_an_entry_prints_whole(browser: Browser, addresses: dict[str, str]) -> None:
    page = browser.new_page(viewport={"width": 660, "height": 900})  # A4 between its margins
    page.goto(addresses["entry"])
    sheets = page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n")
    page.emulate_media(media="print")
    cut = page.evaluate("""() => [...document.querySelectorAll("main *")].filter(e => e.checkVisibility()
      && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === "hidden"
      && !e.closest(".unseen")).length""")
    link = page.locator("main a[rel=external]").first
    shown = link.evaluate("e => getComputedStyle(e, '::after').content")

    assert 1 <= sheets <= 4
    assert cut == 0
    assert str(link.get_attribute("href")) in shown, "an address cannot be clicked on paper"
    assert not page.evaluate(TOO_WIDE)
    for folded in page.locator("main details, main .address a").all():
        assert folded.is_hidden(), "paper cannot be opened or clicked"
    page.close()


# The words of a printed page that `pdftotext -bbox` finds: left, top, right, bottom.
WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">')


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing (poppler-utils)")
@pytest.mark.parametrize("kind", ["entry", "edition", "event", "event_said", "actor", "quotation"])
def test_nothing_is_printed_over_something_else(
    browser: Browser, addresses: dict[str, str], kind: str, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto(addresses[kind])
    page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    page.close()
    command = ["pdftotext", "-bbox", str(tmp_path / "page.pdf"), "-"]
    sheets = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.split("<page")
    words = [[tuple(map(float, word)) for word in WORD.findall(sheet)] for sheet in sheets[1:]]

    assert all(words), "an empty sheet"
    assert [pair for sheet in words for pair in combinations(sheet, 2) if covers(*pair)] == []


def covers(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """True where two words share more than a margin of both."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 2 and high > min(one[3] - one[1], other[3] - other[1]) / 2


def test_an_event_prints_its_clocks_as_a_table(browser: Browser, addresses: dict[str, str]) -> None:
    page = browser.new_page(viewport={"width": 660, "height": 900})
    page.goto(addresses["event"])
    page.emulate_media(media="print")

    row = page.locator(".clockface tbody tr").first
    assert (
        row.evaluate("e => new Set([...e.cells].map(c => Math.round(c.getBoundingClientRect().left))).size")
        == 3
    )
    assert page.locator(".onward").is_hidden()
    assert not page.evaluate(TOO_WIDE)
    page.close()
