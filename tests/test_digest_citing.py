"""Citations that other programs read."""

from __future__ import annotations

import json

from digest import citing
from digest.index import Digest
from tests.test_digest_build import actor, entry, joined

SITE = "Слово в слово"
HEADER = (
    "outlet:\n  name: Вісті & Co\n  url: https://visti.example/1\nbyline: О. Кущ\n"
    "quotations:\n  - id: q1\n    content: 100 % води {тут}\n    speaker: lesia\n"
)


def digest() -> Digest:
    return joined(entry("2024-06-01-a", HEADER), entry("2024-06-02-b"), actor("lesia", "Леся Гармаш"))


def test_a_quotation_is_cited_by_its_speaker() -> None:
    quote = digest().quotations[0]
    reference = citing.of_quote(quote, SITE, "https://example.org/" + quote.page)
    assert citing.bibtex(reference).splitlines() == [
        f"@misc{{q-{quote.page[11:-1]},",
        "  author = {{Леся Гармаш}},",
        r"  title = {{100 \% води \{тут\}}},",
        "  howpublished = {Слово в слово},",
        r"  note = {Вісті \& Co, https://visti.example/1},",
        "  date = {2024-06-01},",
        "  year = {2024},",
        "  langid = {ukrainian},",
        f"  url = {{https://example.org/{quote.page}}}",
        "}",
    ]


def test_an_entry_in_csl_json() -> None:
    (fields,) = json.loads(citing.csl(citing.of_entry(digest().entries[1], SITE, "")))
    assert fields == {
        "id": "2024-06-01-a",
        "type": "article-newspaper",
        "title": "Про 2024-06-01-a",
        "author": [{"literal": "О. Кущ"}],
        "container-title": "Вісті & Co",
        "issued": {"date-parts": [[2024, 6, 1]]},
        "language": "uk",
        "archive": SITE,
        "URL": "https://visti.example/1",
    }


def test_what_is_not_known_is_left_out() -> None:
    bare = citing.of_entry(digest().entries[0], SITE, "")
    assert "author" not in citing.bibtex(bare)
    assert "note" not in citing.bibtex(bare)
    assert not {"author", "URL", "container-title"} & set(json.loads(citing.csl(bare))[0])


def test_an_address_comes_of_the_entry_and_the_id_alone() -> None:
    (quote,) = digest().quotations
    moved = HEADER.replace("100 % води {тут}", "інші слова")
    (other,) = joined(entry("2024-06-01-a", moved)).quotations
    assert quote.page == other.page
    assert quote.page.startswith("quotations/")
