"""The seventeen invariants, tried on invented input of every kind. `make properties` tries 20,000 of each."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup

from copydesk import doors, seeds
from copydesk.addresses import LONGEST
from copydesk.convert import convert
from copydesk.convert.markdown import body as body_of
from copydesk.convert.proposal import propose
from copydesk.folding import fold, stop_keys, words_of
from copydesk.frontmatter import Entry, load
from copydesk.merge import begin, merge
from copydesk.romanise import slug as slug_of
from copydesk.verbatim import stands_in
from copydesk.writer import RefusedError, folded, write
from digest import jsonld, search, sitemap
from digest.build import Site, build
from digest.feeds import Publisher, feeds, written
from digest.index import Digest
from tests import corpus
from tests.building import build as build_site
from tests.desk import Desk, desk, drafted
from tests.hostile import sinks
from tests.properties import examples
from tests.sitelint import complaints
from tests.test_digest_build import actor, entry, event

__all__ = ["desk"]

NASTY = st.sampled_from(
    [
        *(
            "<script>",
            "javascript:",
            '"',
            "'",
            "&",
            "<",
            ">",
            "]]>",
            "{{",
            "\u2028",
            "👨‍👩‍👧",
            "й",
            "і",
            "=",
            "\\",
            "`",
        ),
        *(
            "[",
            "](",
            ")",
            "-->",
            "<img src=x onerror=y>",
            "../",
            "%00",
            "\u0301",
            "ʼ",
            "«",
            "»",
            "\n",
            "\n\n",
            " ",
        ),
        *("# ", "- ", "1. ", "|", "---"),
    ]
)
WORDS = st.lists(NASTY | st.text(max_size=8), max_size=12).map("".join)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
LINE = WORDS.map(lambda words: " ".join(_UNSEEN.sub(" ", words).split())[:200]).filter(
    lambda words: any(letter.isalnum() for letter in words)
)
BY = Publisher("Вісті", "https://example.org/n", "https://example.org/n", "uk", longest=20)
SENTENCES = st.lists(
    st.builds(
        "{} {}: «{}».".format,
        st.sampled_from(["Олена Гриценко", "Том Бакстер", "Раса Жемайте", "Очільник громади"]),
        st.sampled_from(["сказала", "повідомив", "розповіла", "додав"]),
        LINE.map(lambda w: re.sub("[«»]", "", w) or "так"),
    ),
    min_size=1, max_size=4,
).map("\n\n".join)  # fmt: skip
SEED = st.builds("{}\n2024-07-03\n\n{}\n".format, LINE, SENTENCES)
HEADERS = st.sampled_from(
    [
        *("title: x", "lang: uk", "date: 2024-06-04", "title:", "---", "- a", "  b: c", "x: *a", "y: !t z"),
        *("actors: [", "lang: no", "\t", 'q: "', "date: 12:30"),
    ]
)


def told(titles: list[str]) -> Digest:
    """A digest of entries with these headlines, each with an actor and an event of the same words."""
    quoted = ["'" + title.replace("'", "''") + "'" for title in titles]
    more = "summary: {0}\nbyline: {0}\nactors:\n  - a{1}\nevents:\n  - e{1}\n"
    more += "quotations:\n  - id: q\n    content: {0}\n    speaker: a{1}\n"
    entries, actors, events = [], [], []
    for n, title in enumerate(quoted):
        made = entry(f"2024-06-{n + 1:02}-x", more.format(title, n))
        meta = made.file.meta.model_copy(update={"title": titles[n]})
        entries.append(
            replace(made, file=replace(made.file, meta=meta), body=Markup("<p>{}</p>").format(titles[n]))
        )
        actors.append(actor(f"a{n}", title))
        events.append(event(f"e{n}", "starts: 2024-06-01\n"))
    return build(entries, actors, events, Site())


Opened = list[tuple[str, bool]]
_LISTENING: list[Opened] = []


@cache
def _listen() -> None:
    """Python can be asked once to tell what is opened, and never to stop: a hook for each example adds up."""

    def hook(what: str, given: tuple[Any, ...]) -> None:
        if _LISTENING and what == "open" and isinstance(given[0], str):
            _LISTENING[-1].append((given[0], bool((given[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))))

    sys.addaudithook(hook)


@contextmanager
def opened() -> Iterator[Opened]:
    """The paths that are opened in the block, and whether to be written."""
    _listen()
    _LISTENING.append([])
    try:
        yield _LISTENING[-1]
    finally:
        _LISTENING.pop()


Fresh = Callable[[], Path]
Converting = Callable[[dict[str, str]], Desk]


@pytest.fixture
def fresh(tmp_path: Path) -> Fresh:
    """Gives an empty folder for each example; the one before is gone then."""

    def made() -> Path:
        shutil.rmtree(tmp_path)
        (tmp_path / "root").mkdir(parents=True)
        return tmp_path / "root"

    return made


@pytest.fixture
def convert_in(monkeypatch: pytest.MonkeyPatch, fresh: Fresh) -> Converting:
    """A project with these seeds, converted by a drafter that needs no models."""
    from copydesk.convert.session import Session

    monkeypatch.setattr(Session, "drafter", property(lambda self: drafted))

    def made(texts: dict[str, str]) -> Desk:
        desk = Desk(fresh())
        for name, text in texts.items():
            desk.seed(name, text)
        convert(desk.root)
        return desk

    return made


@examples(15, heavy=4)
@given(st.lists(SEED, min_size=1, max_size=3))
def test_01_converting_again_changes_no_byte(convert_in: Converting, texts: list[str]) -> None:
    desk = convert_in({f"{n}.txt": text for n, text in enumerate(texts)})
    first = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in (desk.root / "content").rglob("*.md")}
    assert convert(desk.root).written == []
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in (desk.root / "content").rglob("*.md")} == first


@examples(40)
@given(SEED, SEED, LINE, st.sampled_from(["title", "byline", "body"]))
def test_02_an_edit_survives_any_later_reading(first: str, later: str, words: str, field: str) -> None:
    one, two = (
        propose(drafted(seeds.from_text("a.txt", text)), frozenset(), (), 1) for text in (first, later)
    )
    raw = begin(one)
    if load(raw, Entry)[0] is None:
        return  # such a seed is refused
    from copydesk.frontmatter.writing import revise

    edited = (
        revise(raw, {}, (), words) if field == "body" else revise(raw, {field: words}, ("title", "byline"))
    )
    if edited == raw:
        return  # the same words are no edit
    merged, _ = merge(edited, two)
    document = load(merged, Entry)[0]
    before = load(edited, Entry)[0]
    assert document and before
    kept = (document.body, before.body) if field == "body" else (document.plain[field], before.plain[field])
    assert kept[0] == kept[1]
    assert merge(merged, two)[0] == merged


@examples(60)
@given(SEED)
def test_03_every_quotation_stands_in_its_seed(text: str) -> None:
    for quotation in propose(drafted(seeds.from_text("a.txt", text)), frozenset(), (), 1).fields.get(
        "quotations", ()
    ):
        assert stands_in(quotation["content"], text)


@examples(60)
@given(SEED)
def test_04_no_word_is_invented(text: str) -> None:
    draft = drafted(seeds.from_text("a.txt", text))
    plain = re.sub(r"&[#\w]+;|\\", " ", body_of(draft.dispatch))
    there = Counter(re.findall(r"\w+", text))
    words = Counter(re.findall(r"\w+", plain))
    assert not {word for word in words if word not in there and word not in "".join(there)}


@examples(60)
@given(
    st.lists(
        st.sampled_from(["..", ".", "", "a", "/", "\\", "con", "Й", "й", "\x00", "a" * 130, "~", ".git"]),
        max_size=5,
    )
)
def test_05_nothing_is_written_outside(fresh: Fresh, parts: list[str]) -> None:
    from digest.addresses import is_contained

    root = fresh()
    name = "/".join(parts)
    with opened() as seen:
        try:
            write(root, name, "x", None)
        except (RefusedError, OSError):
            assert not [path for path, writes in seen if writes and not path.startswith(str(root))]
    assert [p.name for p in root.parent.iterdir()] == ["root"]
    if is_contained(name):
        assert (root / name).resolve().is_relative_to(root.resolve())


@examples(25, heavy=4)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("abcd"), st.sampled_from(["..", "/etc", ".", "a", "b/c", "/dev/zero", "../.."])
        ),
        max_size=4,
    )
)
def test_06_nothing_is_read_outside(fresh: Fresh, links: list[tuple[str, str]]) -> None:
    root = fresh()
    (root / "b/c").mkdir(parents=True)
    (root / "b/c/text.md").write_text("x", encoding="utf-8")
    for name, target in links:
        if not (root / name).exists() and not (root / name).is_symlink():
            (root / name).symlink_to(target)
    with opened() as seen:
        for met in doors.walk(root):
            try:
                doors.read(root / met.name, 100)
            except (doors.ShutError, OSError):
                continue
    assert all(Path(path).resolve().is_relative_to(root) for path, _ in seen)


@examples(80)
@given(WORDS)
def test_07_no_text_comes_alive(text: str) -> None:
    from digest.body import render

    document, _ = load(f"---\ntitle: Міст\nlang: uk\ndate: 2024-06-04\n---\n{text}\n", Entry, "x.md")
    if document:
        assert list(sinks.markup(render(document.body, "entries", 2))) == []


@examples(15, heavy=4)
@given(st.lists(LINE, min_size=1, max_size=3))
def test_08_feeds_and_maps_are_well_formed(titles: list[str]) -> None:
    digest = told(titles)
    for _, make in feeds(digest, BY):
        for name, text in written(make(), BY):
            if name.endswith(".xml"):
                assert ET.fromstring(text).findall("{http://www.w3.org/2005/Atom}entry") is not None
            else:
                json.loads(text)
    ET.fromstring(sitemap.sitemap(digest, [e.url for e in digest.entries], "https://example.org/n"))


@examples(40)
@given(LINE)
def test_09_what_machines_are_told_is_what_the_page_says(title: str) -> None:
    [one] = told([title]).entries
    page = Environment(autoescape=True).from_string(
        "<script type=application/ld+json>{{ x|tojson }}</script>"
    )
    text = page.render(x=jsonld.article(one, "https://example.org"))
    assert text.count("<") == 2
    assert json.loads(text[text.index(">") + 1 : text.rindex("<")])["headline"] == title


@examples(1, heavy=2000)
@given(st.integers(2, 30))
def test_10_every_link_leads_somewhere(fresh: Fresh, entries: int) -> None:
    project = fresh() / "news"
    corpus.write(project, entries)
    assert complaints(build_site(project).output) == []


@examples(10, heavy=4)
@given(st.lists(SEED, min_size=1, max_size=3), st.binary(max_size=60).map(lambda raw: raw + b"\x00"))
def test_11_a_bad_seed_costs_itself_alone(convert_in: Converting, texts: list[str], bad: bytes) -> None:
    named = {f"{n}.txt": text for n, text in enumerate(texts)}
    before = convert_in(named).files()
    desk = convert_in({})
    (desk.root / "seeds/5.txt").write_bytes(bad)
    for name, text in named.items():
        desk.seed(name, text)
    report = convert(desk.root)
    assert desk.files() == before
    assert [p.path for p in report.problems if p.path == "seeds/5.txt"]


@examples(80)
@given(st.lists(HEADERS | st.text(max_size=12), max_size=8).map("\n".join))
def test_12_a_refusal_names_file_and_line(header: str) -> None:
    document, problems = load(f"---\n{header}\n---\nТекст\n", Entry, "content/entries/x.md")
    assert document or problems
    for problem in problems:
        assert re.match(r"content/entries/x\.md:\d+", str(problem))
        assert problem.message and problem.fix
        assert "\n" not in str(problem)


@examples(15, heavy=4)
@given(st.lists(LINE, min_size=2, max_size=6))
def test_13_addresses_are_unique_and_short(convert_in: Converting, titles: list[str]) -> None:
    body = "\n2024-07-03\n\nОлена Гриценко сказала: «{} Так і буде».\n"
    desk = convert_in({f"{n}.txt": title + body.format(n) for n, title in enumerate(titles)})
    names = [p.relative_to(desk.root).as_posix() for p in (desk.root / "content").rglob("*.md")]
    assert len({folded(name) for name in names}) == len(names)
    assert all(len(part.encode()) <= LONGEST for name in names for part in name.split("/"))
    assert all(slug_of(title, "uk").isascii() for title in titles)


@examples(30)
@given(LINE, LINE)
def test_14_an_edited_headline_moves_no_address(one: str, other: str) -> None:
    before, after = told([one]), told([other])
    assert [e.url for e in before.entries] == [e.url for e in after.entries]
    assert [q.page for q in before.quotations] == [q.page for q in after.quotations]


@examples(80)
@given(
    st.dates().map(str) | st.text(alphabet="0123456789-/ :TZ+\u0662", max_size=14) | st.integers().map(str)
)
def test_15_a_day_is_whole_or_refused(words: str) -> None:
    document, problems = load(f"---\ntitle: x\nlang: uk\ndate: {words}\n---\n", Entry, "x.md")
    if document and document.meta.date:
        assert str(document.meta.date) == words.strip().strip("'\"")
        assert 1000 <= document.meta.date.year < 3000
        assert isinstance(document.meta.date, dt.date)
    else:
        assert problems


@examples(15, heavy=4)
@given(st.lists(LINE, min_size=1, max_size=3), LINE)
def test_16_what_a_feed_calls_an_entry_stays(titles: list[str], new: str) -> None:
    def ids(digest: Digest) -> list[str]:
        texts = dict(pair for _, make in feeds(digest, BY) for pair in written(make(), BY))
        return [item["id"] for item in json.loads(texts["feeds/all.json"])["items"]]

    assert ids(told(titles)) == ids(told([new, *titles[1:]]))


@examples(10, heavy=4)
@given(st.lists(LINE | st.just("Мер відкрив міст через річку"), min_size=1, max_size=3))
def test_17_the_search_index_knows_every_page(titles: list[str]) -> None:
    digest = told(titles)
    texts = search.index(digest, "v").files
    everything = "".join(texts.values())
    assert all(json.dumps(e.url)[1:-1] in everything or e.slug in everything for e in digest.entries)
    for title in titles:
        for word in words_of(title.lower()):
            key = fold(word)
            assert len(key) < 2 or key in stop_keys() or json.dumps(key, ensure_ascii=False) in everything, (
                word
            )
