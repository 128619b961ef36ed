"""The whole stage: case blocks with names given, laws on any text, and the real names stage."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model import Block, Dispatch, Gender, Mention, MentionKind, Quotation, Seed, Span
from copydesk.quotations import SURE, quotations
from tests.casefile import Case, cases

_NAME = re.compile(r"\{(?:(o|p):)?([^|{}]+)(?:\|([^|{}]*))?(?:\|([mf]))?\}")
_KINDS: dict[str | None, MentionKind] = {"o": "organisation", "p": "place", None: "person"}


def read(given_text: str) -> tuple[Dispatch, tuple[Mention, ...]]:
    """A case's dispatch and its mentions, taken out of the braces."""
    lang, _, marked = given_text.partition("\n")
    text, mentions, at = "", [], 0
    for match in _NAME.finditer(marked):
        text += marked[at : match.start()]
        words, name = match[2], match[3] or match[2]
        single = " " in name and " " not in words
        lemma = words if name.endswith(words) else name.split()[-1] if single else name
        gender: Gender | None = "m" if match[4] == "m" else "f" if match[4] == "f" else None
        span = Span(len(text), len(text) + len(words))
        mentions.append(Mention(span, _KINDS[match[1]], name, lemma, gender))
        text, at = text + words, match.end()
    return dispatch(text + marked[at:], lang), tuple(mentions)


def dispatch(text: str, lang: str) -> Dispatch:
    blocks = tuple(Block(Span(m.start(), m.end()), "paragraph") for m in re.finditer(r"[^\n]+", text))
    return Dispatch(Seed("seed.txt", text, ""), lang, blocks=blocks)  # type: ignore[arg-type]


def line(found: Quotation, text: str) -> str:
    words = " … ".join(span.of(text) for span in found.spans)
    return f"{found.kind} | {found.speaker or '-'} | {found.resolved or '-'} | {words}"


@pytest.mark.parametrize("case", cases("quotations"), ids=str)
def test_case(case: Case) -> None:
    page, mentions = read(case.given)
    found = [line(q, page.text) for q in quotations(page, mentions) if q.kind != "indirect"]
    assert found == case.expected.splitlines()


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        (
            "uk\n{Марта Гай||f} заявила, що порт відкриють навесні.",
            "Марта Гай | named | порт відкриють навесні",
        ),
        (
            "ru\nПо словам {Веры Сом|Вера Сом|f}, порт откроют весной.",
            "Вера Сом | named | порт откроют весной",
        ),
        ("en\n{Anna Reed||f} said that the port will open.", "Anna Reed | named | the port will open"),
    ],
)
def test_indirect_speech_is_found_with_its_speaker(given_text: str, expected: str) -> None:
    page, mentions = read(given_text)
    (found,) = quotations(page, mentions)
    assert line(found, page.text) == f"indirect | {expected}"


def test_every_speaker_says_how_it_was_found() -> None:
    page, mentions = read("ru\n«Мы рады», — сказала {Вера Сом||f}. «Очень», — добавила она.")
    for found in quotations(page, mentions):
        assert found.rule == "trailing"
        assert found.confidence >= SURE
        assert found.cue is not None and found.cue.of(page.text) in ("сказала", "добавила")
        assert found.speaker_span is not None and found.speaker_span.of(page.text) in ("Вера Сом", "она")


def test_the_actor_of_the_name_is_kept() -> None:
    page, (mention,) = read("uk\n«Так», — сказав {Іван Лис||m}.")
    known = Mention(mention.span, "person", mention.name, mention.lemma, "m", actor="ivan-lys")
    assert [q.actor for q in quotations(page, (known,))] == ["ivan-lys"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("uk\n{p:Кремль} заявив, що зустріч була «корисною для всіх».", "Кремль"),
        ("ru\nВ {p:Белом доме|Белый дом} заявили, что «не видят смысла» спешить.", "Белый дом"),
        ("uk\n{p:Луцьк} заявив, що зустріч була «корисною для всіх».", None),
        ("ru\nВ {p:Сеуле|Сеул} назвали пуск «безрассудным жестом» и обещали ответ.", "Сеул"),
        ("uk\n«Ми готові говорити», – заявили в {p:Токіо}.", "Токіо"),
        ("uk\nУ {p:Токіо} на зборах сказали, що зима «буде теплою».", None),
        ("uk\nУ {p:Києві|Київ} розповіли, що зима «буде теплою».", None),
        ("ru\nВ {p:Москве|Москва} рассказали, что зима «будет тёплой».", None),
    ],
)
def test_a_residence_or_a_capital_speaks_for_who_resides_there(text: str, name: str | None) -> None:
    page, (place,) = read(text)
    slugs = {"Кремль": "kreml", "Белый дом": "bilyi-dim", "Сеул": "seul", "Токіо": "tokio"}
    slugs |= {"Київ": "kyiv", "Москва": "moskva"}
    known = replace(place, actor=slugs.get(place.name, "lutsk"))
    assert [q.speaker for q in quotations(page, (known,)) if q.kind != "indirect"] == [name]


_MARKS = ["«", "»", '"', "„", "“", "”", " ", " — ", ", ", ". ", "\n", ": ", "?", "(", ")"]
_PIECES = st.sampled_from([*_MARKS, "Слово", "сказав", "він", "Марта Гай", "що", "А"])


@given(st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(["uk", "ru", "en"]))
def test_any_marks_give_verbatim_quotations_inside_blocks(text: str, lang: str) -> None:
    page = dispatch(text, lang)
    at = text.find("Марта Гай")
    mentions = (Mention(Span(at, at + 9), "person", "Марта Гай", "Марта Гай", "f"),) if at >= 0 else ()
    found = [q for q in quotations(page, mentions) if q.kind != "indirect"]
    for one in found:
        for span in one.spans:
            assert 0 <= span.start < span.stop <= len(text)
            assert any(span in block.span for block in page.blocks)
            assert span.of(text) == span.of(text).strip() != ""
    spans = sorted(span for one in found for span in one.spans)
    assert all(a.stop <= b.start for a, b in pairwise(spans))
    assert quotations(page, mentions) == quotations(page, mentions)


@given(st.text(alphabet="«»\"'“”„’‘ —-.,:!?абвГД\n", max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    quotations(dispatch(text, "uk"), ())


@pytest.mark.parametrize("lang, phrase", [("uk", "за словами"), ("ru", "по словам"), ("en", "according to")])
def test_a_text_may_end_with_whose_words_they_are(lang: str, phrase: str) -> None:
    assert quotations(dispatch(f"… {phrase}\n{phrase.capitalize()}", lang), ()) == ()
