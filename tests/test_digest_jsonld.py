"""What pages say to machines: only what is known, nothing made up."""

from __future__ import annotations

from urllib.parse import urljoin

from digest import jsonld
from digest.build import Site, build
from digest.index import Digest
from tests.test_digest_build import SAID, actor, entry, event

SITE = "https://example.org"


def digest() -> Digest:
    return build(
        [
            entry(
                "2024-06-01-a",
                "outlet:\n  name: Вісті\n  url: https://visti.example/1\nevents:\n  - e\n"
                "corrections:\n  - date: 2024-06-05\n    text: Виправлено\n" + SAID.format("olha"),
            ),
            entry("2024-06-02-b", SAID.format("Свідок")),
        ],
        [actor("olha", "Ольга", "names:\n  uk: Ольга\n  en: Olha\nwikidata: Q1\n")],
        [event("e", "starts: 2024-06-01\nplace: Київ\n")],
        Site(),
    )


def test_an_entry_is_based_on_a_report_of_somebody_else() -> None:
    node = jsonld.article(digest().entries[1], SITE)
    assert node["isBasedOn"]["publisher"] == {
        "@type": "NewsMediaOrganization", "name": "Вісті", "url": "https://visti.example/"
    }  # fmt: skip
    assert (node["datePublished"], node["dateModified"]) == ("2024-06-01", "2024-06-05")


def test_an_entry_names_its_quotations_and_leaves_their_words_to_their_pages() -> None:
    entry = digest().entries[1]
    node = jsonld.article(entry, SITE)
    parts = [urljoin(node["url"], part["@id"]) for part in node["hasPart"]]
    assert (
        parts
        == [f"{SITE}/{quote.url}" for quote in entry.quotations]
        == [jsonld.quotation(quote, SITE)["@id"] for quote in entry.quotations]
    )


def test_an_entry_without_outlet_claims_none() -> None:
    assert not {"isBasedOn", "citation", "correction"} & set(jsonld.article(digest().entries[0], SITE))


def test_words_have_their_speaker_or_a_name_only() -> None:
    later, earlier = (jsonld.quotation(q, SITE) for q in digest().quotations)
    assert earlier["creator"]["@id"] == "https://example.org/actors/olha/"
    assert later["spokenByCharacter"] == {"@type": "Thing", "name": "Свідок"}


def test_an_actor_has_other_names_and_an_identity() -> None:
    node = jsonld.person(digest().actors[0], SITE)
    assert node["alternateName"] == ["Olha"]
    assert node["sameAs"] == "https://www.wikidata.org/entity/Q1"


def test_an_event_has_its_day_and_place() -> None:
    node = jsonld.happening(digest().events[0], SITE)
    assert (node["startDate"], node["location"]["name"]) == ("2024-06-01", "Київ")
    assert node["subjectOf"] == [{"@id": "https://example.org/entries/2024-06-01-a/"}]


def test_a_quotation_on_its_own_page_names_speaker_entry_and_report() -> None:
    quote = digest().quotations[1]
    page, said, speaker = jsonld.saying(quote, SITE)
    assert (
        page["mainEntity"]["@id"]
        == said["@id"]
        == f"https://example.org/entries/2024-06-01-a/#{quote.fragment}"
    )
    assert said["mainEntityOfPage"] == page["url"] == f"https://example.org/{quote.page}"
    assert said["creator"]["@id"] == speaker["@id"]
    assert (said["datePublished"], said["isBasedOn"]["url"]) == ("2024-06-01", "https://visti.example/1")
