"""The built site as a reader, a robot and an attacker meet it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest
from bs4 import BeautifulSoup

from digest import addresses
from tests.building import PUBLISHED, ROOT, Built, build, newsroom
from tests.sitelint import complaints


def test_every_page_is_valid_and_every_link_leads_somewhere(site: Built) -> None:
    assert complaints(site.output) == []


def test_nothing_is_said_of_good_content(site: Built) -> None:
    assert site.problems == []


@pytest.mark.parametrize(
    "file",
    [
        *("index.html", "404.html", "robots.txt", "sitemap.xml", "about/index.html", "about/en/index.html"),
        *("actors/index.html", "events/index.html", "entries/index.html", "feeds/all.atom.xml"),
        *("feeds/uk.atom.xml", "feeds/actors/helen-marsh.atom.xml", "feeds/events/vidkryttia-mostu.atom.xml"),
        *("outlets/index.html", "languages/index.html", "corrections/index.html", "subscribe/index.html"),
        *("entries/2024-06/index.html", "editions/2024-06-20/index.html"),
        *("editions/2024-06-20/mail.html", "editions/2024-06-20/mail.txt"),
        "entries/2024-05-16-verbove-flood-peak/index.html",
        "actors/oksana-melnychenko/index.html",
        "events/povin-u-verbovomu/index.html",
    ],
)
def test_the_page_is_there(site: Built, file: str) -> None:
    assert (site.output / file).is_file()


@pytest.mark.parametrize(
    "name",
    [
        *("index", "article", "page", "actor", "event", "quotation", "edition", "mail", "month", "404"),
        *("actors", "events", "entries", "outlets", "languages", "corrections", "subscribe", "data"),
    ],
)
def test_the_template_is_our_own(name: str) -> None:
    """Pelican would take one from its bundled theme without a word."""
    assert (ROOT / "theme/templates" / f"{name}.html").is_file()


def test_the_page_on_how_it_is_made_tells_the_measured_quality(site: Built) -> None:
    page = BeautifulSoup(site.text("about/index.html"), "html5lib")
    assert page.select("article.page .text p")
    assert len(page.select(".quality tbody tr")) > 5


def test_a_hidden_actor_has_no_page_but_keeps_the_words(site: Built) -> None:
    assert not (site.output / "actors/pavlo-tykhyi").exists()
    page = site.text("entries/2024-05-14-luna-vyishla-z-berehiv/index.html")
    assert "Такої води я не бачив з дитинства" in page
    assert "Павло Тихий" in page


def test_a_merged_actor_leads_to_the_one_page(site: Built) -> None:
    assert 'url=../../actors/oksana-melnychenko/"' in site.text("actors/o-melnychenko/index.html")
    assert "Кошти надійдуть до кінця місяця" in site.text("actors/oksana-melnychenko/index.html")


def test_a_former_address_leads_to_the_entry(site: Built) -> None:
    assert "../../entries/2024-06-20-mist-vidkryto/" in site.text("entries/mist/index.html")


def test_pages_stay_small(site: Built) -> None:
    heavy = {p.name: p.stat().st_size for p in site.pages() if p.stat().st_size > 40_000}
    assert heavy == {}


def test_every_picture_of_a_page_is_there(published: Built) -> None:
    """Also of the further pages of an actor or event: they show the card of what they are about."""
    pages = [BeautifulSoup(page.read_bytes(), "lxml") for page in published.pages()]
    shown = {str(found["content"]) for page in pages for found in page.select("meta[property='og:image']")}
    assert shown
    assert [x for x in shown if not (published.output / x.removeprefix(f"{PUBLISHED}/")).is_file()] == []


def test_the_first_entries_stay_small_at_a_long_address(tmp_path: Path) -> None:
    """Two real reports, the longer with fourteen quotations."""
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    built = build(tmp_path, SITEURL="https://digest.example.org/news", DIGEST_TODAY="2024-08-01")
    sizes = {p.parent.name: p.stat().st_size for p in built.output.glob("entries/2024-0?-??-*/index.html")}
    assert len(sizes) == 2
    assert {name: size for name, size in sizes.items() if size > 40_000} == {}


def test_a_letter_is_for_everywhere_and_loads_nothing(tmp_path: Path) -> None:
    built = build(newsroom(tmp_path / "n"), SITEURL="https://example.org/news")
    letter = BeautifulSoup(built.text("editions/2024-06-20/mail.html"), "html5lib")
    assert {str(a["href"]).startswith("https://example.org/news/") for a in letter.select("a")} == {True}
    assert letter.select("link, script, img, table") == []
    assert "https://example.org/news/entries/" in built.text("editions/2024-06-20/mail.txt")


def graph(site: Built, address: str) -> list[dict[str, Any]]:
    """What a page says to machines."""
    page = BeautifulSoup(site.text(f"{address}index.html"), "html5lib")
    script = page.find("script", type="application/ld+json")
    assert script is not None
    nodes: list[dict[str, Any]] = json.loads(script.string or "")["@graph"]
    return nodes


def test_json_ld_says_who_said_what(site: Built) -> None:
    stem = "2024-05-16-verbove-flood-peak"
    nodes = graph(site, f"entries/{stem}/")
    article = next(n for n in nodes if n["@type"] == "Article")
    told = graph(site, addresses.quotation(stem, "q1"))
    said = next(n for n in told if n.get("@id") == urljoin(article["url"], article["hasPart"][0]["@id"]))
    people = {n["@id"]: n["name"] for n in article["mentions"]}
    assert said["text"] == "The river did what our models said it would, only a day earlier"
    assert people[said["creator"]["@id"]] == "Гелен Марш"
    assert article["isBasedOn"]["url"] == "https://post.example/verbove"
    trail = next(n for n in nodes if n["@type"] == "BreadcrumbList")["itemListElement"]
    assert [step["name"] for step in trail] == ["Copydesk", "Архів", article["headline"]]


def test_feeds_are_read_by_others(site: Built) -> None:
    feed = feedparser.parse(site.text("feeds/all.atom.xml"))
    assert not feed.bozo
    assert len(feed.entries) == 12
    assert feed.entries[0].updated == "2024-06-21T00:00:00Z"
    assert len({e.id for e in feed.entries}) == 12


def test_same_input_same_bytes(site: Built, tmp_path: Path) -> None:
    again = build(
        newsroom(tmp_path / "elsewhere"),
        tmp_path / "out",
        TZ="Pacific/Kiritimati",
        PYTHONHASHSEED="7",
        LC_ALL="C",
        DIGEST_EXPLAIN="1",
    )
    assert again.digests() == site.digests()


def test_the_site_works_below_a_path(tmp_path: Path) -> None:
    built = build(newsroom(tmp_path / "n"), SITEURL="https://example.org/news")
    assert complaints(built.output, "/news") == []
    page = built.text("entries/2024-06-20-mist-vidkryto/index.html")
    assert 'href="https://example.org/news/entries/2024-06-20-mist-vidkryto/"' in page, "canonical"
    assert 'href="/news/' in built.text("404.html"), "404 is shown at any depth"
    assert "https://example.org/news/actors/" in built.text("sitemap.xml")
    assert "https://example.org/news/entries/" in built.text("feeds/all.atom.xml")
    assert "Sitemap: https://example.org/news/sitemap.xml" in built.text("robots.txt")


@pytest.mark.parametrize(("lang", "name"), [("en", "Helen Marsh"), ("ru", "Хелен Марш")])
def test_the_site_in_another_language(tmp_path: Path, lang: str, name: str) -> None:
    built = build(newsroom(tmp_path / "n"), DIGEST_LANG=lang, DIGEST_TEXT="excerpt")
    assert complaints(built.output) == []
    assert f'<html lang="{lang}">' in built.text("index.html")
    assert name in built.text("actors/helen-marsh/index.html")


def test_another_theme_still_shows_entries_and_actors(tmp_path: Path) -> None:
    built = build(newsroom(tmp_path / "n"), None, "-t", "simple", DIGEST_TREES="en")
    assert built.code == 0, built.printed
    assert not (built.output / "en").exists(), "its pages could not lead to each other"
    assert "A higher bridge" in built.text("actors/helen-marsh/index.html")
    assert "<p>The Luna fell" in built.text("entries/2024-05-16-verbove-flood-peak/index.html")


def test_entries_of_later_days_and_drafts_stay_inside(tmp_path: Path) -> None:
    project = newsroom(tmp_path / "n", empty=True)
    entry(project, "2024-07-02-tomorrow", "title: Завтрашнє\nlang: uk\ndate: 2024-07-02\n")
    entry(project, "2024-06-02-draft", "title: Чернетка\nlang: uk\ndate: 2024-06-02\nstatus: draft\n")
    entry(project, "2024-07-01-today", "title: Сьогоднішнє\nlang: uk\ndate: 2024-07-01\n")
    built = build(project)
    text = "".join(p.read_text(encoding="utf-8") for p in built.files() if p.suffix in (".html", ".xml"))
    assert "Сьогоднішнє" in text
    assert "Завтрашнє" not in text
    assert "Чернетка" not in text
    assert "Завтрашнє" in build(project, DIGEST_TODAY="2024-07-02").text("index.html")


def entry(project: Path, stem: str, header: str, body: str = "Текст.\n", folder: str = "2024") -> Path:
    path = project / "content/entries" / folder / f"{stem}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{header}---\n{body}", encoding="utf-8")
    return path


GOOD = "title: Добре\nlang: uk\ndate: 2024-06-01\n"


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site with one good entry among bad ones of every kind."""
    project = newsroom(tmp_path_factory.mktemp("bad") / "n", empty=True)
    entry(project, "2024-06-01-good", GOOD)
    entry(project, "2024-06-01-colon", "title: a: b\nlang: uk\ndate: 2024-06-01\n")
    entry(project, "2024-06-01-key", GOOD + "sumary: x\n")
    entry(project, "2024-06-01-save", GOOD + "save_as: index.html\n")
    entry(project, "2024-06-01-slug", GOOD + "slug: ../../evil\n")
    entry(project, "2024-06-01-template", GOOD + "template: ../base\n")
    entry(project, "2024-06-01-nobody", GOOD + "actors:\n  - nobody\n")
    entry(project, "Назва файла", GOOD)
    entry(project, "2024-06-01-twin", GOOD)
    entry(project, "2024-06-01-twin", "title: Двійник\nlang: uk\ndate: 2024-06-01\n", folder="again")
    for name in ("rules", "rules.uk"):
        (project / f"content/pages/{name}.md").write_text(
            "---\ntitle: Правила\n---\nТекст.\n", encoding="utf-8"
        )
    (project / "secret.md").write_text(f"---\n{GOOD}---\nтаємне слово\n", encoding="utf-8")
    (project / "content/entries/2024-06-01-linked.md").symlink_to(project / "secret.md")
    (project / "content/entries/2024-06-01-raw.rst").write_text(
        ".. raw:: html\n   :file: /etc/passwd\n", encoding="utf-8"
    )
    (project / "content/entries/2024-06-01-raw.html").write_text(
        "<title>x</title><script>alert(1)</script>", encoding="utf-8"
    )
    (project / "seeds/s.txt").write_text(
        "Міст відкрито. «Пройдемо разом», — сказав голова.\n", encoding="utf-8"
    )
    seed = "seed:\n  file: {}\n  sha256: " + "a" * 64 + "\n  rules: 1\n"
    said = "quotations:\n  - id: q1\n    content: Пройдемо порізно\n"
    entry(project, "2024-06-01-misquoted", GOOD + said + seed.format("s.txt"))
    entry(project, "2024-06-01-outside", GOOD + said + seed.format("../secret.md"))
    return build(project)


@pytest.mark.parametrize(
    ("file", "line", "says"),
    [
        ("2024-06-01-colon.md", 2, "colon"),
        ("2024-06-01-key.md", 5, "did you mean `summary`"),
        ("2024-06-01-save.md", 5, "save_as"),
        ("2024-06-01-slug.md", 5, "slug"),
        ("2024-06-01-template.md", 5, "template"),
        ("2024-06-01-nobody.md", 6, "nobody"),
        ("Назва файла.md", 0, "rename it"),
        ("again/2024-06-01-twin.md", 0, "the same address"),
        ("rules.uk.md", 0, "the same address"),
        ("2024-06-01-linked.md", 0, "link"),
        ("2024-06-01-misquoted.md", 7, "word for word"),
        ("2024-06-01-outside.md", 9, "../secret.md"),
    ],
)
def test_each_bad_file_is_named_with_line_and_advice(bad: Built, file: str, line: int, says: str) -> None:
    found = [p for p in bad.problems if p["path"].endswith(file) and p["severity"] == "error"]
    assert len(found) == 1, bad.problems
    assert says in found[0]["text"]
    assert found[0]["fix"]
    if line:
        assert found[0]["line"] == line
    assert found[0]["text"] in bad.printed, "printed whole, on one line"


def test_files_that_nobody_reads_are_named(bad: Built) -> None:
    said = [p["path"] for p in bad.problems if p["rule"] == "stray"]
    assert said == ["content/entries/2024-06-01-raw.html", "content/entries/2024-06-01-raw.rst"]


def test_the_good_entry_is_published_all_the_same(bad: Built) -> None:
    assert bad.code == 0, bad.printed
    names = {p.parent.name for p in (bad.output / "entries").glob("*-*-*-*/index.html")}
    assert names == {"2024-06-01-good", "2024-06-01-nobody", "2024-06-01-twin",
                     "2024-06-01-misquoted", "2024-06-01-outside"}  # fmt: skip
    assert complaints(bad.output) == []


def test_nothing_from_outside_is_published_and_nothing_written_outside(bad: Built) -> None:
    text = "".join(p.read_text(encoding="utf-8", errors="replace") for p in bad.files())
    assert "таємне слово" not in text
    assert "root:x:0" not in text
    assert not [
        p for p in bad.files() if p.suffix in (".txt", ".md") and p.name not in ("robots.txt", "mail.txt")
    ]
    made = {p.name for p in bad.output.parent.iterdir()}
    assert made == {"content", "seeds", "secret.md", "problems.json", "output", ".cache"}


def test_a_quotation_that_is_not_in_its_seed_is_not_called_proved(bad: Built) -> None:
    assert 'data-proof="verified"' not in bad.text("entries/2024-06-01-misquoted/index.html")


def test_a_strict_build_refuses_and_leaves_the_former_site(tmp_path: Path) -> None:
    project = newsroom(tmp_path / "n", empty=True)
    good = entry(project, "2024-06-01-good", GOOD)
    assert build(project, DIGEST_STRICT="1").code == 0
    before = build(project).digests()
    good.write_text("---\ntitle: Без кінця\n", encoding="utf-8")
    refused = build(project, DIGEST_STRICT="1")
    assert refused.code == 1
    assert "content/entries/2024/2024-06-01-good.md:1" in refused.printed
    assert "Traceback" not in refused.printed
    assert refused.digests() == before


def test_a_folder_with_other_files_is_never_replaced(tmp_path: Path) -> None:
    project = newsroom(tmp_path / "n", empty=True)
    kept = tmp_path / "documents"
    kept.mkdir()
    (kept / "letter.txt").write_text("dear", encoding="utf-8")
    refused = build(project, kept)
    assert refused.code == 1
    assert [p.name for p in kept.iterdir()] == ["letter.txt"]


def test_stale_pages_go(tmp_path: Path) -> None:
    project = newsroom(tmp_path / "n", empty=True)
    path = entry(project, "2024-06-01-old", GOOD)
    build(project)
    path.rename(path.with_name("2024-06-01-new.md"))
    built = build(project)
    assert [p.parent.name for p in (built.output / "entries").glob("*-*-*-*/index.html")] == [
        "2024-06-01-new"
    ]
