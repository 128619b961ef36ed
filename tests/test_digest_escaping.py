"""Hostile words in every field, in every place where they are shown: none may become markup."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.building import Built, build, newsroom
from tests.sitelint import complaints

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script><!--",
    "' onmouseover='alert(1)' x='",
    "{{ 7 * 191 }}{% for x in y %}",
    "]]><x/>&notit; &lt;b&gt;",
)
ENTRY = """title: {0}
lang: uk
date: 2024-06-01
happened: 2024-06-01
outlet:
  name: {0}
  url: https://example.org/{1}
byline: {0}
summary: {0}
actors:
  - actor
events:
  - event
quotations:
  - id: q1
    content: {0}
    speaker: actor
    cue: {0}
    note: {0}
    context: {0}
    translations:
      en: {0}
  - id: q2
    content: {2}
    speaker: {0}
corrections:
  - date: 2024-06-02
    text: {0}
seed:
  file: {3}
  sha256: {4}
  rules: 1
  dates:
    published:
      evidence: {0}
      rule: {0}
      precision: day
"""
ACTOR = """name: {0}
names:
  uk: {0}
  en: {2}
kind: person
aliases:
  ru:
    - {0}
roles:
  - title: {0}
"""
EVENT = """title: {0}
titles:
  en: {2}
starts: 2024-06-01
place: {0}
"""
BODY = """{0}

[x](javascript:alert(1)) [x](JaVaScRiPt:alert(1)) [x]( java&#x73;cript:alert(1)) [x](data:text/html,hi)
[x](//evil.example/x) [x](/etc/passwd) [x]({{attach}}../../../seeds/s.txt) ![x](https://evil.example/x.png)
[t](https://example.org "{0}") <a href="vbscript:x" onclick=x>y</a> <svg onload=alert(1)> <style>*{{}}</style>

{0}
: {0}

| {0} | b |
|---|---|
| {0} | [x](javascript:alert(1)) |

``` {0}
{0}
```

<iframe src="https://evil.example"></iframe><base href="//evil.example"><form action=x><input name=y></form>

# {0}
"""


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


@pytest.fixture(scope="module", params=range(len(PAYLOADS)))
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, str]:
    payload = PAYLOADS[request.param]
    project = newsroom(tmp_path_factory.mktemp("attack") / "n", empty=True)
    seed = f"{payload}\n{payload} bis\n".encode()
    (project / "seeds/s.txt").write_bytes(seed)
    words = [_quoted(payload), "report", _quoted(f"{payload} bis"), "s.txt", sha256(seed).hexdigest()]
    for name, form in (("actors/actor", ACTOR), ("events/event", EVENT), ("entries/2024-06-01-entry", ENTRY)):
        text = f"---\n{form.format(*words)}---\n{BODY.format(payload)}"
        (project / f"content/{name}.md").write_text(text, encoding="utf-8")
    (project / "content/pages/about.md").write_text(
        f"---\ntitle: {words[0]}\n---\n{BODY.format(payload)}", encoding="utf-8"
    )
    return build(project, SITEURL="https://example.org/news"), payload


def test_it_is_published_as_words(attacked: tuple[Built, str]) -> None:
    built, payload = attacked
    assert built.code == 0, built.printed
    assert {p["rule"] for p in built.problems} <= {"link"}, "only that its links lead nowhere"
    page = BeautifulSoup(built.text("entries/2024-06-01-entry/index.html"), "html5lib")
    assert payload.replace("'", "’") in page.h1.get_text().replace("'", "’").replace("\xa0", " ")  # type: ignore[union-attr]


def test_nothing_of_it_lives(attacked: tuple[Built, str]) -> None:
    built, _ = attacked
    assert complaints(built.output, "/news") == []
    for path in built.pages():
        assert "evil.example" not in path.read_text(encoding="utf-8")
        page = BeautifulSoup(path.read_bytes(), "html5lib")
        assert not page.find(["img", "style"])
        assert {form.get("role") for form in page.find_all("form")} <= {"search"}, "only ours, to search with"
        assert not page.find("input", attrs={"name": "y"})
        assert "1337" not in path.read_text(encoding="utf-8"), "a template of theirs was run"


def test_json_ld_still_says_what_it_should(attacked: tuple[Built, str]) -> None:
    built, payload = attacked
    page = BeautifulSoup(built.text("entries/2024-06-01-entry/index.html"), "html5lib")
    script = page.find("script", type="application/ld+json")
    assert script is not None
    graph = json.loads(script.string or "")["@graph"]
    assert next(n for n in graph if n["@type"] == "Article")["headline"] == payload


def test_feeds_carry_no_live_markup(attacked: tuple[Built, str]) -> None:
    built, _ = attacked
    for path in (built.output / "feeds").rglob("*.xml"):
        for content in BeautifulSoup(path.read_bytes(), "xml").find_all("content"):
            body = BeautifulSoup(content.get_text(), "html5lib")
            assert not body.find(["script", "img", "iframe", "svg", "style", "form", "base"])
            assert all(str(a.get("href", "https:")).startswith("https:") for a in body.find_all("a"))


def test_a_page_without_script_could_not_have_hidden_one(tmp_path: Path) -> None:
    """The lint itself: it must see what it is for."""
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="uk"><title>x</title><body><p id="a"><p id="a">'
        '<a href="java\nscript:x">x</a><a href="gone/">y</a><script>1</script>'
        '<img src="https://evil.example/x"><i onclick="x"></i></body></html>',
        encoding="utf-8",
    )
    found = "\n".join(complaints(tmp_path))
    for what in (
        "id a stands 2 times",
        "javascript",
        "gone/",
        "a script stands",
        "loads https://evil",
        "onclick",
    ):
        assert what in found.replace("java\\nscript", "javascript")
