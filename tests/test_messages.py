"""What copydesk says, in three languages: nothing lacks one, nothing is kept that is no longer said."""

from __future__ import annotations

import copy
import pickle
import string
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from copydesk.frontmatter.browsing import COLLECTIONS
from copydesk.frontmatter.forms import Field, form
from copydesk.messages import FOLDER, catalogue, chosen, say, spoken
from copydesk.model import LANGS, Lang

CORE = Path(__file__).parent.parent / "plugins" / "copydesk"


def messages() -> set[str]:
    """Every template that the code says, and the labels of the keys that an editor fills in."""
    found: set[str] = set()
    for path in sorted(CORE.rglob("*.py")):
        if "from copydesk.messages import" not in path.read_text(encoding="utf-8"):
            continue  # its `say` is another
        found.update(str(message) for _, message, _, _ in extract_from_file("python", path, {"say": None}))
    for kind in (*COLLECTIONS, "submission"):
        found.update(labels(form(kind)))
    for _, many, one in COLLECTIONS.values():
        found |= {many, one}
    return found


def labels(fields: Sequence[Field]) -> Iterator[str]:
    for field in fields:
        yield field.label
        if not field.kept:
            yield from (field.hint, *field.choices)
            yield from labels(field.fields)


@pytest.mark.parametrize("lang", ["uk", "ru"])
def test_a_catalogue_holds_every_message_and_no_other(lang: Lang) -> None:
    written = set(catalogue(lang))
    assert sorted(messages() - written) == [], "said, not in the catalogue"
    assert sorted(written - messages()) == [], "in the catalogue, not said any more"


@pytest.mark.parametrize("lang", ["uk", "ru"])
def test_a_translation_has_the_blanks_of_its_original(lang: Lang) -> None:
    for message, told in catalogue(lang).items():
        assert blanks(message) == blanks(told), message


def blanks(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)


def test_english_is_what_the_code_says() -> None:
    assert sorted(p.stem for p in FOLDER.glob("*.po")) == ["ru", "uk"]
    assert spoken(say("New text"), "en") == "New text"


def test_words_made_of_words_are_told_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"there is no {what}": "немає: {what}", "entry": "запис"}
    monkeypatch.setattr("copydesk.messages.catalogue", lambda lang: words)
    inner = say("there is no {what}", what=say("entry"))
    assert inner == "there is no entry"
    assert spoken(inner, "uk") == "немає: запис"
    assert spoken(say("there is no {what}", what="entry"), "uk") == "немає: entry"
    assert spoken("unknown words", "uk") == "unknown words"


def test_a_message_can_be_copied_and_sent() -> None:
    said = say("there is no {what}", what="a.md")
    for made in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):
        assert (made, made.template, made.values) == (said, said.template, said.values)


def test_the_language_is_a_setting() -> None:
    assert chosen({}) == "en"
    assert [chosen({"DIGEST_MESSAGES": lang}) for lang in LANGS] == list(LANGS)
    with pytest.raises(ValueError, match="DIGEST_MESSAGES=de: write uk, ru, en"):
        chosen({"DIGEST_MESSAGES": "de"})
