"""The links back to the desk on every kind of page: the file is there, the form knows the page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.building import PUBLISHED, ROOT, Built, build, kinds, newsroom

REPOSITORY = "https://github.com/someone/digest"


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = newsroom(tmp_path_factory.mktemp("desks") / "project")
    return build(project, SITEURL=PUBLISHED, DIGEST_REPOSITORY=REPOSITORY, DIGEST_BRANCH="статті")


def test_every_kind_of_page_leads_to_a_file_or_folder_that_is_there(linked: Built) -> None:
    assert linked.code == 0, linked.printed
    project: Path = linked.output.parent
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/mistake.yml").read_text(encoding="utf-8"))
    fields = {part.get("id") for part in form["body"]}
    checked = kinds(linked)
    assert {"home", "entry", "actor", "event", "quotation", "edition", "actors", "events", "404"} <= set(
        checked
    )
    for kind, files in checked.items():
        if kind == "mail":
            continue  # a letter leads to the site, not to the desk
        footer = BeautifulSoup(linked.text(files[0]), "html.parser").select_one("footer.colophon")
        assert footer, kind
        links = [str(a["href"]) for a in footer.select("a[href^='https://github.com/someone/digest/']")]
        edit, report = (next(h for h in links if f"/{way}" in h) for way in ("content", "issues/new"))
        way, _, path = unquote(urlsplit(edit).path).removeprefix("/someone/digest/").partition("/статті/")
        target = project / path
        assert (target.is_file(), way) in ((True, "edit"), (False, "tree")), (kind, edit)
        assert target.exists(), (kind, edit)
        asked = parse_qs(urlsplit(report).query)
        assert asked.keys() - {"template"} <= fields
        assert asked["page"][0].startswith(PUBLISHED), kind
    one = BeautifulSoup(linked.text(checked["entry"][0]), "html.parser").select_one("footer.colophon")
    assert one and "/edit/" in str(one)
