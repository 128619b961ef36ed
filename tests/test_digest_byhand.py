"""What editors merge and rename builds a site whose every former address leads on."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.__main__ import main
from copydesk.check import check
from tests.building import build, newsroom
from tests.sitelint import complaints

COMMANDS = [
    ["rename", "helen-marsh", "h-marsh"],
    ["rename", "povin-u-verbovomu", "povin"],
    ["merge-actors", "pavlo-tykhyi", "vitalii-korzh", "--who", "Марта", "--why", "одна людина"],
    ["split", "oksana-melnychenko", "o-melnyk", "2024-05-16-verbove-flood-peak", "--name", "Оксана Мельник"],
    ["merge-events", "vidkryttia-mostu", "povin"],
]
LEADS = [
    ("actors/helen-marsh", "actors/h-marsh"),
    ("events/povin-u-verbovomu", "events/povin"),
    ("actors/pavlo-tykhyi", "actors/vitalii-korzh"),
    ("events/vidkryttia-mostu", "events/povin"),
]


def test_the_site_builds_and_former_addresses_lead_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = newsroom(tmp_path / "newsroom")
    for command in COMMANDS:
        assert main(["--project", str(project), *command]) == 0, capsys.readouterr().err
    assert [str(p) for p in check(project) if p.severity == "error"] == []
    built = build(project, None, "--fatal", "errors")
    assert (built.code, built.problems) == (0, [])
    assert complaints(built.output) == []
    for former, now in LEADS:
        assert f'url=../../{now}/"' in built.text(f"{former}/index.html")
        assert (built.output / now / "index.html").is_file()
