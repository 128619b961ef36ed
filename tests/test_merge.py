"""An editor's word always wins: whatever an editor does to an entry survives whatever the rules read next."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.frontmatter import Actor, Document, Entry, load
from copydesk.frontmatter.document import pieces
from copydesk.frontmatter.entry import Quotation
from copydesk.frontmatter.fingerprints import fingerprint
from copydesk.frontmatter.writing import ABSENT, revise
from copydesk.merge import Proposal, begin, edited, merge

DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))
SEED = {"file": "a.txt", "sha256": "0" * 64, "rules": 1}


def proposal(**fields: Any) -> Proposal:
    body = fields.pop("body", "Текст.")
    first = {"title": "Міст відкрили", "lang": "uk", "date": dt.date(2024, 7, 3)}
    return Proposal({k: v for k, v in {**first, **fields}.items() if v is not None}, body, SEED)


def quotation(name: str, content: str, **more: str) -> dict[str, str]:
    return {"id": name, "content": content, **more, "kind": "direct"}


def document(raw: str) -> Document[Entry]:
    found, problems = load(raw, Entry)
    assert found and not problems, problems
    return found


A, B, C = quotation("aa", "Міст стоїть"), quotation("bb", "Ми раді"), quotation("cc", "Дякую")


def test_an_untouched_entry_follows_the_rules() -> None:
    text, offers = merge(
        begin(proposal(quotations=[A, B])), proposal(title="Новий", quotations=[B, C], body="Новий.")
    )
    assert not offers
    assert text == begin(proposal(title="Новий", quotations=[B, C], body="Новий."))


def test_an_edited_field_stays_and_is_offered_once_the_rules_differ() -> None:
    raw = begin(proposal()).replace("title: Міст відкрили", 'title: "Міст" # мій')
    assert merge(raw, proposal()) == (raw, ())
    text, (offer,) = merge(raw, proposal(title="Третій", lang="ru"))
    assert 'title: "Міст" # мій' in text and "lang: ru" in text
    assert (offer.field, offer.editor, offer.machine) == ("title", "Міст", "Третій")


def test_a_deleted_field_stays_deleted() -> None:
    raw = begin(proposal(byline="Олена")).replace("byline: Олена\n", "")
    text, offers = merge(raw, proposal(byline="Том"))
    assert text == raw and offers[0].machine == "Том"


def test_a_deleted_quotation_stays_deleted_and_the_others_are_refreshed() -> None:
    raw = revise(begin(proposal(quotations=[A, B])), {"quotations": [A]})
    text, _ = merge(raw, proposal(quotations=[{**A, "speaker": "Раса"}, B, C]))
    assert document(text).plain["quotations"] == [{**A, "speaker": "Раса"}]
    again, offers = merge(text, proposal(quotations=[{**A, "speaker": "Раса"}, B, C]))
    assert again == text
    assert [o.field for o in offers] == ["quotations cc"]


CHOSEN = {
    "corrections": [{"date": dt.date(2024, 7, 5), "text": "Виправлено день."}],
    "archive_url": "https://archive.example/1",
    "featured": True,
    "order": 2,
    "pinned": True,
    "redirect_from": ["entries/mist"],
    "text": "excerpt",
}
REMARKS = {"note": "Усміхаючись.", "context": "На мосту.", "translations": {"en": "The bridge"}, "same": "m"}


def test_what_editors_alone_write_survives_and_counts_as_no_change_of_the_machines() -> None:
    assert (set(CHOSEN), set(REMARKS)) == (Entry.editors_keys(), Quotation.editors_keys())
    raw = revise(begin(proposal(quotations=[A, B])), {**CHOSEN, "quotations": [{**A, **REMARKS}, B]})
    text, _ = merge(raw, proposal(title="Новий", quotations=[{**A, "cue": "каже"}, C], body="Новий."))
    found = document(text)
    assert {key: found.plain[key] for key in CHOSEN} == CHOSEN
    assert {key: found.plain["quotations"][0][key] for key in REMARKS} == REMARKS
    assert found.plain["title"] == "Новий"


def test_an_edited_quotation_and_its_place_stay() -> None:
    mine = {**B, "speaker": "Том Бакстер"}
    raw = revise(begin(proposal(quotations=[A, B, C])), {"quotations": [C, mine, A]})
    text, offers = merge(raw, proposal(quotations=[A, {**B, "speaker": "Раса"}, {**C, "cue": "сказав"}]))
    assert document(text).plain["quotations"] == [{**C, "cue": "сказав"}, mine, A]
    assert [o.field for o in offers] == ["quotations bb"]


def test_a_rejected_actor_stays_rejected() -> None:
    raw = revise(begin(proposal(actors=["olena", "tom"])), {"actors": ["olena"]})
    text, offers = merge(raw, proposal(actors=["olena", "tom", "rasa"]))
    assert document(text).meta.actors == ["olena"]
    assert offers[0].machine == ["olena", "tom", "rasa"]


def test_a_body_of_an_editor_stays() -> None:
    raw = begin(proposal()).replace("Текст.", "Текст, виправлений.\n\nІ ще.")
    text, (offer,) = merge(raw, proposal(body="Інший."))
    assert text == raw and offer.field == "body"


def test_what_an_editor_changed_is_known() -> None:
    raw = begin(proposal(quotations=[A]))
    assert edited(document(raw).plain, document(raw).body) == frozenset()
    raw = raw.replace("lang: uk", "lang: ru\nbyline: Я").replace("Міст стоїть", "Міст стоїть!") + "\nЩе.\n"
    found = document(raw)
    assert edited(found.plain, found.body) == {"lang", "byline", "quotations", "body"}


def test_a_suggested_actor_gains_names_until_an_editor_names_it() -> None:
    first = Proposal({"name": "Олена", "names": {"uk": "Олена"}, "kind": "person", "status": "suggested"})
    second = Proposal({**first.fields, "names": {"uk": "Олена", "ru": "Елена"}})
    text, _ = merge(begin(first), second, Actor)
    assert text == begin(second)
    mine = (
        begin(first)
        .replace("  uk: Олена", "  uk: Олена Г.")
        .replace("status: suggested", "status: confirmed")
    )
    assert merge(mine, second, Actor)[0] == mine


WORDS = st.text("абв no12:#-'\" ", min_size=1, max_size=12).filter(lambda w: bool(w.strip()))
IDS = ("aa", "bb", "cc", "dd")
QUOTATIONS = st.lists(
    st.builds(lambda i, c, s: quotation(i, c, speaker=s), st.sampled_from(IDS), WORDS, WORDS),
    max_size=4,
    unique_by=lambda q: q["id"],
)
PROPOSALS = st.builds(
    lambda t, b, h, a, q, d, x: proposal(
        title=t, byline=b, happened=h, actors=a, quotations=q, date=d, body=x
    ),
    WORDS,
    st.none() | WORDS,
    st.none() | DAYS,
    st.none() | st.lists(st.sampled_from(["olena", "tom", "rasa"]), min_size=1, unique=True),
    st.none() | QUOTATIONS.filter(bool),
    st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)),
    WORDS,
)
EDITS = st.fixed_dictionaries(
    {},
    optional={
        "title": WORDS,
        "byline": WORDS | st.just(ABSENT),
        "happened": DAYS | st.just(ABSENT),
        "actors": st.lists(st.sampled_from(["olena", "ivan"]), min_size=1, unique=True) | st.just(ABSENT),
        "quotations": QUOTATIONS | st.permutations([A, B, C]),
        "archive_url": st.just("https://example.org/a"),
    },
)


@settings(max_examples=120)
@given(PROPOSALS, EDITS, st.none() | WORDS, st.lists(PROPOSALS, min_size=1, max_size=3), st.booleans())
def test_no_later_run_takes_back_an_edit(
    first: Proposal, edits: dict[str, Any], body: str | None, later: list[Proposal], crlf: bool
) -> None:
    written = begin(first)
    known = document(written)
    raw = revise(written, {k: v for k, v in edits.items() if v is not ABSENT or k in known.plain}, body=body)
    raw = raw.replace("---\n", "---\n# a remark\n", 1)
    raw = raw.replace("\n", "\r\n") if crlf else raw
    before = document(raw)
    touched = edited(before.plain, before.body)
    mine = [
        q for q in before.plain.get("quotations") or [] if q not in (first.fields.get("quotations") or [])
    ]
    for offered in later:
        text, _ = merge(raw, offered)
        assert merge(text, offered)[0] == text
        raw = text
    after = document(raw)
    assert "# a remark" in raw and ("\r\n" in raw) == crlf
    for name in touched - {"quotations", "body"}:
        assert after.plain.get(name, ABSENT) == before.plain.get(name, ABSENT)
    if "body" in touched:
        assert after.body == before.body
    if "quotations" in touched:
        ids = [q["id"] for q in before.plain.get("quotations") or []]
        assert [q["id"] for q in after.plain.get("quotations") or []] == ids
        assert all(q in after.plain["quotations"] for q in mine)


@settings(max_examples=50)
@given(PROPOSALS)
def test_what_is_begun_is_not_changed_by_a_second_run(first: Proposal) -> None:
    text = begin(first)
    assert merge(text, copy.deepcopy(first)) == (text, ())
    assert edited(document(text).plain, document(text).body) == frozenset()


PAGES = st.builds(
    lambda name, names, kind: Proposal({"name": name, "names": names, "kind": kind, "status": "suggested"}),
    WORDS,
    st.dictionaries(st.sampled_from(["uk", "ru", "en"]), WORDS, min_size=1),
    st.sampled_from(["person", "organisation"]),
)
PAGE_EDITS = st.fixed_dictionaries(
    {},
    optional={
        "name": WORDS,
        "names": st.dictionaries(st.sampled_from(["uk", "ru", "en"]), WORDS) | st.just(ABSENT),
        "kind": st.just("place"),
        "aliases": st.dictionaries(st.sampled_from(["uk", "ru"]), st.lists(WORDS, min_size=1), min_size=1),
        "status": st.sampled_from(["confirmed", "hidden"]),
        "same_as": st.just("other"),
        "not_same_as": st.just(["one", "two"]),
        "wikidata": st.just("Q42"),
    },
)


@settings(max_examples=80)
@given(PAGES, PAGE_EDITS, st.none() | WORDS, st.lists(PAGES, min_size=1, max_size=3), st.booleans())
def test_no_later_run_takes_back_an_edit_of_a_page(
    first: Proposal, edits: dict[str, Any], note: str | None, later: list[Proposal], turned: bool
) -> None:
    raw = revise(begin(first), edits, body=note)
    if turned:  # the keys in another order, with a remark between them
        cut = pieces(raw)
        head, _, tail = cut.header.partition("kind:")
        kind, _, rest = tail.partition("\n")
        raw = f"{cut.opening}kind:{kind} # хто це\n# зауваження\n{head}{rest}{cut.closing}{cut.body}"
    before, problems = load(raw, Actor)
    assert before, problems
    memory = before.plain["wrote"]
    mine = {k: v for k, v in before.plain.items() if k != "wrote" and memory.get(k) != fingerprint(v)}
    gone = {k for k in memory if k not in before.plain}
    for offered in later:
        text, offers = merge(raw, offered, Actor)
        assert merge(text, offered, Actor)[0] == text
        assert {offer.field for offer in offers} <= mine.keys() | gone
        raw = text
    after, _ = load(raw, Actor)
    assert after
    assert {k: after.plain.get(k) for k in mine} == mine
    assert not gone & after.plain.keys()
    assert after.body == before.body
    assert not turned or ("# хто це" in raw and "# зауваження" in raw)
