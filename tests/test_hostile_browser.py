"""The hostile corpus in a real Chromium, with the content security policy and with it taken out.

With it: a second wall. Without it: the proof that the first one holds alone.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests import hostile
from tests.browsing import served
from tests.building import Built, build
from tests.hostile import writing

pytestmark = pytest.mark.browser
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
# Wakes whatever waits for a mouse, a key or the end of a drawing, and counts what should not be there at all.
_POKE = """() => {
  for (const e of document.querySelectorAll('*'))
    for (const kind of ['mouseover', 'focus', 'click', 'error', 'load'])
      if (!['A', 'BUTTON', 'INPUT', 'SUMMARY'].includes(e.tagName)) e.dispatchEvent(new Event(kind));
  const live = '[onclick],[onerror],[onload],[onmouseover],[onfocus],iframe,object,embed';
  return document.querySelectorAll(live).length;
}"""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Hostile content of people (seeds are the converter's matter), built as for a deploy."""
    project = tmp_path_factory.mktemp("hostile") / "news"
    cases = [case for case in hostile.hostile() if case.verdict in ("shown", "harmless")]
    writing.write(project, cases)
    built = build(project, SITEURL="https://digest.example/news", DIGEST_CARDS="0")
    assert built.code == 0, built.printed[-2000:]
    return built


@pytest.fixture(scope="module", params=["with the policy", "without the policy"])
def folder(request: pytest.FixtureRequest, attacked: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "with the policy":
        return attacked.output
    bare = tmp_path_factory.mktemp("bare") / "site"
    shutil.copytree(attacked.output, bare)
    for path in bare.rglob("*.html"):
        path.write_text(_POLICY.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    return bare


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[tuple[Page, str, list[str]]]:
    """A page that writes down whatever it should not do: dialogs, requests elsewhere, errors of scripts."""
    with served(folder) as origin, browser.new_context() as context:
        seen: list[str] = []
        yield _watched(context, origin, seen), origin, seen


def _watched(context: BrowserContext, origin: str, seen: list[str]) -> Page:
    page = context.new_page()
    page.on("dialog", lambda dialog: (seen.append(f"dialog {dialog.message}"), dialog.dismiss())[0])
    page.on("request", lambda request: None if request.url.startswith(origin) else seen.append(request.url))
    page.on("pageerror", lambda error: seen.append(f"error {error}"))
    page.on("popup", lambda popup: seen.append(f"popup {popup.url}"))
    return page


def test_no_page_runs_loads_or_asks(folder: Path, page: tuple[Page, str, list[str]]) -> None:
    tab, origin, seen = page
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.html"))
    pages = [name for name in names if re.search(r"z[hb]\d{3}q", (folder / name).read_text(encoding="utf-8"))]
    assert len(pages) > 250
    for name in pages:
        tab.goto(origin + name, wait_until="load")
        assert tab.evaluate(_POKE) == 0, name
        assert seen == [], name


def test_what_is_stored_and_what_is_typed_is_found_as_words(page: tuple[Page, str, list[str]]) -> None:
    tab, origin, seen = page
    for typed in (
        "<img src=x onerror=alert(1)>",
        "zh001q",
        "'\"><script>alert(1)</script>",
        "zh002q onerror",
    ):
        tab.goto(f"{origin}search/", wait_until="load")
        tab.fill("main input[type=search]", typed)
        tab.wait_for_timeout(400)
        assert tab.evaluate(_POKE) == 0
        assert tab.locator("main img, main iframe").count() == 0
    tab.fill("main input[type=search]", "zh001q")
    tab.get_by_role("main").get_by_text("zh001q").first.wait_for()
    assert seen == []


def test_a_page_that_leaks_is_seen(browser: Browser, tmp_path: Path) -> None:
    """The watch itself: it must see what it is for."""
    (tmp_path / "index.html").write_text(
        "<p onmouseover=alert(1)>x<img src=https://evil.example/x><script>x.y</script>", encoding="utf-8"
    )
    with served(tmp_path) as origin, browser.new_context() as context:
        seen: list[str] = []
        tab = _watched(context, origin, seen)
        tab.goto(origin, wait_until="load")
        assert tab.evaluate(_POKE) == 1
        tab.wait_for_timeout(100)
    said = "\n".join(seen)
    assert "dialog 1" in said
    assert "evil.example" in said
    assert "error" in said
