"""What copydesk says, in three languages: nothing lacks one, nothing is kept that is no longer said."""

from __future__ import annotations

import ast
import copy
import pickle
import re
import string
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from copydesk.__main__ import main
from copydesk.commands.usage import language
from copydesk.frontmatter.browsing import COLLECTIONS
from copydesk.frontmatter.forms import Field, form
from copydesk.messages import FOLDER, catalogue, chosen, configured, say, spoken
from copydesk.model import LANGS, Lang

PLUGINS = Path(__file__).parent.parent / "plugins"
CORE = PLUGINS / "copydesk"
# What makes a message, and what the message passes through on its way.
MAKERS = {
    "Problem",
    "problem",
    "_problem",
    "_refuse",
    "_told",
    "_at",
    "RefusedError",
    "TooLargeError",
    "ShutError",
    "Fault",
}
SAYS = {"message", "fix", "says", "said", "otherwise", "other", "does"}
# A sentence: two words side by side, on one line.
SENTENCE = re.compile(r"[\w`}”)]+,? [\w`{“(&*]+", re.U)


def messages() -> set[str]:
    """Every template that the code says, and the labels of the keys that an editor fills in."""
    found: set[str] = set()
    for path in sorted(CORE.rglob("*.py")):
        if "from copydesk.messages import" in path.read_text(encoding="utf-8"):  # else its `say` is another
            found.update(
                str(message) for _, message, _, _ in extract_from_file("python", path, {"say": None})
            )
    for tree in modules():
        found.update(whole(tree))
    for kind in (*COLLECTIONS, "submission"):
        found.update(labels(form(kind)))
    for _, many, one in COLLECTIONS.values():
        found |= {many, one}
    return found


def modules() -> Iterator[ast.Module]:
    """Every module that tells people of problems."""
    for path in sorted(PLUGINS.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = {named(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        if calls & (MAKERS - {"_told", "_at"}) or imported(tree, "copydesk.messages"):
            yield tree


def imported(tree: ast.Module, module: str) -> bool:
    return any(isinstance(node, ast.ImportFrom) and node.module == module for node in tree.body)


def whole(tree: ast.Module) -> Iterator[str]:
    """The messages without blanks: sentences given to a maker, kept under a telling name, or in a table."""
    for node in ast.walk(tree):
        held: list[ast.expr] = []
        if isinstance(node, ast.Call) and named(node.func) in MAKERS:
            held = [*node.args[1:], *(k.value for k in node.keywords)] if node.args else []
        elif isinstance(node, ast.Assign) and SAYS & {named(t) for t in node.targets}:
            held = [node.value]
        elif isinstance(node, ast.Return | ast.Yield) and isinstance(node.value, ast.Tuple):
            held = node.value.elts
        elif isinstance(node, ast.Call) and named(node.func) == "meant":
            held = node.args[2:]
        elif node in tree.body and isinstance(node, ast.AnnAssign | ast.Assign) and table(node):
            values = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
            held = [n for v in values for n in ast.walk(v) if isinstance(n, ast.Constant)]
        for one in held:
            parts = (one.body, one.orelse) if isinstance(one, ast.IfExp) else (one,)
            yield from (p.value for p in parts if isinstance(p, ast.Constant) and sentence(p.value))


def sentence(value: object) -> bool:
    """True for words side by side on one line, and no pattern."""
    return (
        isinstance(value, str) and bool(SENTENCE.search(value)) and not re.search(r"\n|\\[dwsu]|\(\?", value)
    )


def table(node: ast.AnnAssign | ast.Assign) -> bool:
    name = named(node.target if isinstance(node, ast.AnnAssign) else node.targets[0])
    return name.startswith("_") and isinstance(node.value, ast.Tuple | ast.Dict | ast.Constant)


def named(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def test_no_message_is_filled_where_it_cannot_be_translated() -> None:
    """A blank is filled by `say`, never by an f-string."""
    for tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and named(node.func) in MAKERS:
                alone = node.args[:1] if named(node.func) == "RefusedError" else []
                for part in [*alone, *node.args[2:], *(k.value for k in node.keywords)]:
                    assert not isinstance(part, ast.JoinedStr), ast.unparse(node)


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


def test_the_settings_file_sets_the_language_and_the_environment_has_the_last_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert configured(tmp_path) is None
    settings = 'import os\nos.abort()\nDIGEST_LANG = "en"\nDIGEST_MESSAGES = "uk"  # так\n'
    (tmp_path / "pelican.conf.py").write_text(settings, encoding="utf-8")
    assert configured(tmp_path) == "uk"
    monkeypatch.delenv("DIGEST_MESSAGES", raising=False)
    assert main(["--project", str(tmp_path), "check"]) == 0
    monkeypatch.setenv("DIGEST_MESSAGES", "ru")
    assert main(["--project", str(tmp_path), "check"]) == 0
    assert main(["--project", str(tmp_path), "--messages", "en", "check"]) == 0
    told = ["помилок: 0, застережень: 0", "ошибок: 0, предупреждений: 0", "errors: 0, warnings: 0"]
    assert capsys.readouterr().err.splitlines() == told


def test_how_to_use_a_command_is_told_in_that_language_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the arguments are known to be right: from them, the environment or the settings file."""
    monkeypatch.delenv("DIGEST_MESSAGES", raising=False)
    (tmp_path / "pelican.conf.py").write_text('DIGEST_MESSAGES = "ru"\n', encoding="utf-8")
    wrong = "argument COMMAND: invalid choice: 'chek'"
    for words, told in [
        (["--messages", "uk", "chek"], "помилка: аргумент COMMAND: такого вибору немає: 'chek'"),
        (["--project", str(tmp_path), "chek"], "ошибка: аргумент COMMAND: такого выбора нет: 'chek'"),
        (["--messages=en", "chek"], f"error: {wrong}"),
        (["--messages", "de", "chek"], "error: argument --messages: invalid choice: 'de'"),
    ]:
        with pytest.raises(SystemExit, match="2"):
            main(words)
        assert told in capsys.readouterr().err
    monkeypatch.setenv("DIGEST_MESSAGES", "uk")
    with pytest.raises(SystemExit, match="0"):
        main(["review", "--help"])
    shown = capsys.readouterr().out
    assert shown.startswith("як писати: copydesk review") and "показати цю довідку і вийти" in shown
    assert "сторінки не матиме: status hidden" in shown, "of the answers too, of which one may be given"
    monkeypatch.delenv("DIGEST_MESSAGES")
    assert language(["--messages"], {}) == language([], {"DIGEST_MESSAGES": "de"}) == "en"


def test_the_language_is_a_setting() -> None:
    assert chosen({}) == "en"
    assert [chosen({"DIGEST_MESSAGES": lang}) for lang in LANGS] == list(LANGS)
    with pytest.raises(ValueError, match="DIGEST_MESSAGES=de: write uk, ru, en"):
        chosen({"DIGEST_MESSAGES": "de"})
