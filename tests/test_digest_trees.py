"""The site in several interface languages at once: trees of the same pages that lead to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
import yaml
from bs4 import BeautifulSoup, NavigableString, Tag

from digest import settings
from digest.index import Digest
from digest.presentation.voice import catalogue
from digest.trees import Tree, alternates, counterparts
from tests import corpus
from tests.building import Built, build, newsroom
from tests.sitelint import complaints

FOLDERS = {"uk": "", "en": "en/", "ru": "ru/"}
SITE = "https://example.org/news"
SWITCH = ".nameplate nav a"
# What is made once, at the root: what leads on, what hosts and mail programs ask for, how a seed was read.
ONCE = re.compile(r"404\.html|.*/mail\.html|.*/explained/(page/\d+/)?index\.html|about/en/index\.html")


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The invented newsroom in three trees below the path of a project. Read only."""
    project = newsroom(tmp_path_factory.mktemp("placed") / "n")
    return build(project, DIGEST_TREES="en ru", SITEURL=SITE, DIGEST_EXPLAIN="1", DIGEST_CARDS="0")


@cache
def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_bytes(), "lxml")


def places(built: Built) -> Iterator[str]:
    """The file of every page that must stand in each tree."""
    for path in built.pages():
        file = path.relative_to(built.output).as_posix()
        leads_on = soup(path).select_one("meta[http-equiv=refresh]")
        if not file.startswith(("en/", "ru/")) and not ONCE.fullmatch(file) and not leads_on:
            yield file


@pytest.fixture(params=["relative", "placed"])
def built(request: pytest.FixtureRequest) -> Built:
    """A site with trees: the corpus with relative links, the newsroom below a path."""
    found = request.getfixturevalue("trees" if request.param == "relative" else "placed")
    assert isinstance(found, Built)
    return found


def test_every_page_is_valid_and_every_link_and_fragment_resolves(built: Built) -> None:
    base = "/news" if "example.org/news" in built.text("sitemap.xml") else ""
    assert complaints(built.output, base) == []


def test_every_page_has_its_counterparts_and_leads_to_them(built: Built) -> None:
    files = list(places(built))
    assert len(files) > 50
    for file in files:
        there = [f"/news/{folder}{file}".removesuffix("index.html") for folder in FOLDERS.values()]
        for lang, folder in FOLDERS.items():
            links = soup(built.output / f"{folder}{file}").select(SWITCH)
            here = f"https://example.org/news/{folder}{file}"
            assert [urlsplit(urljoin(here, str(a["href"]))).path for a in links] == there
            assert [a["hreflang"] for a in links] == [a["lang"] for a in links] == list(FOLDERS)
            assert [a["hreflang"] for a in links if a.get("aria-current")] == [lang]
            assert [a.get_text() for a in links] == ["українська", "English", "русский"]


def test_every_tree_speaks_its_language(built: Built) -> None:
    for path in built.pages():
        first = path.relative_to(built.output).parts[0]
        html = soup(path).html
        assert html is not None
        assert html["lang"] == (first if first in ("en", "ru") else "uk"), path


def own_words(page: BeautifulSoup, lang: str) -> Iterator[str]:
    """What stands in the page in the language of its tree: texts, labels, titles."""
    for tag in page.find_all(True):
        around = next((t["lang"] for t in [tag, *tag.parents] if isinstance(t, Tag) and t.get("lang")), "")
        if around != lang or tag.name in ("script", "code"):
            continue
        yield from (str(tag[name]) for name in ("aria-label", "title", "placeholder") if tag.get(name))
        yield from (str(s).strip() for s in tag.children if type(s) is NavigableString)


@cache
def messages(lang: str) -> frozenset[str]:
    """Every finished message of a catalogue; one with blanks says something else each time."""
    found = (
        s for m in catalogue(lang) if m.id for s in ([m.string] if isinstance(m.string, str) else m.string)
    )
    return frozenset(s for s in found if "%" not in s)


def test_no_page_speaks_the_words_of_another_tree(built: Built) -> None:
    for file in places(built):
        for lang, folder in FOLDERS.items():
            foreign = frozenset().union(*(messages(x) for x in FOLDERS if x != lang)) - messages(lang)
            said = set(own_words(soup(built.output / f"{folder}{file}"), lang))
            assert sorted(said & foreign) == [], f"{folder}{file}"
            assert said & messages(lang)


def test_a_link_inside_a_tree_stays_in_it(built: Built) -> None:
    files = set(places(built))
    for path in (p for folder in ("en", "ru") for p in (built.output / folder).rglob("*.html")):
        lang, _, file = path.relative_to(built.output).as_posix().partition("/")
        for link in soup(path).select(f"a[href]:not({SWITCH})"):
            address = urlsplit(urljoin(f"{SITE}/{lang}/{file}", str(link["href"])))
            target = address.path.removeprefix("/news/")
            if address.netloc == "example.org" and target.endswith("/"):
                assert f"{target}index.html" not in files, f"{path} leads out of its tree: {link}"


def test_what_speaks_no_language_stands_once(built: Built) -> None:
    inside = [p for folder in ("en", "ru") for p in (built.output / folder).rglob("*") if p.is_file()]
    assert {p.name for p in inside} == {"index.html"}
    assert not any(p.parent.name == "explained" for p in inside)


def test_titles_quotations_and_texts_stay_as_they_were_printed(built: Built) -> None:
    project = built.output.parent
    for path in sorted((project / "content/entries").rglob("*.md")):
        header = yaml.safe_load(path.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---\n"))
        pages = [soup(built.output / f"{f}entries/{path.stem}/index.html") for f in FOLDERS.values()]
        for page in pages:
            printed = [q.get_text() for q in page.select("figure.quotation[id] blockquote p")]
            assert printed == [q["content"] for q in header.get("quotations") or ()]
            assert [q["lang"] for q in page.select("figure.quotation[id] blockquote")] == [
                header["lang"]
            ] * len(printed)
        headlines = {str(page.select_one("h1")) for page in pages}
        texts = {"".join(p.get_text() for p in page.select(".text > p")) for page in pages}
        assert (len(headlines), len(texts)) == (1, 1)


def test_what_editors_wrote_is_in_the_language_of_the_first_tree(built: Built) -> None:
    def langs(folder: str) -> set[str | None]:
        pages = (built.output / folder / "entries").glob("*/index.html")
        return {post.get("lang") for page in pages for post in soup(page).select("p.post")}

    assert (langs(""), langs("ru/")) == ({None}, {"uk"})


def test_the_same_bytes_come_out_again(trees: Built, tmp_path: Path) -> None:
    corpus.write(tmp_path / "again", 12)
    again = build(
        tmp_path / "again", DIGEST_TREES="en,ru", TZ="Pacific/Kiritimati", PYTHONHASHSEED="7", LC_ALL="C"
    )
    assert again.digests() == trees.digests()


NAMES = [("", "Гелен Марш", "20 червня 2024"), ("ru/", "Хелен Марш", "20 июня 2024")]


@pytest.mark.parametrize(("folder", "name", "day"), [*NAMES, ("en/", "Helen Marsh", "20 June 2024")])
def test_names_days_and_plurals_are_the_trees_own(placed: Built, folder: str, name: str, day: str) -> None:
    heading = soup(placed.output / f"{folder}actors/helen-marsh/index.html").h1
    assert heading is not None
    assert heading.get_text(strip=True) == name
    assert day in placed.text(f"{folder}editions/2024-06-20/index.html")
    lead = {"": "записи", "ru/": "записи", "en/": "entries"}[folder]
    assert lead in placed.text(f"{folder}entries/2024-06/index.html")


def test_machines_are_told_of_every_counterpart_where_the_address_is_known(placed: Built) -> None:
    for file in places(placed):
        place = file.removesuffix("index.html")
        true = {lang: f"{SITE}/{folder}{place}" for lang, folder in FOLDERS.items()}
        for lang, folder in FOLDERS.items():
            page = soup(placed.output / f"{folder}{file}")
            told = {str(a["hreflang"]): str(a["href"]) for a in page.select("link[hreflang]")}
            canonical = page.select_one("link[rel=canonical]")
            assert told == {**true, "x-default": true["uk"]}
            assert canonical is not None
            assert canonical["href"] == true[lang]


def test_nothing_is_claimed_where_the_address_is_not_known_or_no_counterpart_is(
    trees: Built, placed: Built
) -> None:
    assert "hreflang=" not in trees.text("index.html").partition("</head>")[0]
    for file in ("404.html", "about/en/index.html"):
        assert "hreflang=" not in placed.text(file).partition("</head>")[0]
    homes = [urlsplit(str(a["href"])).path for a in soup(placed.output / "404.html").select(SWITCH)]
    assert homes == ["/news/", "/news/en/", "/news/ru/"]


def test_one_map_names_every_page_of_every_tree(placed: Built) -> None:
    root = ET.fromstring(placed.text("sitemap.xml"))
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    rows = {str(n.findtext("s:loc", "", space)): n.findall("x:link", space) for n in root}
    for folder in FOLDERS.values():
        links = rows[f"{SITE}/{folder}actors/helen-marsh/"]
        assert [n.get("hreflang") for n in links] == [*FOLDERS, "x-default"]
        assert {n.get("href") for n in links} <= set(rows)
    assert rows[f"{SITE}/about/en/"] == []


def test_a_page_stands_in_the_language_of_the_tree_where_it_was_written(placed: Built) -> None:
    title = {"": "uk", "en/": "en", "ru/": "uk"}
    for folder, lang in title.items():
        article = soup(placed.output / f"{folder}about/index.html").select_one("article.page")
        assert article is not None
        assert article["lang"] == lang
        assert article.select("[hreflang]") == [], "the switch leads there"
    assert soup(placed.output / "about/en/index.html").select_one("article[lang=en]")


def test_former_addresses_lead_on_inside_a_tree(placed: Built) -> None:
    assert 'url=../../../en/actors/oksana-melnychenko/"' in placed.text("en/actors/o-melnychenko/index.html")


def test_without_the_setting_there_is_one_tree_and_no_switch(site: Built) -> None:
    assert not (site.output / "en").exists()
    assert soup(site.output / "index.html").select(SWITCH) == []


def test_the_languages_of_the_trees_are_without_the_sites_own() -> None:
    assert settings.trees({"DIGEST_TREES": "en, uk ru en", "DIGEST_LANG": "uk"}) == ("en", "ru")
    assert settings.trees({"DIGEST_TREES": "", "DIGEST_LANG": "uk"}) == ()


def test_a_language_that_the_site_does_not_speak_is_refused_with_advice() -> None:
    with pytest.raises(SystemExit, match="DIGEST_TREES=en de: de is none of uk, ru, en"):
        settings.trees({"DIGEST_TREES": "en de", "DIGEST_LANG": "uk"})


def tree(lang: str, folder: str) -> Tree:
    return Tree(lang, folder, Digest(), {}, places=frozenset({"", "actors/"}))


def test_a_place_is_in_the_tree_and_all_else_at_the_root() -> None:
    english = tree("en", "en/")
    assert [english.at(x) for x in ("", "actors/", "feeds/all.atom.xml")] == [
        "en/", "en/actors/", "feeds/all.atom.xml"
    ]  # fmt: skip
    assert english.place("en/actors/") == "actors/"


def test_a_page_that_no_tree_has_leads_to_the_front_pages() -> None:
    both = [tree("uk", ""), tree("en", "en/")]
    assert counterparts(both, "actors/") == [("uk", "actors/"), ("en", "en/actors/")]
    assert counterparts(both, "404.html") == [("uk", ""), ("en", "en/")]
    assert counterparts(both[:1], "actors/") == []
    assert alternates(both, "404.html", SITE) == alternates(both, "actors/", "") == []
