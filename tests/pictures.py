"""`make pictures`: the pictures of the editors' handbook, taken from the pages of this repository's own site.

They go to `docs/editors/pictures/`, as `LANG-NAME.png`, in few colours, so that they stay small.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browsing import chromium, served
from tests.building import ROOT, build

PICTURES = ROOT / "docs/editors/pictures"
LANGS = ("uk", "ru", "en")
ENTRY = "entries/2024-04-09-rishucha-pidtrymka-i-bahatostoronnia-vzaiemodiia-v-kytai/"
# Name of a picture, the page, and the part of it.
SHOWN = (
    ("provenance", ENTRY, "aside.facets section"),
    ("quotation", ENTRY, "figure.quotation"),
    ("actor", "actors/van-yi/", "main header"),
    ("event", "events/2024-04-09-perehovory-v-pekini/", "main header"),
)
WIDTH, COLOURS, ROOM = 1000, 48, 14


def take(browser: Browser, host: str, lang: str) -> None:
    """Write the pictures of the site in one language."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 900}, color_scheme="light")
    for name, address, part in SHOWN:
        page.goto(host + address)
        box = page.locator(part).first.bounding_box()
        assert box is not None, f"{address} has no {part}"
        clip = {
            "x": max(0, box["x"] - ROOM),
            "y": max(0, box["y"] - ROOM),
            "width": min(WIDTH, box["width"] + 2 * ROOM),
            "height": box["height"] + 2 * ROOM,
        }
        shot = Image.open(io.BytesIO(page.screenshot(clip=clip, full_page=True)))  # type: ignore[arg-type]
        few = shot.convert("RGB").quantize(COLOURS)
        few.save(PICTURES / f"{lang}-{name}.png", optimize=True)
    page.close()


def main() -> int:
    """Build the site in each language and take the pictures; 1 where something is missing."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium(playwright)
        if browser is None:
            print("there is no Chromium: install it (apt install chromium)")
            return 1
        for lang in LANGS:
            project = Path(folder) / lang
            for name in ("content", "seeds"):
                shutil.copytree(ROOT / name, project / name)
            built = build(project, DIGEST_LANG=lang)
            if built.code:
                print(built.printed)
                return 1
            with served(built.output) as host:
                take(browser, host, lang)
        browser.close()
    print(f"The pictures are in {PICTURES}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
