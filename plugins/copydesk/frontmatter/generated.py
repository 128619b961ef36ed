"""The files of a repository that are written from the models: `copydesk schema --write` makes them anew."""

from __future__ import annotations

import json
from typing import Any

import yaml

from copydesk.frontmatter import issueforms, vscode
from copydesk.frontmatter.browsing import COLLECTIONS
from copydesk.frontmatter.reference import schema

_NOTE = (
    "# Written by `python -m copydesk schema --write` from plugins/copydesk/frontmatter/: change it there.\n"
)


def files() -> dict[str, str]:
    """Path below the project -> text."""
    made = {f".vscode/schemas/{kind}.json": _json(schema(kind)) for kind in COLLECTIONS}
    made[".vscode/settings.json"] = _json(vscode.settings())
    made[".vscode/copydesk.code-snippets"] = _json(vscode.snippets())
    made[".vscode/tasks.json"] = _json(vscode.tasks())
    made[".github/ISSUE_TEMPLATE/new-text.yml"] = _yaml(issueforms.new_text())
    made[".github/ISSUE_TEMPLATE/mistake.yml"] = _yaml(issueforms.mistake())
    return made


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _yaml(value: Any) -> str:
    return _NOTE + yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)
