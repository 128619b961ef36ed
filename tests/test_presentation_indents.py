"""What is settled when a template is compiled."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from digest.presentation.constant import NoIndents


def set_by(source: str) -> str:
    options = {"trim_blocks": True, "lstrip_blocks": True, "extensions": [NoIndents]}
    return Environment(**options, autoescape=True).from_string(source).render(words="  a\n  b")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("<ul>\n    <li>a\n    </li>\n</ul>", "<ul>\n<li>a\n</li>\n</ul>"),
        ("<p>a\n    {% if true %}\n    <b>b</b>{% endif %}\n</p>", "<p>a\n <b>b</b></p>"),
        ("<p>\n  {{ words }}\n</p>", "<p>\n   a\n  b\n</p>"),
        ("  <pre>{{ words }}</pre>", " <pre>  a\n  b</pre>"),
        ("<pre>\n  one\n    two\n</pre>\n  <p>", "<pre>\n  one\n    two\n</pre>\n  <p>"),
    ],
)
def test_indents_go_where_they_are_not_seen(source: str, page: str) -> None:
    assert set_by(source) == page
