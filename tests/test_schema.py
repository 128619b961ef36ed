"""One model: the validator, the schemas, VS Code, the browser editor and the issue forms say the same."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from copydesk.__main__ import main
from copydesk.frontmatter import load
from copydesk.frontmatter.browsing import COLLECTIONS, collections
from copydesk.frontmatter.forms import Field, form
from copydesk.frontmatter.generated import files
from copydesk.frontmatter.reference import MODELS, schema
from copydesk.frontmatter.vscode import snippets, tasks
from copydesk.seeds.header import KEYS

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", files())
def test_files_made_from_the_models(name: str, request: pytest.FixtureRequest) -> None:
    """What lies in the repository is what `copydesk schema --write` writes."""
    path = ROOT / name
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files()[name], encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == files()[name]


def test_the_command_writes_them(tmp_path: Path) -> None:
    assert main(["--project", str(tmp_path), "schema", "--write"]) == 0
    written = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert written == set(files())


@pytest.mark.parametrize("kind", MODELS)
def test_a_form_has_every_key_once_and_in_order(kind: str) -> None:
    model = MODELS[kind]
    assert [f.key for f in form(kind)] == [f.alias or n for n, f in model.model_fields.items()]
    assert all(f.title and f.description for f in model.model_fields.values())
    assert {f.key for f in form(kind) if f.required} == set(schema(kind).get("required", ()))


def test_the_shapes_of_keys() -> None:
    fields = {f.key: f for f in form("entry")}
    assert {
        k: (fields[k].shape, fields[k].many) for k in ("title", "summary", "date", "status", "actors")
    } == {
        "title": ("line", False),
        "summary": ("text", False),
        "date": ("day", False),
        "status": ("choice", False),
        "actors": ("slug", True),
    }
    assert (fields["actors"].folder, fields["events"].folder) == ("actors", "events")
    assert [k for k in fields if fields[k].kept] == ["seed"]
    assert [f.key for f in next(f for f in form("actor") if f.key == "names").fields] == ["uk", "ru", "en"]


@pytest.mark.parametrize("lang", ["uk", "ru", "en"])
def test_the_browser_editor_knows_every_key_by_a_word_of_its_language(lang: Any) -> None:
    made = collections(lang)
    assert [c["folder"] for c in made] == [f"content/{folder}" for folder, _, _ in COLLECTIONS.values()]
    for kind, collection in zip(COLLECTIONS, made, strict=True):
        assert [f["name"] for f in collection["fields"]] == [*(f.key for f in form(kind)), "body"]
        for field, shown in zip(form(kind), collection["fields"], strict=False):
            _same(field, shown, lang)
    assert json.dumps(made)  # plain values only


def _same(field: Field, shown: dict[str, Any], lang: str) -> None:
    assert (shown["name"], shown["required"]) == (field.key, field.required)
    assert lang == "en" or shown["label"] != field.label or field.label in ("Wikidata",)
    if field.kept:
        assert shown["widget"] == "hidden"
    elif field.fields:
        assert [f["name"] for f in shown["fields"]] == [f.key for f in field.fields]
    elif field.choices:
        assert [o["value"] for o in shown["options"]] == list(field.choices)


def test_the_issue_form_asks_what_the_header_of_a_seed_can_tell() -> None:
    asked = yaml.safe_load(files()[".github/ISSUE_TEMPLATE/new-text.yml"])["body"]
    names = [part["id"] for part in asked if "id" in part]
    assert names == [*(f.key for f in form("submission")), "text"]
    assert set(KEYS) == {f.key for f in form("submission")}
    assert asked[-1]["validations"] == {"required": True}
    langs = next(part for part in asked if part.get("id") == "lang")
    assert langs["attributes"]["options"] == ["uk", "ru", "en"]


@pytest.mark.parametrize("kind", COLLECTIONS)
def test_a_snippet_filled_in_is_a_valid_file(kind: str) -> None:
    text = "\n".join(snippets()[f"new {kind}"]["body"]) + "\n"
    text = re.sub(r"\$CURRENT_\w+-\$CURRENT_\w+-\$CURRENT_\w+", "2024-07-03", text)
    text = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", text)
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)
    text = re.sub(r"\$\{\d+\}", "Слова", text)
    text = re.sub(r"\$\d+", "", text)
    document, problems = load(text, MODELS[kind])
    assert document and not problems, problems


def test_problems_of_check_stand_beside_their_lines_in_vs_code() -> None:
    pattern = re.compile(tasks()["tasks"][0]["problemMatcher"]["pattern"]["regexp"])
    found = pattern.match("content/entries/a.md:3:1: `lang` is “pl”; use uk, ru or en (warning)")
    assert found
    assert found.groups() == ("content/entries/a.md", "3", "1", "`lang` is “pl”; use uk, ru or en", "warning")
    found = pattern.match("content/actors/b.md:2: no name; write one")
    assert found
    assert (found[2], found[3], found[5]) == ("2", None, None)
