"""What an editor changed: words, not remarks."""

from __future__ import annotations

import pytest

from copydesk.frontmatter import Entry
from copydesk.frontmatter.fingerprints import fingerprint
from digest.proof import edited, rewritten
from tests.test_digest_build import document

QUOTATION = {"id": "q1", "content": "Так і буде"}
HEADER = f"""title: Про воду
lang: uk
date: 2024-06-01
quotations:
  - id: q1
    content: {{}}
seed:
  file: s.txt
  sha256: {"a" * 64}
  rules: 1
  wrote_quotations:
    q1: "{fingerprint(QUOTATION)}"
"""


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ("Так і буде", False),
        ("Так і буде\n    note: Сказано пошепки", False),
        ("Так і буде\n    same: tak", False),
        ("Так не буде", True),
        ("Так і буде\n    speaker: Леся", True),
    ],
)
def test_a_remark_leaves_a_quotation_the_machines(words: str, changed: bool) -> None:
    read = document(Entry, HEADER.format(words), "content/entries/2024/2024-06-01-a.md", "")
    assert ("quotations" in edited(read)) is changed
    assert bool(rewritten(read)) is changed


def test_a_memory_in_another_order_is_no_edit() -> None:
    """As the browser editor writes it."""
    said = [{"id": "q2", "content": "Так"}, {"id": "q1", "content": "Ні"}]
    memory = "".join(f"    {q['id']}: {fingerprint(q)}\n" for q in reversed(said))
    header = "".join(f"  - id: {q['id']}\n    content: {q['content']}\n" for q in said)
    top = f"title: Вода\nlang: uk\ndate: 2024-06-01\nquotations:\n{header}"
    seed = f"seed:\n  file: s.txt\n  sha256: {'a' * 64}\n  rules: 1\n  wrote_quotations:\n{memory}"
    assert "quotations" not in edited(document(Entry, top + seed, "content/entries/e.md"))
