"""The theme over the invented digest: valid, safe, labelled, light."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag

from digest.index import Digest
from tests import invented

STATIC = invented.THEME / "static"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'"
)


@cache
def built(lang: str = "uk") -> dict[str, str]:
    return invented.pages(invented.digest(), lang)


@cache
def soup(file: str) -> BeautifulSoup:
    return BeautifulSoup(built()[file], "lxml")


FILES = sorted(built())


def tags(file: str, *names: str) -> list[Tag]:
    return [tag for tag in soup(file).find_all(list(names)) if isinstance(tag, Tag)]


@pytest.mark.parametrize("file", FILES)
def test_ids_are_unique_and_references_to_them_resolve(file: str) -> None:
    ids = [str(tag["id"]) for tag in soup(file).select("[id]")]
    wanted = [str(tag["href"])[1:] for tag in soup(file).select('a[href^="#"]')]
    wanted += [
        x for tag in soup(file).select("[aria-labelledby]") for x in str(tag["aria-labelledby"]).split()
    ]

    assert sorted(set(ids)) == sorted(ids)
    assert set(wanted) <= set(ids)


@pytest.mark.parametrize("file", FILES)
def test_links_between_pages_resolve_with_their_fragments(file: str) -> None:
    for link in soup(file).select("a[href]"):
        address, _, fragment = str(link["href"]).partition("#")
        if (
            "://" in address
            or not address
            or address.endswith((".xml", ".json", ".csv", ".ics", "mail.html", "mail.txt"))
        ):
            continue  # files that no template makes: tests of the whole site follow them
        parts: list[str] = []
        for part in [*file.split("/")[:-1], *address.split("/")]:
            if part == "..":
                parts.pop()
            elif part not in ("", "."):
                parts.append(part)
        target = "/".join(parts)
        target = target if target.endswith(".html") else f"{target}/index.html".lstrip("/")
        assert target in built(), f"{file} links to {address}"
        assert not fragment or soup(target).find(id=fragment), f"{file}: no #{fragment} in {target}"


@pytest.mark.parametrize("file", FILES)
def test_a_page_has_one_heading_a_title_and_levels_without_gaps(file: str) -> None:
    levels = [int(tag.name[1]) for tag in tags(file, "h1", "h2", "h3", "h4")]

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    assert soup(file).title
    assert soup(file).select_one('meta[name="description"][content]')
    assert len(soup(file).select("main")) == 1


@pytest.mark.parametrize("file", FILES)
def test_nothing_on_a_page_needs_an_inline_style_or_script(file: str) -> None:
    head = soup(file).head
    assert head
    first = head.find(True)
    assert isinstance(first, Tag)

    assert (first["http-equiv"], first["content"]) == ("Content-Security-Policy", POLICY)
    assert soup(file).select("[style], style, [onclick], img, iframe, video, audio, embed, object") == []
    assert [s["src"] for s in soup(file).select("script")] == [
        s["src"] for s in soup(file).select("script[defer], script[type=module]")
    ]
    assert not soup(file).select('a[href^="javascript"]')


@pytest.mark.parametrize("file", FILES)
def test_every_drawing_has_words_or_is_hidden(file: str) -> None:
    for svg in soup(file).select("svg"):
        spoken = svg.get("role") == "img" and svg.get("aria-label")
        hidden = svg.get("aria-hidden") == "true" or svg.find_parent(attrs={"aria-hidden": "true"})

        assert spoken or hidden, svg


@pytest.mark.parametrize("file", FILES)
def test_words_in_another_language_say_so(file: str) -> None:
    """Every run of Russian-only or Latin letters of the texts stands under its own `lang`."""
    for tag in soup(file).select("main blockquote, main q, main h1, main .cue, main .text"):
        spoken = tag if tag.get("lang") else tag.find_parent(lang=True)
        assert isinstance(spoken, Tag)
        words = tag.get_text()
        assert spoken["lang"] == "ru" or not re.search("[ыэёъ]", words), words
        assert spoken["lang"] != "en" or not re.search("[а-яіїєґ]", words), words


@pytest.mark.parametrize("number", [7, 8, 11])
def test_all_words_about_an_actor_of_few_entries_stand_on_its_page(number: int) -> None:
    shown = invented.digest()
    told = next(entry for entry in shown.entries if entry.slug == "2024-05-15-damba")
    for n in range(number):
        invented.quote(told, f"Леся Гармаш сказала це {n} разів", told.actors[1])
    page = BeautifulSoup(invented.pages(shown)["actors/lesia-harmash/index.html"], "lxml")

    assert len(page.select("#named ~ .voices figure")) == number


def test_all_words_about_an_actor_of_many_entries_stand_on_the_pages_of_the_years() -> None:
    shown = invented.digest()
    told = next(entry for entry in shown.entries if entry.slug == "2024-05-15-damba")
    lesia = next(actor for actor in shown.actors if actor.slug == "lesia-harmash")
    for n in range(11):
        invented.quote(told, f"Леся Гармаш сказала це {n} разів", told.actors[1])
    lesia.entries = [told, *(replace(told, slug=f"{told.date}-{n}", quotations=[]) for n in range(20))]
    pages = invented.pages(shown)
    first = BeautifulSoup(pages["actors/lesia-harmash/index.html"], "lxml")
    years = [pages[file] for file in pages if file.startswith("actors/lesia-harmash/2024/")]
    told_of = [said.get_text() for page in years for said in BeautifulSoup(page, "lxml").select("blockquote")]

    assert len(first.select("#named ~ .voices figure")) == 4
    assert [way["href"] for way in first.select("#named ~ .end a")] == ["../../actors/lesia-harmash/2024/"]
    assert set(told_of) >= {f"Леся Гармаш сказала це {n} разів" for n in range(11)}


def test_all_whom_an_actor_appears_with_have_a_page_where_its_own_shows_the_first() -> None:
    shown = invented.digest()
    lesia = next(actor for actor in shown.actors if actor.slug == "lesia-harmash")
    met = [(invented.actor(f"a{n}", f"Особа {n}"), 30 - n) for n in range(12)]
    for other, _ in met:
        lesia.entries[0].actors.append(other)
        other.entries = lesia.entries[:1]
    lesia.companions = met[:10]
    page = BeautifulSoup(invented.pages(shown)["actors/lesia-harmash/index.html"], "lxml")
    assert not page.select("#with ~ .end")
    assert "actors/lesia-harmash/with/index.html" not in invented.pages(shown)

    lesia.companions = met
    pages = invented.pages(shown)
    page = BeautifulSoup(pages["actors/lesia-harmash/index.html"], "lxml")
    rows = BeautifulSoup(pages["actors/lesia-harmash/with/index.html"], "lxml").select("tbody tr")
    (way,) = page.select("#with ~ .end a")
    assert (way["href"], way.get_text()) == ("../../actors/lesia-harmash/with/", "12 дійових осіб")
    assert [(row.th.get_text(), row.td.get_text()) for row in rows if row.th and row.td] == [
        (other.name, str(count)) for other, count in met
    ]


def test_a_quotation_carries_its_proof_line() -> None:
    figure = soup("entries/2024-05-15-damba/index.html").select_one("figure.quotation")
    assert figure
    quote, proof = figure.blockquote, figure.select_one(".proof")
    assert quote
    assert proof
    check = proof.select_one("a.verified")
    assert check

    assert quote["lang"] == "uk"
    assert proof.get_text(" ", strip=True) == "дослівно сказала", "outlet and day stand above, once"
    assert check["href"] == f"../../entries/2024-05-15-damba/#w-{str(figure['id'])[2:]}"


@pytest.mark.parametrize(
    ("state", "words", "shapes"),
    [
        ("edited", "виправив редактор", 2),
        ("unattributed", "мовця не названо", 2),
        ("verified", "дослівно", 1),
        ("unverified", "немає вихідного тексту для звірки", 1),
    ],
)
def test_each_state_of_a_quotation_has_its_word_and_shape(state: str, words: str, shapes: int) -> None:
    figures = [
        f for file in FILES if file.startswith("entries/2") for f in soup(file).select("figure.quotation")
    ]
    figure = next(f for f in figures if str(f["data-proof"]).split()[0] == state)

    assert words in figure.get_text()
    assert len(figure.select("svg.shape")) == shapes


def test_an_actor_opens_with_the_name_in_all_its_scripts() -> None:
    opening = soup("actors/lesia-harmash/index.html").select_one(".titlepage")
    assert opening

    assert [t.get_text() for t in opening.select(".tongue")] == ["УКР", "РУС", "ENG"]
    assert [(t["lang"], t.get_text()) for t in opening.select(".names [lang]")] == [("en", "Lesia Harmash")]


def test_a_year_of_the_archive_names_its_months_and_says_how_dark_is_how_much() -> None:
    figure = soup("entries/index.html").select_one("figure.heatmap")
    assert figure is not None
    months = [month.text for month in figure.select(".months-of span")]
    assert (len(months), months[0], months[4], months[11]) == (12, "січ.", "трав.", "груд.")
    shades = [path["class"] for path in figure.select(".shades path")]
    assert shades == [["l0"], ["l1"], ["l2"], ["l3"], ["l4"]]
    busiest = max(len(edition.entries) for edition in invented.digest().editions)
    assert f" {busiest} " in " ".join(figure.select_one(".shades").text.replace("\xa0", " ").split())  # type: ignore[union-attr]


def test_a_much_told_actor_opens_with_the_ways_down_the_page() -> None:
    told = max(invented.digest().actors, key=lambda actor: len(actor.entries))
    page = soup(f"actors/{told.slug}/index.html")
    ways = [str(a["href"]) for a in page.select(".titlepage .onward a")]
    assert {"#said", "#with", "#who", "#follow"} <= set(ways)
    headings = [f"#{h['id']}" for h in page.select("h2[id]")]
    assert ways == headings, "each way leads to a section, in the order in which they stand"


def test_the_two_clocks_say_in_words_what_they_draw() -> None:
    clock = soup("entries/2024-05-18-damba/index.html").select_one("figure.clock")
    assert clock
    assert clock.svg
    assert clock.figcaption

    assert clock.svg["aria-label"] == "Сталося 14–15 травня 2024, розказано 18 травня 2024: через 3 дні"
    words = clock.figcaption.get_text(" ", strip=True)
    assert words == "Сталося 14–15 травня 2024 Розказано 18 травня 2024 через 3 дні"


@pytest.mark.parametrize("lang", ["uk", "ru", "en"])
def test_the_page_speaks_the_language_of_the_site(lang: str) -> None:
    page = BeautifulSoup(built(lang)["index.html"], "lxml")
    words = {"uk": "Дійові особи", "ru": "Действующие лица", "en": "Actors"}[lang]

    assert page.html
    assert page.html["lang"] == lang
    assert words in page.get_text()


def test_an_empty_digest_says_what_is_missing_and_how_to_add_it() -> None:
    pages = invented.pages(Digest())

    assert "seeds/" in pages["index.html"]
    assert "Сторінок дійових осіб поки немає" in pages["actors/index.html"]
    assert "Сторінок подій поки немає" in pages["events/index.html"]
    assert "Поки нічого не розказано" in pages["entries/index.html"]


HOSTILE = '"><script>alert(1)</script>{{ 7 * 191 * 1009 }}'


def test_no_word_of_a_text_becomes_markup() -> None:
    shown = invented.digest()
    for entry in shown.entries:
        entry.title = entry.byline = HOSTILE
        entry.summary = [HOSTILE]
    for quote in shown.quotations:
        quote.content = quote.cue = quote.note = quote.context = HOSTILE
        quote.translations = {"en": HOSTILE}
    for actor in shown.actors:
        actor.name = HOSTILE
        actor.names = actor.names | {"en": HOSTILE}
    for event in shown.events:
        event.title = event.place = HOSTILE

    for file, html in invented.pages(shown).items():
        assert "<script>" not in html, file
        assert "1349033" not in BeautifulSoup(html, "lxml").get_text(), file


def test_pages_are_light() -> None:
    assert max(len(html.encode()) for html in built().values()) <= 40_000
    sheets = b"".join(path.read_bytes() for path in sorted(STATIC.rglob("*.css")))
    assert len(gzip.compress(sheets)) <= 15_000
    assert len((STATIC / "js/theme.js").read_bytes()) <= 2_000, "the one script of every page"
    assert len(gzip.compress(b"".join(p.read_bytes() for p in sorted(STATIC.rglob("*.js"))))) <= 9_000


def test_styles_ask_nothing_of_other_files() -> None:
    for path in sorted(STATIC.rglob("*.css")):
        assert not re.search(r"@import|url\(|@font-face|!important", path.read_text(encoding="utf-8")), (
            path.name
        )


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palettes() -> list[dict[str, str]]:
    css = Path(STATIC / "css/tokens.css").read_text(encoding="utf-8")
    return [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
        for block in re.split(r"(?m)^\s+color-scheme: ", css)[1:]
    ]


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark by system", "dark by choice"])
def test_text_has_a_contrast_of_seven(palette: dict[str, str]) -> None:
    for role in ("ink", "ink-soft", "accent", "editor"):
        assert contrast(palette[role], palette["paper"]) >= 7, role
    assert contrast(palette["ink"], palette["marked"]) >= 7
    assert contrast(palette["rule"], palette["paper"]) >= 3, "lines that carry a meaning"


def test_the_two_dark_palettes_are_one() -> None:
    _, by_system, by_choice = palettes()

    assert by_system == by_choice


def test_an_actor_page_tells_who_decided_and_why() -> None:
    told = soup("actors/lesia-harmash/index.html").select_one(".identity")

    assert told is not None
    words = " ".join(told.get_text(" ").split())
    assert "1 травня 2024 : lesia-garmash і lesia-harmash — те саме. одне прізвище — Ніна" in words
    assert "lesia-harmash і olesia-harmash — різні" in words
    assert "lesia-harmash і l-harmash: непевно. лише ініціал" in words


@pytest.mark.parametrize("file", built())
def test_every_page_leads_to_its_files_and_to_a_form_that_knows_it(file: str) -> None:
    page = BeautifulSoup(built()[file], "html.parser")
    footer = page.select_one("footer.colophon")
    assert footer
    (edit,) = footer.select('a[href*="/edit/main/content/"], a[href*="/tree/main/content"]')
    (report,) = footer.select('a[href*="/issues/new"]')
    asked = parse_qs(urlsplit(str(report["href"])).query)
    assert asked["template"] == ["mistake.yml"]
    assert asked["page"][0].startswith(("/", "https://"))
    assert edit.text == ("Редагувати цю сторінку" if "/edit/" in edit["href"] else "Файли цієї сторінки")


def test_without_a_repository_nothing_leads_to_one() -> None:
    page = invented.environment(repository="").get_template("404.html")
    nothing = dict.fromkeys(("entry", "actor", "event", "quotation", "page", "jsonld", "canonical", "card"))
    facts = {
        "SITENAME": "С",
        "SITESUBTITLE": "",
        "digest": invented.digest(),
        "page_kind": "404",
        "SITEURL": ".",
    }
    html = page.render({**nothing, **facts, "counterparts": [], "alternates": []})
    assert "/edit/" not in html and "/issues/" not in html
