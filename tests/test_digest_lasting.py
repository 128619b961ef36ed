"""An address that was published once answers for ever: editing, renaming and merging break no link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from digest import addresses
from tests.building import PUBLISHED, Built, build, newsroom

OLD, NEW = "2024-05-16-verbove-flood-peak", "2024-05-16-luna-at-its-highest"
# What was at the first address is at the second after the changes below.
MOVED = {
    f"entries/{OLD}/": f"entries/{NEW}/",
    f"entries/{OLD}/explained/": f"entries/{NEW}/explained/",
    addresses.quotation(OLD, "q1"): addresses.quotation(NEW, "q1"),
    addresses.quotation(OLD, "q2"): addresses.quotation(NEW, "q2"),
    "actors/arkadii-lunin/": "actors/vitalii-korzh/",
    "events/vidkryttia-mostu/": "events/perehovory-v-synii-zatotsi/",
}


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The newsroom, its titles and names edited, an entry's file renamed, an actor and an event merged."""
    project = newsroom(tmp_path_factory.mktemp("revised") / "project")
    content = project / "content"
    for path in content.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r'^(title|name): ("?)', r"\1: \2Уточнено ", text, flags=re.M), "utf-8")
    change(content / "actors/arkadii-lunin.md", "status:", "same_as: vitalii-korzh\nstatus:")
    change(content / "events/vidkryttia-mostu.md", "status:", "same_as: perehovory-v-synii-zatotsi\nstatus:")
    entry = content / f"entries/2024/{OLD}.md"
    change(entry, "seed:\n", f"redirect_from:\n  - entries/{OLD}/\nseed:\n")
    entry.rename(entry.with_stem(NEW))
    built = build(project, SITEURL=PUBLISHED, DIGEST_EXPLAIN="1")
    assert built.code == 0, built.printed
    return built


def change(path: Path, words: str, into: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert words in text
    path.write_text(text.replace(words, into, 1), encoding="utf-8")


def canonical(built: Built, file: str) -> str:
    link = BeautifulSoup(built.text(file), "lxml").select_one('link[rel="canonical"]')
    assert link is not None, file
    return str(link["href"]).removeprefix(f"{PUBLISHED}/")


def test_titles_were_edited(published: Built, revised: Built) -> None:
    assert "Уточнено" in revised.text(f"entries/{NEW}/index.html")
    assert "Уточнено" not in published.text(f"entries/{OLD}/index.html")


def test_every_page_has_its_own_address_as_canonical(published: Built) -> None:
    for path in published.pages():
        file = path.relative_to(published.output).as_posix()
        if path.name != "mail.html" and 'http-equiv="refresh"' not in published.text(file):
            assert canonical(published, file) == file.removesuffix("index.html")


def test_no_page_is_lost_and_none_moves_but_by_its_file(published: Built, revised: Built) -> None:
    files = {page.relative_to(published.output).as_posix() for page in published.pages()}
    lost = {file for file in files if not (revised.output / file).is_file()}
    moved = {
        file.removesuffix("index.html"): canonical(revised, file)
        for file in files - lost
        if not file.endswith("mail.html") and canonical(revised, file) != canonical(published, file)
    }

    assert lost == set()
    assert moved == MOVED


@pytest.mark.parametrize("former", MOVED)
def test_a_former_address_leads_people_to_the_new_one(revised: Built, former: str) -> None:
    page = revised.output / former
    soup = BeautifulSoup((page / "index.html").read_text(encoding="utf-8"), "lxml")
    link, refresh = soup.select_one("a"), soup.select_one('meta[http-equiv="refresh"]')

    assert link is not None and refresh is not None
    assert refresh["content"] == f"0; url={link['href']}"
    assert (page / str(link["href"])).resolve() == (revised.output / MOVED[former]).resolve()
    assert (revised.output / MOVED[former] / "index.html").is_file()


def ids(built: Built, file: str) -> list[str]:
    """The id of a feed, then those of what it tells."""
    return re.findall("<id>(.+?)</id>", built.text(file))


def test_ids_of_feeds_and_of_what_they_tell_never_change(published: Built, revised: Built) -> None:
    for feed in ("feeds/all.atom.xml", "feeds/uk.atom.xml", "feeds/corrections.atom.xml"):
        assert ids(revised, feed) == ids(published, feed)


@pytest.mark.parametrize(
    "feed", ["feeds/actors/arkadii-lunin.atom.xml", "feeds/events/vidkryttia-mostu.atom.xml"]
)
def test_who_follows_what_was_merged_goes_on_following(published: Built, revised: Built, feed: str) -> None:
    assert ids(revised, feed)[0] == ids(published, feed)[0]
    assert set(ids(published, feed)) < set(ids(revised, feed))
    assert 'rel="self" type="application/atom+xml" href="https://digest.example/news/' in revised.text(feed)
    assert f'href="https://digest.example/news/{feed}"' not in revised.text(feed)


def test_no_file_for_machines_is_lost(published: Built, revised: Built) -> None:
    ours = ("feeds/", "data/", "events/")
    files = {p.relative_to(published.output).as_posix() for p in published.files()}
    assert {f for f in files if f.startswith(ours) and not (revised.output / f).is_file()} == set()
    assert revised.text("data/actors/arkadii-lunin.json") == revised.text("data/actors/vitalii-korzh.json")
