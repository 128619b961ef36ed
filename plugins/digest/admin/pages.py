"""The page of the browser editor, what starts it, and what it is told of the digest. Pure."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from copydesk.frontmatter.browsing import collections
from copydesk.model import Lang

EDITOR = "editor/"
_GITHUB = "https://github.com/"
# It styles itself from its script, keeps drafts in the browser, and speaks to GitHub alone.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data: blob: https://avatars.githubusercontent.com; "
    "connect-src 'self' data: blob: https://api.github.com; worker-src 'self' blob:; "
    "frame-src 'self' blob:; form-action 'none'; base-uri 'none'"
)
_PAGE = Markup("""<!DOCTYPE html>
<html lang="{lang}">
<head>
  <meta http-equiv="Content-Security-Policy" content="{policy}">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <meta name="referrer" content="no-referrer">
  <title>{name}</title>
  <script type="module" src="start.js"></script>
</head>
<body></body>
</html>
""")
_START = f"""import CMS from "./{EDITOR}npm/index.js";
import config from "./config.js";

CMS.init({{ config }});
"""


def made(lang: Lang, name: str, repository: str) -> dict[str, str]:
    """The files by their names: the page of the digest called `name`, its script, its settings."""
    told = json.dumps(config(lang, repository), ensure_ascii=False, indent=1)
    page = _PAGE.format(lang=lang, policy=POLICY, name=name)
    return {"index.html": str(page), "start.js": _START, "config.js": f"export default {told};\n"}


def config(lang: Lang, repository: str) -> dict[str, Any]:
    """What the editor is told: where the files are, and every key that they may have.

    People sign in with an access token of their own; files on their own machine need none.
    """
    return {
        "load_config_file": False,
        "backend": {
            "name": "github",
            "repo": repository.removeprefix(_GITHUB).strip("/") or "owner/digest",
            "branch": "main",
            "auth_methods": ["token"],
        },
        "media_folder": "content/images",
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": collections(lang),
    }
