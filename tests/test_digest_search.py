"""What the search index holds, that it is the same each time, and when it is made anew."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from copydesk.folding import fold
from digest import search
from digest.index import Digest, Entry
from digest.search import making
from tests import invented
from tests.building import Built, build, newsroom


@pytest.fixture(scope="module")
def digest() -> Digest:
    made = invented.digest()
    made.entries.append(
        Entry(
            "2023-01-01-old",
            "entries/2023-01-01-old/",
            "Катер із вантажем",
            "uk",
            date(2023, 1, 1),
            body=Markup(
                "<p>Катер стояв <em>біля</em> причалу &amp; мовчав. <a href='https://x.example/gull'>Чайки</a></p>"
            ),
            summary=["Постачання затримано."],
        )
    )
    return made


@pytest.fixture(scope="module")
def files(digest: Digest) -> dict[str, Any]:
    """The index's files, read, by their names without the version."""
    made = search.index(digest, "v")
    return {
        name.removeprefix("search/").removeprefix("v/"): json.loads(text) for name, text in made.files.items()
    }


def documents(files: dict[str, Any], key: str) -> list[list[int]]:
    """The documents under a key, a list a field, counted as the page's script counts them."""
    distances = {k: v for name, shard in files.items() if "words-" in name for k, v in shard["words"].items()}
    return [[sum(field[: n + 1]) for n in range(len(field))] for field in distances.get(key, [])]


def see(files: dict[str, Any], key: str) -> list[str]:
    found = [shard["see"][key] for name, shard in files.items() if "words-" in name and key in shard["see"]]
    return [other for keys in found for other in keys]


def test_a_document_stands_under_a_word_where_it_weighs_most(files: dict[str, Any]) -> None:
    assert documents(files, fold("катером")) == [[0]], "in the headline, so not again in the text"
    assert documents(files, fold("причали")) == [[], [], [], [0]]
    assert documents(files, fold("постачанням"))[2] == [0]


def test_markup_is_no_word(files: dict[str, Any]) -> None:
    assert documents(files, fold("чайка")) == [[], [], [], [0]]
    for word in ("href", "example", "gull", "amp", "em"):
        assert documents(files, fold(word)) == [], word


def test_words_that_stand_everywhere_are_left_out(files: dict[str, Any]) -> None:
    assert documents(files, fold("із")) == []


def test_the_newest_entry_has_the_greatest_number(digest: Digest, files: dict[str, Any]) -> None:
    shown = [one for n in range(100) for one in files.get(f"shown-{n}.json", [])]
    entries = shown[: len(digest.entries)]

    assert [e["url"] for e in entries] == [e.url for e in reversed(digest.entries)]
    assert [a["title"] for a in shown[len(entries) :][: len(digest.actors)]] == [
        a.name for a in digest.actors
    ]


def test_an_actor_is_found_by_every_name(digest: Digest, files: dict[str, Any]) -> None:
    number = len(digest.entries) + next(n for n, a in enumerate(digest.actors) if a.slug == "lesia-harmash")

    for name in ("Гармаш", "Harmash", "Лесею"):
        assert number in documents(files, fold(name))[0], name


def test_a_form_leads_to_the_key_that_is_there(files: dict[str, Any]) -> None:
    assert fold("поставок") != fold("постачання")
    assert fold("постачання") in see(files, fold("поставок")), "поставка, постачання, supply"
    assert fold("постачання") in see(files, fold("supplies"))


def test_a_sound_leads_to_the_keys_that_have_it(files: dict[str, Any]) -> None:
    assert fold("Гармаш") in see(files, "~harmj")
    assert fold("Harmash") in see(files, "~harmj")


def test_every_key_stands_in_the_shard_that_begins_before_it(digest: Digest, monkeypatch: Any) -> None:
    monkeypatch.setattr(making, "SHARD", 300)
    made = search.index(digest, "v").files
    starts = json.loads(made["search/index.json"])["starts"]

    assert len(starts) > 5
    assert starts == sorted(starts)
    for n, first in enumerate(starts):
        shard = json.loads(made[f"search/v/words-{n}.json"])
        keys = [*shard["words"], *shard["see"]]
        assert all(first <= key and (n + 1 == len(starts) or key < starts[n + 1]) for key in keys)


def test_the_same_digest_gives_the_same_bytes(digest: Digest) -> None:
    assert list(search.index(digest, "v").files.items()) == list(search.index(digest, "v").files.items())


def test_whatever_a_result_shows_or_is_found_by_changes_the_fingerprint() -> None:
    marks = {search.fingerprint(invented.digest())}
    for change in ("title", "url", "body", "lang"):
        digest = invented.digest()
        setattr(digest.entries[0], change, Markup("<p>інше</p>") if change == "body" else "інше")
        marks.add(search.fingerprint(digest))
    digest = invented.digest()
    digest.actors[0].aliases = {"uk": ["Прізвисько"]}
    marks.add(search.fingerprint(digest))

    assert len(marks) == 6
    assert search.fingerprint(invented.digest()) in marks


def test_nothing_is_made_when_nothing_has_changed(tmp_path: Path, monkeypatch: Any) -> None:
    cache = tmp_path / ".cache/search.json"
    first = search.files(invented.digest(), cache)
    monkeypatch.setattr("digest.search.kept.index", lambda *_: pytest.fail("made again"))

    assert search.files(invented.digest(), cache) == first


@pytest.mark.parametrize("spoil", ["", "{}", "[]", "null", '{"version": 1', None])
def test_what_is_kept_is_proved_before_it_is_used(tmp_path: Path, spoil: str | None) -> None:
    cache = tmp_path / ".cache/search.json"
    first = search.files(invented.digest(), cache)
    text = cache.read_text(encoding="utf-8")
    cache.write_text(text.replace("Гармаш", "Гармащ", 1) if spoil is None else spoil, encoding="utf-8")

    assert search.files(invented.digest(), cache) == first
    assert cache.read_text(encoding="utf-8") == text, "and set right"


def test_a_project_that_cannot_be_written_to_is_built_all_the_same(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("no folder", encoding="utf-8")

    assert "search/index.json" in search.files(invented.digest(), tmp_path / ".cache/search.json").files


def test_nothing_is_kept_behind_a_link(tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (tmp_path / ".cache").symlink_to(away)
    search.files(invented.digest(), tmp_path / ".cache/search.json")

    assert list(away.iterdir()) == []


def test_a_built_site_has_its_index_and_a_second_build_the_same(site: Built, tmp_path: Path) -> None:
    project = newsroom(tmp_path / "n")
    once, again = build(project), build(project, tmp_path / "again")
    kept = {name: mark for name, mark in site.digests().items() if name.startswith("search/")}

    assert "search/index.json" in kept
    assert (project / ".cache/search.json").is_file()
    for built in (once, again):
        assert {n: m for n, m in built.digests().items() if n.startswith("search/")} == kept
