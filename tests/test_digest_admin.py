"""The browser editor: off unless asked for, from its own files alone, and harmless to what it saves."""

from __future__ import annotations

import io
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from copydesk.check import check
from copydesk.frontmatter import Actor, Entry, load
from digest import admin
from digest.admin import pages
from digest.admin.package import ARCHIVE, contents, is_genuine
from tests.browsing import served
from tests.building import ROOT, Built, build, newsroom

ENTRY = "content/entries/2024/2024-06-21-bridge-over-luna.md"
PACKED = ROOT / ".cache" / ARCHIVE
needs_package = pytest.mark.skipif(
    not PACKED.is_file(), reason="the browser editor was not fetched: run `make admin`"
)
# A folder inside the browser stands for the one that a person would choose: no dialogue can be answered here.
CHOSEN = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
FILL = """async files => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/"), name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
READ = """async path => {
  let folder = await navigator.storage.getDirectory();
  const parts = path.split("/"), name = parts.pop();
  for (const part of parts) folder = await folder.getDirectoryHandle(part);
  return await (await (await folder.getFileHandle(name)).getFile()).text();
}"""


def asked(project: Path, **more: str) -> Built:
    return build(project, DIGEST_ADMIN="1", DIGEST_REPOSITORY="https://github.com/owner/digest", **more)


def test_it_is_off_unless_asked_for(site: Built) -> None:
    assert not (site.output / "admin").exists()
    assert "admin/" not in site.text("index.html")


def test_without_its_package_the_build_says_what_to_do(tmp_path: Path) -> None:
    built = asked(newsroom(tmp_path / "newsroom"))
    said = [p["text"] for p in built.problems]
    told = "the browser editor is not here, or is another one"
    assert said == [f".cache/{ARCHIVE}: {told}; fetch it with `make admin`, or set DIGEST_ADMIN to 0"]
    assert not (built.output / "admin").exists()
    assert asked(tmp_path / "newsroom", DIGEST_STRICT="1").code == 1


def test_another_archive_is_not_taken(tmp_path: Path) -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as packed:
        member = tarfile.TarInfo("package/npm/index.js")
        packed.addfile(member, io.BytesIO())
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / ARCHIVE).write_bytes(made.getvalue())
    given: dict[str, Any] = {"DIGEST_ADMIN": True, "DIGEST_PROJECT": str(tmp_path)}
    assert not is_genuine(made.getvalue())
    assert [p.rule for p in admin.missing(given)] == ["admin"]
    assert list(admin.files(given)) == []


def test_it_speaks_to_github_alone_and_is_told_of_every_kind_of_file() -> None:
    made = pages.made("uk", "<Слово> & діло", "https://github.com/owner/digest")
    assert "<title>&lt;Слово&gt; &amp; діло</title>" in made["index.html"]
    assert set(re.findall(r"https://[\w.]+", made["index.html"])) == {
        *("https://api.github.com", "https://avatars.githubusercontent.com")
    }
    told = json.loads(made["config.js"].removeprefix("export default ").rstrip(";\n"))
    assert (told["backend"]["repo"], told["backend"]["auth_methods"]) == ("owner/digest", ["token"])
    assert [c["name"] for c in told["collections"]] == ["entries", "actors", "events", "outlets", "pages"]


@needs_package
def test_its_files_have_their_fonts_and_translations_at_home() -> None:
    files = contents(PACKED.read_bytes())
    start = files["npm/index.js"].decode("utf-8")
    fonts = re.findall(r"url\(editor/([^)]+)\)", start)
    assert len(fonts) == 3
    assert set(fonts) <= set(files)
    assert "jsdelivr" not in start
    for lang in ("uk", "ru"):
        assert f"../locales/{lang}.js`" in start
        assert files[f"locales/{lang}.js"].startswith(b"export default {")
    assert sum(map(len, files.values())) < 4_000_000


@pytest.fixture
def editing(browser: Browser, tmp_path: Path) -> Iterator[tuple[Page, Path, list[str]]]:
    """The editor's page over a copy of the newsroom inside the browser, and what it asked other hosts for."""
    project = newsroom(tmp_path / "newsroom")
    (project / ".cache").mkdir()
    (project / ".cache" / ARCHIVE).write_bytes(PACKED.read_bytes())
    built = asked(project)
    assert (built.code, built.problems) == (0, []), built.printed
    kept = {
        p.relative_to(project).as_posix(): p.read_text("utf-8") for p in (project / "content").rglob("*.md")
    }
    with served(built.output) as host:
        context = browser.new_context(locale="uk-UA", viewport={"width": 1280, "height": 900})
        page, others = context.new_page(), list[str]()
        page.on(
            "request", lambda r: None if r.url.startswith((host, f"blob:{host}")) else others.append(r.url)
        )
        page.add_init_script(CHOSEN)
        page.goto(f"{host}admin/")
        page.evaluate(FILL, {**kept, ".git/HEAD": "ref: refs/heads/main\n"})
        yield page, project, others
        context.close()


def saved(page: Page, path: str, words: str) -> str:
    """Its text in the browser's folder, once the words are in it: the editor writes after the click.

    It is asked for from here: `wait_for_function` takes a promise itself for the answer yes.
    """
    for _ in range(200):
        text = page.evaluate(f"path => ({READ})(path).catch(() => '')", path)
        if words in text:
            return str(text)
        page.wait_for_timeout(50)
    raise AssertionError(f"{path}: {words!r} was not saved within ten seconds")


@needs_package
@pytest.mark.browser
def test_an_editor_adds_an_actor_in_the_browser(editing: tuple[Page, Path, list[str]]) -> None:
    """Its file gets a name that can be an address, and nothing that is not filled in."""
    page, _, others = editing
    page.get_by_role("button", name="Працювати з локальним репозиторієм").click()
    page.get_by_text("дійові особи").first.click()
    page.get_by_role("button", name="Створити новий запис").click()
    page.get_by_role("textbox", name="назва").first.fill("Марта Гай")
    page.get_by_text("людина", exact=True).first.click()
    page.get_by_role("button", name="Зберегти").click()
    path = "content/actors/marta-gay.md"
    document, problems = load(saved(page, path, "Марта Гай"), Actor, path)
    assert document and not problems, problems
    assert dict(document.plain) == {"name": "Марта Гай", "kind": "person", "status": "confirmed"}
    assert others == []


@needs_package
@pytest.mark.browser
def test_an_editor_corrects_an_entry_in_the_browser(editing: tuple[Page, Path, list[str]]) -> None:
    """In Ukrainian: a wrong token is refused by GitHub, a folder of this machine needs none.

    What was not touched keeps its value.
    """
    page, project, others = editing
    refused = {"status": 401, "json": {"message": "Bad credentials"}}
    page.route("https://api.github.com/**", lambda route: route.fulfill(**refused))
    with page.expect_request("https://api.github.com/user") as signing:
        page.get_by_role("button", name="Увійти за допомогою токена доступу").click()
        page.get_by_label("Персональний токен доступу").fill("not-a-token")
        page.get_by_role("button", name="Увійти", exact=True).click()
    assert signing.value.headers["authorization"] == "token not-a-token"
    page.get_by_text("Наданий токен недійсний").wait_for()
    assert others == ["https://api.github.com/user"], "nothing was asked of another host"

    page.get_by_role("button", name="Працювати з локальним репозиторієм").click()
    page.get_by_text("A higher bridge for a higher river").first.click()
    title = page.get_by_role("textbox", name="заголовок").first
    assert title.input_value() == "A higher bridge for a higher river"
    title.fill("A bridge for every river")
    page.get_by_role("button", name="Зберегти").click()
    text = saved(page, ENTRY, "A bridge for every river")

    before, _ = load(project / ENTRY, Entry, ENTRY)
    after, problems = load(text, Entry, ENTRY)
    assert before and after and not problems, problems
    assert after.meta.title == "A bridge for every river"
    assert after.meta.model_copy(update={"title": before.meta.title}) == before.meta
    assert after.body == before.body
    (project / ENTRY).write_text(text, encoding="utf-8")
    assert [str(p) for p in check(project) if p.severity == "error"] == []
    assert others == ["https://api.github.com/user"], "nothing more was asked"
