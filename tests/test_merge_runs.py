"""Whatever an editor does to files survives whatever runs next: the same seed, a changed one, newer rules."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.__main__ import main
from copydesk.convert import Report, convert
from copydesk.convert.filing import Filing
from copydesk.convert.session import Session
from copydesk.frontmatter import Document, Entry, Part, load
from copydesk.frontmatter.document import pieces
from copydesk.frontmatter.writing import ABSENT, revise
from copydesk.merge import Proposal, edited, merge
from copydesk.model import Draft, Found, Offer, Seed
from tests.desk import Desk, drafted

SEED = """Міст відкрили
2024-07-03
Олена Гриценко сказала: «Ми встигли до холодів».
Том Бакстер додав: «Міст стоїть і стоятиме».
Раса Жемайте поїхала додому.
"""
ENTRY = "content/entries/2024/2024-07-03-mist-vidkryly.md"
TOM = "content/actors/tom-bakster.md"


def newer(seed: Seed) -> Draft:
    """The same text read by other rules: another headline, no speaker for the first quotation."""
    draft = drafted(seed)
    first, *others = draft.quotations
    headline = Found(
        "Міст через Луну відкрили", "newer", draft.dispatch.headline and draft.dispatch.headline.span
    )
    quotations = (replace(first, speaker=None, actor=None), *others)
    return replace(draft, dispatch=replace(draft.dispatch, headline=headline), quotations=quotations)


def run(root: Path, drafter: Callable[[Seed], Draft] = drafted, rules: int = 2) -> Report:
    modules = ("run", "session", "plan")
    patches = [patch(f"copydesk.convert.{m}.RULES", rules, create=True) for m in modules]
    with patch.object(Session, "drafter", property(lambda self: drafter)):
        for one in patches:
            one.start()
        try:
            return convert(root, offers=True)
        finally:
            for one in patches:
                one.stop()


def again(root: Path) -> Report:
    return run(root)


def changed_seed(root: Path) -> Report:
    seed = root / "seeds/a.txt"
    seed.write_text(
        SEED.replace("відкрили", "перекрили").replace("холодів", "снігів") + "Оновлено.\n", "utf-8"
    )
    return run(root)


def upgraded(root: Path) -> Report:
    return run(root, newer, 3)


RUNS = (again, changed_seed, upgraded)
WORDS = st.text("абв no12:#-'\" ", min_size=1, max_size=12).filter(lambda w: bool(w.strip()))
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": WORDS,
    "lang": st.sampled_from(["ru", "en"]),
    "date": st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)),
    "happened": st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)) | st.just(ABSENT),
    "byline": WORDS | st.just(ABSENT),
    "summary": WORDS | st.just(ABSENT),
    "outlet": st.builds(lambda name: {"name": name}, WORDS) | st.just(ABSENT),
    "archive_url": st.just("https://example.org/a"),
    "corrections": st.just([{"date": dt.date(2024, 8, 1), "text": "Не той рік."}]),
    "actors": st.lists(st.sampled_from(["olena-hrytsenko", "tom-bakster"]), unique=True, min_size=1)
    | st.just(ABSENT),
}
EDITS = st.fixed_dictionaries({}, optional=FIELDS)
WAYS = ("as it is", "first deleted", "all deleted", "speaker", "words", "turned round", "one more")
QUOTED = st.sampled_from(WAYS)
CHANCE = st.none() | st.randoms(use_true_random=False)
SEVERAL = st.lists(st.sampled_from(RUNS), min_size=1, max_size=3)
BODY = st.none() | WORDS


def requoted(quotations: list[dict[str, Any]], how: str) -> Any:
    first, *others = quotations
    return {
        "as it is": quotations,
        "first deleted": others,
        "all deleted": ABSENT,
        "speaker": [{**first, "speaker": "Хтось інший"}, *others],
        "words": [{**first, "content": "Ми не встигли"}, *others],
        "turned round": [*others, first],
        "one more": [*quotations, {"id": "mine", "content": "Моє", "kind": "direct"}],
    }[how]


def rearranged(raw: str, chance: Random) -> str:
    """The file with its keys in another order and remarks between them."""
    cut = pieces(raw)
    blocks = re.findall(r"^[\w-]+:.*\n(?:[ -].*\n)*", cut.header, re.M)
    assert "".join(blocks) == cut.header
    chance.shuffle(blocks)
    remarked = [f"# зауваження {number}\n{block}" for number, block in enumerate(blocks)]
    return cut.opening + "".join(remarked) + cut.closing + cut.body


def document(root: Path, path: str = ENTRY) -> Document[Entry]:
    found, problems = load(root / path, Entry, path)
    assert found, problems
    return found


@settings(max_examples=60)
@given(EDITS, QUOTED, BODY, CHANCE, SEVERAL)
def test_no_run_takes_back_what_an_editor_did(
    edits: dict[str, Any],
    quoted: str,
    body: str | None,
    chance: Random | None,
    runs: list[Callable[[Path], Report]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "seeds").mkdir()
        (root / "seeds/a.txt").write_text(SEED, "utf-8")
        run(root)
        written = document(root)
        edits["quotations"] = requoted(list(written.plain["quotations"]), quoted)
        known = {k: v for k, v in edits.items() if v is not ABSENT or k in written.plain}
        raw = revise(written.raw, known, body=body)
        raw = rearranged(raw, chance) if chance else raw
        (root / ENTRY).write_text(raw, "utf-8")
        before = document(root)
        touched = edited(before.plain, before.body)
        reports = [one(root) for one in runs]
        after = document(root)
        _kept(before, after, touched)
        if chance:
            assert remarks(after.raw) == remarks(raw)
            assert shared(after, before) == shared(before, after)
        assert runs[-1](root).written == []  # a second run of the same changes nothing
        _offered(after, reports[-1], touched)


def remarks(raw: str) -> list[str]:
    return re.findall("^# зауваження .*$", raw, re.M)


def shared(one: Document[Entry], other: Document[Entry]) -> list[str]:
    """The keys of one that the other has too, in order."""
    return [key for key in one.plain if key in other.plain]


def _kept(before: Document[Entry], after: Document[Entry], touched: frozenset[str]) -> None:
    for name in touched - {"quotations", "body"}:
        assert after.plain.get(name, ABSENT) == before.plain.get(name, ABSENT), name
    if "body" in touched:
        assert after.body == before.body
    if "quotations" in touched:
        ids = [q["id"] for q in before.plain.get("quotations") or []]
        assert [q["id"] for q in after.plain.get("quotations") or []] == ids


def _offered(after: Document[Entry], report: Report, touched: frozenset[str]) -> None:
    """Whatever is offered differs from what stands, and only an editor's words are offered against."""
    for offer in report.offers:
        if offer.path == ENTRY:
            name, _, _ = offer.field.partition(" ")
            assert name in touched
            assert offer.machine != offer.editor
            if name not in ("body", "quotations"):
                assert after.plain.get(name) == offer.editor


@pytest.fixture
def filled(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.seed("a.txt", SEED)
    run(tmp_path)
    return made


@pytest.mark.parametrize("then", RUNS)
def test_a_deleted_actor_stays_deleted(filled: Desk, then: Callable[[Path], Report]) -> None:
    (filled.root / TOM).unlink()
    mine = filled.read(ENTRY).replace("  - tom-bakster\n", "", 1)
    filled.put(ENTRY, mine.replace("speaker: tom-bakster", "speaker: Том Бакстер"))
    then(filled.root)
    assert TOM not in filled.files()


@pytest.mark.parametrize("then", RUNS)
def test_a_hidden_actor_stays_hidden_and_unlinked(filled: Desk, then: Callable[[Path], Report]) -> None:
    mine = filled.read(TOM).replace("status: suggested", "status: hidden # не треба")
    filled.put(TOM, mine)
    then(filled.root)
    assert filled.read(TOM) == mine


@pytest.mark.parametrize("then", RUNS)
def test_a_renamed_actor_stays_renamed(filled: Desk, then: Callable[[Path], Report]) -> None:
    assert main(["--project", str(filled.root), "rename", "tom-bakster", "thomas-baxter"]) == 0
    before = filled.files()
    then(filled.root)
    after = filled.files()
    assert after.keys() == before.keys()
    assert after[TOM] == before[TOM]
    assert "speaker: tom-bakster" not in after[ENTRY]


@pytest.mark.parametrize("then", RUNS)
def test_merged_actors_stay_one(filled: Desk, then: Callable[[Path], Report]) -> None:
    assert main(["--project", str(filled.root), "merge-actors", "tom-bakster", "olena-hrytsenko"]) == 0
    before = filled.files()
    then(filled.root)
    after = filled.files()
    assert after[TOM] == before[TOM]
    assert after["content/decisions.txt"] == before["content/decisions.txt"]


def test_a_run_that_ends_halfway_is_made_up_for_by_the_next(tmp_path: Path) -> None:
    """Both entries suggest the same actor; the run ends when its page and the first entry are written."""

    def two(folder: str) -> Desk:
        (tmp_path / folder).mkdir()
        made = Desk(tmp_path / folder)
        made.seed("a.txt", SEED)
        made.seed("b.txt", SEED.replace("Міст", "Паром").replace("Луну", "Сулу"))
        return made

    halfway, whole = two("halfway"), two("whole")
    written: list[str] = []

    def ends(filing: Filing, name: str, *given: Any) -> None:
        written.append(name)
        if len(written) == 2:
            raise KeyboardInterrupt
        entry(filing, name, *given)

    entry = Filing.entry
    with patch.object(Filing, "entry", ends), pytest.raises(KeyboardInterrupt):
        run(halfway.root)
    assert len(list(halfway.root.glob("content/entries/*/*.md"))) == 1
    run(halfway.root)
    run(whole.root)
    files = [p.relative_to(whole.root) for p in sorted(whole.root.rglob("content/**/*.md"))]
    assert len(files) > 3
    for file in files:
        assert (halfway.root / file).read_text("utf-8") == (whole.root / file).read_text("utf-8"), file


def test_what_an_editor_saves_while_a_run_goes_on_is_theirs(filled: Desk) -> None:
    """Between the reading and the writing of the entry: the run says so and leaves the file."""
    path = filled.root / ENTRY
    mine = path.read_text(encoding="utf-8").replace("Міст відкрили", "Міст таки відкрили", 1)

    def slow(raw: str, proposal: Proposal, model: type[Part]) -> tuple[str, tuple[Offer, ...]]:
        made = merge(raw, proposal, model)
        if model is Entry:
            path.write_text(mine, encoding="utf-8")
        return made

    with patch("copydesk.convert.filing.merge", slow):
        report = run(filled.root, newer, 3)
    assert path.read_text(encoding="utf-8") == mine
    told = [problem for problem in report.problems if problem.path == ENTRY]
    assert [problem.rule for problem in told] == ["write"]
    assert "changed" in told[0].message and told[0].fix == "look at the file, then convert again"
    assert ENTRY not in report.written
    assert ENTRY in upgraded(filled.root).written, "the next run goes on from what the editor saved"
    assert document(filled.root).plain["title"] == "Міст таки відкрили"


def test_what_the_rules_read_otherwise_is_told_whenever_it_is_asked_for(filled: Desk) -> None:
    filled.put(ENTRY, filled.read(ENTRY).replace("title: Міст відкрили", "title: Міст"))
    upgraded(filled.root)
    told = upgraded(filled.root)
    assert told.written == []
    assert list(told.lines()) == [
        f"{ENTRY}:2: `title`: kept “Міст”; the rules read “Міст через Луну відкрили”"
    ]


def test_a_quotation_and_a_text_are_told_by_what_differs_in_them(filled: Desk) -> None:
    mine = filled.read(ENTRY).replace("speaker: olena-hrytsenko", "speaker: Олена", 1)
    filled.put(ENTRY, mine.replace("Раса Жемайте поїхала додому.", "Раса Жемайте поїхала."))
    upgraded(filled.root)
    told = "\n".join(upgraded(filled.root).lines())
    assert re.search(r":\d+: `quotations \w+ speaker`: kept “Олена”; the rules read nothing$", told, re.M)
