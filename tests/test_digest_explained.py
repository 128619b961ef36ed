"""The page that says how an entry's seed was read, and the cache that saves the reading."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest
from bs4 import BeautifulSoup

from copydesk import seeds
from copydesk.convert.run import Progress
from copydesk.explain import reading
from copydesk.explain.value import Explanation
from copydesk.frontmatter import Actor, load
from digest.explaining import FOLDER, Explainer
from digest.presentation.decisions import decision_parts
from digest.presentation.explaining import Explained, seed_text
from digest.presentation.voice import voice
from tests import invented
from tests.building import Built, build, newsroom

ENTRY = "2024-05-16-verbove-flood-peak"
PAGE = f"entries/{ENTRY}/explained/index.html"
SEED = seeds.from_text("mist.txt", "Міст відкрито\n\n«Міст буде», — сказала Леся Гармаш у середу вранці.")


def unheard(done: int, total: int, name: str) -> None:
    """Tell nobody."""


def refusing(done: int, total: int, name: str) -> None:
    raise AssertionError(f"{name} was read again")


def one(project: Path, told: Progress = unheard) -> Explanation:
    return Explainer(project, {}, "uk").explain([SEED], told)["mist.txt"]


def kept(project: Path) -> Path:
    (path,) = (project / FOLDER).iterdir()
    return path


def test_every_entry_with_a_seed_has_its_page_and_leads_to_it(site: Built) -> None:
    pages = {p.parent.parent.name for p in site.pages() if p.parent.name == "explained"}
    entries = {p.parent.name for p in site.pages() if p.parent.parent.name == "entries"}

    assert ENTRY in pages
    assert "2024-06-01-dopis-redaktsii" in entries - pages, "an editor's own entry has no seed"
    assert 'href="../../entries/2024-05-16-verbove-flood-peak/explained/"' in site.text(
        f"entries/{ENTRY}/index.html"
    )
    assert '<meta name="robots" content="noindex">' in site.text(PAGE)
    assert "explained" not in site.text("sitemap.xml")


def test_the_page_holds_every_character_of_the_seed_once(site: Built) -> None:
    shown = BeautifulSoup(site.text(PAGE), "html5lib").select_one(".seed-text")
    assert shown is not None
    for label in shown.select(".as"):
        label.decompose()
    seed, _ = seeds.read(invented.THEME.parent / "tests/site/seeds" / f"{ENTRY}.txt", ENTRY)

    assert seed is not None
    assert shown.get_text() == seed.text
    assert shown["lang"] == "en"


def test_no_page_of_it_is_heavy(site: Built) -> None:
    sizes = [p.stat().st_size for p in site.pages() if "explained" in p.parts]
    assert max(sizes) <= 40_000


@pytest.mark.parametrize("text", ["excerpt", "none"])
def test_where_the_text_is_not_shown_in_full_only_decisions_are(tmp_path: Path, text: str) -> None:
    built = build(newsroom(tmp_path / "n"), DIGEST_EXPLAIN="1", DIGEST_TEXT=text)
    page = BeautifulSoup(built.text(PAGE), "html5lib")
    seed, _ = seeds.read(tmp_path / "n" / "seeds" / f"{ENTRY}.txt", ENTRY)
    assert seed is not None
    words = seed.text.split()
    main = page.find("main")
    assert main is not None
    shown = " ".join(main.get_text(" ").split())
    title = page.find("h1")
    assert title is not None
    rest = shown.replace(title.get_text(" ", strip=True), "")

    assert page.select(".seed-text") == []
    assert len(page.select(".decisions tr")) > 10
    runs = [" ".join(words[n : n + 5]) for n in range(len(words) - 4)]
    assert [run for run in runs if run in rest and run not in title.get_text()] == []


def test_the_pages_can_be_left_out(tmp_path: Path) -> None:
    built = build(newsroom(tmp_path / "n"), DIGEST_EXPLAIN="0")

    assert [p for p in built.pages() if p.parent.name == "explained"] == []
    assert "explained/" not in built.text(f"entries/{ENTRY}/index.html")
    assert not (tmp_path / "n" / FOLDER).exists()


def test_the_same_bytes_with_a_cache_and_without(site: Built, tmp_path: Path) -> None:
    project = newsroom(tmp_path / "elsewhere")
    fresh = build(project, tmp_path / "one", DIGEST_EXPLAIN="1")
    assert len(list((project / FOLDER).iterdir())) == 11
    warm = build(project, tmp_path / "two", DIGEST_EXPLAIN="1", PYTHONHASHSEED="7")

    assert warm.digests() == fresh.digests() == site.digests()


def test_what_is_kept_is_used(tmp_path: Path) -> None:
    made = one(tmp_path)
    assert one(tmp_path, refusing) == made


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "",
        lambda text: text[:-9],
        lambda text: "[" * 100_000,
        lambda text: text.replace("Міст", "Мост"),
        lambda text: json.dumps({**json.loads(text), "checksum": "0" * 64}),
        lambda text: json.dumps([json.loads(text)]),
    ],
)
def test_what_was_kept_and_is_in_doubt_is_made_anew(tmp_path: Path, spoil: object) -> None:
    made = one(tmp_path)
    path = kept(tmp_path)
    whole = path.read_text(encoding="utf-8")
    assert callable(spoil)
    path.write_text(spoil(whole), encoding="utf-8")

    assert one(tmp_path) == made
    assert path.read_text(encoding="utf-8") == whole


def test_another_text_another_actor_another_language_are_explained_anew(tmp_path: Path) -> None:
    one(tmp_path)
    other = Explainer(tmp_path, {}, "en")
    with pytest.raises(AssertionError, match=r"mist\.txt was read again"):
        other.explain([SEED], refusing)
    changed = seeds.from_text("mist.txt", SEED.text + "!")
    with pytest.raises(AssertionError, match=r"mist\.txt was read again"):
        Explainer(tmp_path, {}, "uk").explain([changed], refusing)


PEOPLE = [
    ("lesia", "Леся Гармаш", "person"),
    ("levko", "Левко Гармаш", "person"),
    ("lev", "Лев Сом", "person"),
    ("praha", "Прага", "place"),
    ("most", "Агентство «Міст»", "organisation"),
    ("lesia-harmash", "Інша Людина", "person"),
]
TEXTS = [
    "Новий міст\n\n«Міст буде», — сказала Леся Гармаш у Празі.",
    "Рада громади\n\nЛевка Сома бачили в Києві. «Так», — сказав Сом.",
    "Дощ над степом\n\nЗа прогнозом синоптиків, дощ ітиме тиждень. «Беріть парасолі», — радять у Полтаві.",
    "Мост открыт\n\n«Мост стоит», — сказал Лев Гармаш агентству «Мост».",
    'Bridge opens\n\n"The bridge stands," said Lesia Harmash in Prague on Monday.',
]


def explained(
    project: Path, people: Iterable[tuple[str, str, str]], told: Progress
) -> dict[str, Explanation]:
    texts = [seeds.from_text(f"{number}.txt", text) for number, text in enumerate(TEXTS)]
    files = {}
    for slug, name, kind in people:
        path = f"content/actors/{slug}.md"
        files[path] = load(f"---\nname: {name}\nnames: {{uk: {name}}}\nkind: {kind}\n---\n", Actor, path)[0]
    return Explainer(project, {p: d for p, d in files.items() if d}, "uk").explain(texts, told)


def test_after_edits_of_actors_what_is_kept_is_what_would_be_made(tmp_path: Path) -> None:
    dice = Random(4)
    for step in range(10):
        people = dice.sample(PEOPLE, k=dice.randrange(len(PEOPLE)))
        fresh = explained(tmp_path / f"fresh{step}", people, unheard)
        assert explained(tmp_path / "one", people, unheard) == fresh


def test_an_edit_of_an_actor_leaves_what_does_not_concern_it(tmp_path: Path) -> None:
    explained(tmp_path, PEOPLE[:1], unheard)
    read: list[str] = []
    explained(tmp_path, [("lesia", "Лесь Гармаш", "person")], lambda done, total, name: read.append(name))
    assert "0.txt" in read and "4.txt" in read
    assert "2.txt" not in read
    (tmp_path / FOLDER).with_suffix(".actors").write_text("damaged", encoding="utf-8")
    explained(tmp_path, PEOPLE[:1], lambda done, total, name: read.append(name))
    assert "2.txt" in read


def test_what_nobody_needs_goes(tmp_path: Path) -> None:
    one(tmp_path)
    Explainer(tmp_path, {}, "uk").tidy([])
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_nothing_is_kept_behind_a_link(tmp_path: Path) -> None:
    project, away = tmp_path / "project", tmp_path / "away"
    project.mkdir()
    (away / "explained").mkdir(parents=True)
    (away / "explained" / "mine.txt").write_text("mine", encoding="utf-8")
    (project / ".cache").symlink_to(away)
    one(project)
    Explainer(project, {}, "uk").tidy([])

    assert [p.name for p in away.rglob("*.*")] == ["mine.txt"]


def test_a_seed_that_the_program_fails_on_is_told_and_goes_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **named: object) -> Explanation:
        raise RecursionError("too deep")

    monkeypatch.setattr(reading, "explained", failing)
    explainer = Explainer(tmp_path, {}, "uk")

    assert explainer.explain([SEED], unheard) == {}
    (problem,) = explainer.problems
    assert problem.path == "seeds/mist.txt"
    assert "RecursionError" in problem.message


def test_marks_say_what_they_are_in_the_language_of_the_site() -> None:
    made, people = invented.explained(), list(invented.people().values())
    soup = BeautifulSoup(seed_text(voice("uk"), made, people, "../../.."), "html5lib")
    labels = [label.get_text() for label in soup.select(".as")]

    assert "вилучено, breadcrumbs" in labels
    assert "цитата, Леся Гармаш, trailing, 0.98" in labels
    assert "цитата, мовця не названо, trailing, 0.20" in labels
    assert "дата, день публікації, день події, weekday" in labels
    assert "не цитата, so_called" in labels
    assert soup.select_one("del .as-outlet") is not None, "the outlet inside what was removed"
    assert {a["href"] for a in soup.select("a")} == {"../../../actors/lesia-harmash/"}
    assert soup.select("del b") == [], "markup of the seed is text"


def test_rows_without_the_text_keep_what_the_entry_shows() -> None:
    made = invented.explained()
    hidden = Explained(made.seed, made.explanation, False)
    full, bare = decision_parts(voice("en"), made, []), decision_parts(voice("en"), hidden, [])

    assert [title for title, _ in full] == [
        "Parts of the page", "Quotations", "In marks, but no quotation", "Names",
    ]  # fmt: skip
    assert [(row.label, row.taken) for row in full[0][1]] == [
        ("outlet", True), ("headline", False), ("byline", True),
    ]  # fmt: skip
    assert [title for title, _ in bare][-1] == "Removed"
    assert not any(row.words or row.why for _, rows in bare for row in rows)
    assert {row.found for _, rows in bare for row in rows} == {
        "Віче", "", "Леся Гармаш",
    }  # fmt: skip
