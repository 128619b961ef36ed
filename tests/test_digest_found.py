"""How a published site is found and shared: the map, robots, canonical addresses, share cards."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date

import pytest
from bs4 import BeautifulSoup
from lxml import etree
from PIL import Image

from tests.building import PUBLISHED, Built, kinds

SCHEMA = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def mapped(built: Built) -> list[tuple[str, str | None]]:
    root = etree.fromstring((built.output / "sitemap.xml").read_bytes())
    return [(str(url.findtext(f"{SCHEMA}loc")), url.findtext(f"{SCHEMA}lastmod")) for url in root]


def soups(built: Built) -> dict[str, BeautifulSoup]:
    """Every page by its address, redirects and letters too."""
    return {
        path.relative_to(built.output).as_posix().removesuffix("index.html"): BeautifulSoup(
            path.read_bytes(), "lxml"
        )
        for path in built.pages()
    }


def hidden(soup: BeautifulSoup) -> bool:
    return bool(soup.select('meta[name="robots"][content~="noindex"]'))


def test_the_map_has_every_page_once_and_nothing_that_asks_not_to_be_listed(published: Built) -> None:
    listed = Counter(where for where, _ in mapped(published))
    wanted = {f"{PUBLISHED}/{where}" for where, soup in soups(published).items() if not hidden(soup)}

    assert set(listed) == wanted
    assert set(listed.values()) == {1}


def test_its_days_are_days_of_the_content(published: Built) -> None:
    days = [date.fromisoformat(day) for _, day in mapped(published) if day]

    assert len(days) > 50
    assert max(days) <= date(2024, 7, 1), "the day for which it was built"
    entry = dict(mapped(published))[f"{PUBLISHED}/entries/2024-05-16-verbove-flood-peak/"]
    assert entry == "2024-05-16"


def test_every_page_that_tells_of_entries_has_the_day_of_the_last(invented_corpus: Built) -> None:
    undated = {where.strip("/") for where, day in mapped(invented_corpus) if not day}
    by_kind = kinds(invented_corpus).items()
    found = {kind for kind, files in by_kind if undated & {f.removesuffix("/index.html") for f in files}}

    assert found == {"about", "page", "subscribe", "actor"}, "a place is named by events alone"


def test_the_page_of_no_address_is_not_for_search_engines(published: Built) -> None:
    assert hidden(BeautifulSoup(published.text("404.html"), "lxml"))


def test_robots_names_the_map(published: Built, site: Built) -> None:
    assert published.text("robots.txt").splitlines()[-1] == f"Sitemap: {PUBLISHED}/sitemap.xml"
    assert "Sitemap" not in site.text("robots.txt"), "an address that is not known is not named"


def test_every_page_names_its_one_address(published: Built) -> None:
    for where, soup in soups(published).items():
        named = [str(link["href"]) for link in soup.select('link[rel="canonical"]')]
        if where.endswith("mail.html"):
            assert named == []
        elif soup.body is not None and soup.body.get("data-page"):
            assert named == [f"{PUBLISHED}/{where}"]
            assert soup.select_one('meta[property="og:url"]')["content"] == named[0]  # type: ignore[index]


@pytest.mark.parametrize("kind", ["entry", "quotation", "actor", "event"])
def test_a_page_has_its_card(published: Built, kind: str) -> None:
    pages = [soup for soup in soups(published).values() if soup.select(f'body[data-page="{kind}"]')]
    assert pages
    for soup in pages:
        said = {str(m["property"]): str(m["content"]) for m in soup.select('meta[property^="og:"]')}
        file = published.output / said["og:image"].removeprefix(f"{PUBLISHED}/")
        picture = Image.open(io.BytesIO(file.read_bytes()))
        assert [str(n) for n in picture.size] == [said["og:image:width"], said["og:image:height"]]
        assert file.stat().st_size < 300_000, "larger pictures are dropped by messengers"
        assert said["og:title"] and said["og:description"] and said["og:image:alt"]
