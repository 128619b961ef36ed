"""What VS Code needs to help with front matter: schemas, snippets, problems shown in place. Pure."""

from __future__ import annotations

from typing import Any

from copydesk.frontmatter.browsing import COLLECTIONS
from copydesk.frontmatter.forms import Field, form

_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
# Keys that begin a list inside a file: what a snippet adds there.
_PARTS = (("entry", "quotations"), ("entry", "corrections"), ("actor", "roles"))


def settings() -> dict[str, Any]:
    """Which schema goes with which folder; completion while a word is typed."""
    return {
        "yaml.schemas": {
            f".vscode/schemas/{kind}.json": f"content/{folder}/**/*.md"
            for kind, (folder, _, _) in COLLECTIONS.items()
        },
        "[markdown]": {
            "editor.quickSuggestions": {"comments": "off", "strings": "on", "other": "on"},
            "editor.wordWrap": "on",
        },
        "files.encoding": "utf8",
        "files.eol": "\n",
    }


def snippets() -> dict[str, Any]:
    """A snippet for each kind of file, and for each list of groups in one."""
    made = {
        f"new {kind}": _snippet(kind, ["---", *_lines(form(kind)), "---", "", "$0"]) for kind in COLLECTIONS
    }
    for kind, key in _PARTS:
        group = next(f for f in form(kind) if f.key == key)
        first, *rest = _lines(group.fields, "    ")
        made[key] = _snippet(key, [f"  - {first.strip()}", *rest])
    return made


def _snippet(prefix: str, body: list[str]) -> dict[str, Any]:
    return {"prefix": prefix, "scope": "markdown,yaml", "body": body}


def _lines(fields: tuple[Field, ...], indent: str = "") -> list[str]:
    """A line for each key that must be there, and for those nearly always wanted: kinds, speakers, names."""
    wanted = [f for f in fields if f.required or f.preset or f.key in ("speaker", "actors", "starts", "from")]
    return [f"{indent}{field.key}: {_blank(field, at)}" for at, field in enumerate(wanted, 1)]


def _blank(field: Field, at: int) -> str:
    if field.choices:
        ordered = sorted(field.choices, key=lambda choice: choice != field.preset)
        return f"${{{at}|{','.join(ordered)}|}}"
    if field.shape == "day":
        return f"${{{at}:{_TODAY}}}"
    return f"[${at}]" if field.many else f"${{{at}}}"


def tasks() -> dict[str, Any]:
    """`check` as the build task: its problems stand beside the lines they are about."""
    pattern = {
        "regexp": r"^([^:\s][^:]*):(\d+):(?:(\d+):)? (.+?)(?: \((warning)\))?$",
        "file": 1,
        "line": 2,
        "column": 3,
        "message": 4,
        "severity": 5,
    }
    matcher = {"owner": "copydesk", "fileLocation": ["relative", "${workspaceFolder}"], "pattern": pattern}
    return {
        "version": "2.0.0",
        "tasks": [
            {
                "label": "check",
                "type": "shell",
                "command": "make check",
                "group": {"kind": "build", "isDefault": True},
                "problemMatcher": {**matcher, "severity": "error"},
            }
        ],
    }
