"""`make pictures`: the pictures of the README and of the editors' handbook, small, in few colours.

The handbook's are of this repository's own site in each language and go to `docs/editors/pictures/`, as
`LANG-NAME.png`; the README's, of that site and of the invented corpus, go to `docs/`.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests import corpus
from tests.browsing import chromium, served
from tests.building import ROOT, Built, build, kinds

Scheme = Literal["light", "dark"]
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
WIDTH, COLOURS, ROOM = 1000, 64, 14
# The README's: name, the page, width, height, scheme. A page of the corpus is the heaviest of its kind.
OWN = (
    ("entry", ENTRY, 1200, 1050, "light"),
    ("home-dark", "", 1200, 1000, "dark"),
    ("actor", "actors/van-yi/", 390, 900, "light"),
)
INVENTED = (("quotation", "quotation", 1280, 1000, "light"), ("event", "event_said", 1200, 1000, "light"))
ENTRIES = 120
LAST = "2024-07-08"  # all entries of the repository are due


def shoot(browser: Browser, host: str, shown: Sequence[tuple[str, str, int, int, Scheme]]) -> None:
    """Write pictures of the README: the upper part of each page."""
    for name, address, width, height, scheme in shown:
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        page.goto(host + address)
        _written(page.screenshot(), ROOT / "docs" / f"{name}.png")
        page.close()


def _spoken(built: Built, kind: str) -> str:
    """The heaviest page of a kind on which a speaker with a page and a post is named."""
    return next(
        file for file in kinds(built)[kind] if re.search("<th scope=.row|class=.post", built.text(file))
    )


def _written(shot: bytes, file: Path) -> None:
    Image.open(io.BytesIO(shot)).convert("RGB").quantize(COLOURS).save(file, optimize=True)


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
        shot = page.screenshot(clip=clip, full_page=True)  # type: ignore[arg-type]
        _written(shot, PICTURES / f"{lang}-{name}.png")
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
            built = build(project, DIGEST_LANG=lang, DIGEST_TODAY=LAST)
            if built.code:
                print(built.printed)
                return 1
            with served(built.output) as host:
                take(browser, host, lang)
                if lang == LANGS[0]:
                    shoot(browser, host, OWN)
        corpus.write(Path(folder) / "corpus", ENTRIES)
        built = build(Path(folder) / "corpus")
        with served(built.output) as host:
            shoot(browser, host, [(name, _spoken(built, kind), *rest) for name, kind, *rest in INVENTED])
        browser.close()
    print(f"The pictures are in {PICTURES}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
