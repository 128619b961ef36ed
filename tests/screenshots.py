"""`make shots`: a picture of each kind of page of the invented corpus, at three widths, light and dark.

They go to `tests/shots/`, as `KIND-WIDTH-SCHEME.png`. Names of kinds as arguments make only those.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import corpus
from tests.browsing import WIDTHS, chromium, served
from tests.building import build, kinds

SHOTS = Path(__file__).parent / "shots"
ENTRIES = 120


def take(browser: Browser, host: str, pages: dict[str, str]) -> None:
    """Write the pictures of `pages`."""
    SHOTS.mkdir(exist_ok=True)
    for scheme in ("light", "dark"):
        for width in WIDTHS:
            page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
            for name, address in pages.items():
                page.goto(host + address)
                page.screenshot(path=SHOTS / f"{name}-{width}-{scheme}.png", full_page=True)
            page.close()


def main(wanted: list[str]) -> int:
    """Build the corpus and take the pictures; 1 where something is missing."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = Path(folder) / "corpus"
        corpus.write(project, ENTRIES)
        built = build(project)
        browser = chromium(playwright)
        if built.code or browser is None:
            print(built.printed if built.code else "there is no Chromium: install it (apt install chromium)")
            return 1
        pages = {name: files[0].removesuffix("index.html") for name, files in kinds(built).items()}
        if not wanted:
            shutil.rmtree(SHOTS, ignore_errors=True)
        with served(built.output) as host:
            take(browser, host, {n: a for n, a in pages.items() if not wanted or n in wanted})
        browser.close()
    print(f"The pictures are in {SHOTS}: {', '.join(wanted or pages)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
