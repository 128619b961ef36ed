"""What editors choose: what waits, what leads, what is said beside the words of others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from copydesk.__main__ import main
from copydesk.folding import fold
from tests.building import Built, build, newsroom
from tests.sitelint import complaints

LATER = "content/entries/2999/2999-01-02-vystavka.md"
DRAFT = "content/entries/2024/2024-06-25-chernetka.md"
HEADER = "---\ntitle: {}\nlang: uk\ndate: {}\n{}---\nМарта Козинець готує виставку.\n"


def put(project: Path, path: str, text: str) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text(text, encoding="utf-8")


def page(built: Built, address: str) -> BeautifulSoup:
    return BeautifulSoup(built.text(f"{address}index.html"), "html5lib")


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newsroom with an entry of a later day, a draft, and a draft without a day."""
    project = newsroom(tmp_path_factory.mktemp("waiting") / "newsroom")
    put(project, LATER, HEADER.format("Виставка відкриється", "2999-01-02", ""))
    put(project, DRAFT, HEADER.format("Ще не дописано", "2024-06-25", "status: draft\n"))
    put(
        project,
        "content/entries/undated/0000-00-00-bez-dnia.md",
        HEADER.format("Без дня", "", "status: draft\n"),
    )
    return project


def test_check_names_what_waits_and_what_publishes_it(
    waiting: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--project", str(waiting), "check"])
    told = capsys.readouterr().err.splitlines()
    assert told[:3] == [
        f"{LATER}: scheduled; the build of 2999-01-02 publishes it",
        f"{DRAFT}: a draft; `status: published` publishes it",
        "content/entries/undated/0000-00-00-bez-dnia.md: a draft; `status: published` publishes it",
    ]


def test_the_preview_shows_what_waits_and_says_so(waiting: Path) -> None:
    built = build(waiting, DIGEST_DRAFTS="1")
    assert complaints(built.output) == []
    for address, words in [
        ("entries/2999-01-02-vystavka/", "Чекає на свій день: з’явиться зі збіркою 2 січня 2999."),
        ("entries/2024-06-25-chernetka/", "Чернетка: її видно лише в цьому перегляді."),
        ("entries/0000-00-00-bez-dnia/", "Чернетка: її видно лише в цьому перегляді."),
    ]:
        shown = page(built, address)
        assert words in [p.text for p in shown.select("p.state")]
        assert shown.select_one('meta[name="robots"][content="noindex"]')
    assert "заплановано" in page(built, "").select_one(".lead .origin").text  # type: ignore[union-attr]


def test_what_is_published_is_marked_by_nothing(site: Built) -> None:
    shown = page(site, "entries/2024-06-01-dopis-redaktsii/")
    assert not shown.select('p.state, meta[name="robots"]')


def test_the_editors_words_stand_apart_from_the_quoted_ones(site: Built) -> None:
    shown = page(site, "entries/2024-06-21-bridge-over-luna/").select_one("figure.quotation")
    assert shown
    quoted = shown.select_one("blockquote")
    assert quoted and quoted.text.strip() == "Three metres buys us a century, perhaps"
    notes = [" ".join(p.text.split()) for p in shown.select("figcaption .notes .note")]
    assert notes == [
        "Переклад редакції УКР: Три метри дають нам, мабуть, століття",
        "Контекст від редакції: Старий міст стояв на три метри нижче; його знесла повінь.",
    ]
    assert shown.select_one('.notes [lang="uk"]')


def test_the_editors_translation_is_data_and_is_found(site: Built) -> None:
    rows = json.loads(site.text("data/quotations.json"))
    assert "Три метри дають нам, мабуть, століття" in [row["translation_uk"] for row in rows]
    index = [p.read_text("utf-8") for p in site.files() if "search" in p.parts and p.suffix == ".json"]
    assert any(f'"{fold("століття")}"' in text for text in index)


CHOSEN = {
    "2024-05-14-luna-vyishla-z-berehiv": "pinned: true\n",
    "2024-06-21-ozeriia-planuie": "featured: true\n",
}


def test_the_front_page_is_the_editors(tmp_path: Path) -> None:
    project = newsroom(tmp_path / "newsroom")
    for name, key in CHOSEN.items():
        path = project / f"content/entries/2024/{name}.md"
        path.write_text(path.read_text("utf-8").replace("lang:", f"{key}lang:", 1), encoding="utf-8")
    built = build(project, None, "--fatal", "errors")
    assert (built.code, built.problems, complaints(built.output)) == (0, [], [])
    home = page(built, "")
    for at, slug in [
        (".lead .headline a", "2024-06-21-ozeriia-planuie"),
        (".pinned .brief a", "2024-05-14-luna-vyishla-z-berehiv"),
    ]:
        link = home.select_one(at)
        assert link and slug in str(link["href"])
    assert len(home.select('h3 a[href*="luna-vyishla"]')) == 1
    pinned = page(built, "entries/2024-05-14-luna-vyishla-z-berehiv/").text
    assert "програма; редактор нічого не змінював" in pinned, "to choose is not to change"


BY_HAND = """status: published
actors: [helen-marsh]
quotations:
  - id: q1
    content: Міст витримав ніч
    speaker: helen-marsh
corrections:
  - date: 2024-06-24
    text: Виправлено годину.
"""


def test_an_entry_begun_by_hand_is_first_class(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = newsroom(tmp_path / "newsroom")
    run = ["--project", str(project)]
    assert main([*run, "new", "entry", "Ніч на мосту", "--lang", "uk", "--date", "2024-06-22"]) == 0
    path = project / capsys.readouterr().out.strip()
    text = path.read_text("utf-8").replace("status: draft\n", BY_HAND)
    path.write_text(f"{text}\n«Міст витримав ніч», — каже Марш.\n", encoding="utf-8")
    assert main([*run, "check"]) == 0

    built = build(project, None, "--fatal", "errors")
    assert (built.code, built.problems, complaints(built.output)) == (0, [], [])
    address = f"entries/{path.stem}/"
    shown = page(built, address)
    assert "немає: запис склав редактор" in shown.text
    assert shown.select_one('figure[data-proof="unverified"] .speaker a[href*="helen-marsh"]')
    assert "Виправлено годину." in [dd.text for dd in shown.select(".corrections dd")]
    for file in ("index.html", "feeds/uk.json", "feeds/actors/helen-marsh.atom.xml", "sitemap.xml"):
        assert path.stem in built.text(file), file
    for file in ("corrections/index.html", "feeds/corrections.atom.xml"):
        assert "Виправлено годину." in built.text(file)
    assert any(path.stem in p.read_text("utf-8") for p in built.files() if "search" in p.parts)
    rows = json.loads(built.text("data/entries.json"))
    assert [(r["modified"], r["seed_sha256"]) for r in rows if r["id"] == path.stem] == [("2024-06-24", None)]
