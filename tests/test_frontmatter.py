from __future__ import annotations

import datetime as dt
import json
import re

import frontmatter as stock
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from copydesk.frontmatter import Actor, Entry, Event, load, places, schema, table
from copydesk.frontmatter.strict import read
from copydesk.frontmatter.writing import ABSENT, fresh, revise
from copydesk.model import Problem
from tests.casefile import Case, cases

WORDS = st.text(
    alphabet=st.one_of(
        st.sampled_from("no yes 12:30 -?:#&*!|>'\"%@`{}[],~0x1e.\n\t\\«»—’їґ"), st.characters(codec="utf-8")
    ),
    max_size=30,
)
DAYS = st.dates(dt.date(1000, 1, 1), dt.date(9998, 1, 1))
PLAIN = st.recursive(
    st.one_of(WORDS, DAYS, st.integers(-999, 999_999), st.booleans(), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.from_regex(r"[a-z_]{2,9}", fullmatch=True), inner, max_size=3),
    ),
    max_leaves=8,
)
VALUES = st.dictionaries(st.from_regex(r"[a-z_]{2,9}", fullmatch=True), PLAIN, min_size=1, max_size=5)

HEADER = """---
# who wrote this
title:   "Міст: стоїть"   # keep the quotes
date: 2024-07-03

actors: [one,  two]
quotations:
- id: a1   # the first
  content: 'Міст'
  # between
- id: a2
  content: >-
    довга
    цитата
# before the language
lang:    uk
---


Body  with   spaces

"""


@pytest.mark.parametrize("case", cases("frontmatter"))
def test_every_mistake_has_its_sentence(case: Case) -> None:
    given_text = case.given.replace("␉", "\t").replace("␠", "\ufeff")
    _, problems = load(given_text + "\n", Entry, "e.md")
    assert "\n".join(map(str, problems)) == case.expected


def test_bytes_that_are_no_text() -> None:
    document, (problem,) = load("---\ntitle: Міст\n---\n".encode("cp1251"), Entry, "e.md")
    assert document is None
    assert str(problem) == "e.md:2:1: this is not UTF-8 text; save the file as UTF-8"


def test_a_hostile_header_neither_grows_nor_recurses() -> None:
    for bomb in (
        "a: " + "[" * 5000,
        "a: {" * 300,
        "x: &a [1]\ny: *a",
        "a: !!python/object:os.system x",
        "? [a]\n: b",
    ):
        assert read(bomb).faults


@settings(max_examples=60)
@given(VALUES)
def test_what_is_written_reads_back_in_every_yaml(values: dict[str, object]) -> None:
    text = fresh(values, "Body")
    reading = read(
        text.split("---\n")[1] if "---" not in str(values) else text[4 : text.rindex("\n---\n") + 1]
    )
    assert not reading.faults and reading.value == values
    header = text[4 : text.rindex("\n---\n") + 1]
    assert yaml.safe_load(header) == values
    assert json.dumps(YAML(typ="safe").load(header), default=str) == json.dumps(values, default=str)


@settings(max_examples=50)
@given(VALUES, VALUES, st.sampled_from(["\n", "\r\n"]))
def test_a_change_changes_nothing_else(
    values: dict[str, object], changes: dict[str, object], ends: str
) -> None:
    lines = [f"{line}" for key, value in values.items() for line in fresh({key: value}).split("\n")[1:-2]]
    raw = ends.join(["---", "# mine", *lines, "# end", "---", "", "Body", ""])
    if re.search(r"^-{3,}[ \t]*$", "\n".join(lines), re.MULTILINE):
        return  # a fence inside a value cannot be typed
    text = revise(raw, changes)
    document = read(text.replace("\r\n", "\n").split("\n---\n")[0][4:])
    assert document.value == {**values, **changes}
    assert "# mine" in text and "# end" in text
    if not any(changes[k] != values.get(k, ABSENT) for k in changes):
        assert text == raw
    assert revise(text, changes) == text


def test_comments_order_and_quoting_stay() -> None:
    assert revise(HEADER, {"title": "Міст: стоїть", "lang": "uk"}) == HEADER
    changed = revise(
        HEADER, {"byline": "Олена", "lang": "ru", "date": ABSENT}, ["title", "byline", "date", "lang"]
    )
    assert changed == HEADER.replace("date: 2024-07-03\n", "").replace("lang:    uk", "lang: ru").replace(
        "# keep the quotes\n", "# keep the quotes\nbyline: Олена\n"
    )


def test_comments_inside_a_changed_list_stay() -> None:
    quotations = [{"id": "a1", "content": "Міст", "speaker": "me"}, {"id": "a2", "content": "довга цитата"}]
    changed = revise(HEADER, {"quotations": quotations})
    assert changed.split("quotations:")[0] == HEADER.split("quotations:")[0]
    assert changed.split("# before")[1] == HEADER.split("# before")[1]
    assert "# the first" in changed and "# between" in changed and "довга\n      цитата" in changed


def test_python_frontmatter_reads_the_same() -> None:
    text = fresh({"title": "no", "lang": "uk", "date": dt.date(2024, 7, 3)}, "Body\n\n---\n\nmore")
    document, problems = load(text, Entry)
    metadata, body = stock.parse(text)
    assert document and not problems
    assert (dict(document.plain), document.body) == (metadata, body)


def test_places_point_at_keys() -> None:
    document, _ = load(HEADER.replace("actors: [one,  two]\n", "actors: [one,  two]\n"), Entry)
    assert document
    at = document.place("quotations", 1, "content")
    assert HEADER.split("\n")[at.line - 1][at.column - 1 :].startswith("content:")
    assert document.body_line == HEADER[: HEADER.index("Body")].count("\n") + 1


@pytest.mark.parametrize(("kind", "model"), [("entry", Entry), ("actor", Actor), ("event", Event)])
def test_the_schema_and_the_table_name_every_key(kind: str, model: type[Entry]) -> None:
    keys = {f.alias or name for name, f in model.model_fields.items()}
    assert set(schema(kind)["properties"]) == keys
    assert all(f"| `{key}` |" in table(kind) for key in keys)
    assert all(f.description for f in model.model_fields.values())
    assert schema(kind)["additionalProperties"] is False


def test_an_empty_value_is_a_value_left_out() -> None:
    document, problems = load("---\ntitle: a\nlang: uk\ndate: 2024-07-03\nbyline:\nactors:\n---\n", Entry)
    assert document and not problems
    assert (document.meta.byline, document.meta.actors) == (None, [])


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for given_text in (
        text,
        f"---\n{text}\n---\n",
        f"---\ntitle: {text}\nlang: uk\ndate: 2024-07-03\n---\n{text}",
    ):
        document, problems = load(given_text, Entry, "e.md")
        assert document or problems
        assert all(p.message and p.fix for p in problems)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("summary: \u200b", "5:1: `summary`: no visible character stands in it"),
        ('summary: "\\u2066a"', "an invisible mark that turns the direction of writing (U+2066)"),
        ('byline: "a\\rb"', "5:1: `byline` is “a\rb”; write one line of text".replace("\r", "\\u000d")),
        ('byline: "a\\u2028Bcc: x"', "write one line of text"),
        ("happened: 9999-12-31", "5:1: `happened`: 9999-12-31 is not in the years 1000 to 2999"),
        (
            f"actors: [{', '.join(f'a{n}' for n in range(2001))}]",
            "a list of more than 2,000 values; keep those that matter",
        ),
        ("redirect_from: [old.html/x]", "write an address below the site's root"),
        ("redirect_from: [sw.js]", "write an address below the site's root"),
        ("kind: |\n  x\n  ::error::y", "unknown key `kind`"),
    ],
)
def test_what_no_value_may_be(line: str, says: str) -> None:
    document, problems = load(f"---\ntitle: Міст\nlang: uk\ndate: 2024-06-04\n{line}\n---\n", Entry, "x.md")
    assert document is None
    assert len(problems) == 1
    assert says in str(problems[0])


def test_a_problem_is_one_line_whatever_it_names() -> None:
    told = str(Problem("x", "content/a\n::error::b\x1b[2J\udcff\u202e.md", "m", "f"))
    assert told == "content/a\\u000a::error::b\\u001b[2J\\udcff\\u202e.md: m; f"


def test_places_are_sought_when_asked_for_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    sought: list[str] = []
    found = places.found

    def counted(text: str, first_line: int) -> places.Places:
        sought.append(text)
        return found(text, first_line)

    monkeypatch.setattr(places, "found", counted)
    header = "title: Міст\nquotations:\n  - id: q-1\n    content: Так\n"
    reading = read(header, first_line=2)
    assert (reading.value["quotations"][0]["id"], sought) == ("q-1", [])
    assert reading.places.values["quotations", 0, "content"] == (5, 14)
    assert reading.places.keys["quotations", 0, "content"] == (5, 5)
    assert reading.places.keys["title",] == (2, 1)
    assert sought == [header]
