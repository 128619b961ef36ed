"""Bytes to text: each encoding read right or refused with a place and a remedy, never guessed at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.seeds.decode import decode, untyped

UK = "Їхній уряд ще обговорює новий закон про ґрунти, пояснив міністр. «Голосування відкладено», — додав він."
RU = "Правительство объяснило, почему новый закон ещё не принят. «Голосование отложено», — сказал министр."
# Words that a news text is made of, to be put together at random.
UK_WORDS = """
президент заявив що країна має намір зміцнювати відносини із сусідами їхні міністри зустрілися у столиці та
обговорили безпеку
"""
RU_WORDS = """
президент заявил что страна намерена укреплять отношения с соседями их министры встретились в столице и
обсудили безопасность
"""
SENTENCES = st.one_of(
    *(
        st.lists(st.sampled_from(words.split()), min_size=6, max_size=14, unique=True).map(" ".join)
        for words in (UK_WORDS, RU_WORDS)
    )
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("text", [UK, RU], ids=["uk", "ru"])
def test_round_trip(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == (text, [])


@given(SENTENCES)
def test_generated_sentences_in_every_encoding(text: str) -> None:
    text = text.capitalize() + "."
    russian = text.encode("koi8-r", errors="ignore").decode("koi8-r") == text
    for encoding in ("utf-8", "cp1251", "koi8-u", *(["koi8-r"] if russian else [])):
        assert decode(text.encode(encoding), "a.txt") == (text, []), encoding


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_problem(raw: bytes) -> None:
    text, problems = decode(raw, "a.txt")
    assert (text is None) == bool(problems)
    if text is not None:
        assert "\ufffd" not in text or "\ufffd".encode() in raw
        assert "\r" not in text


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co")), max_size=80))
def test_utf8_is_never_taken_for_another_encoding(text: str) -> None:
    made, problems = decode(text.encode(), "a.txt")
    assert problems == []
    assert made is not None
    assert decode(made.encode(), "a.txt") == (made, [])


def test_one_bad_byte_is_named_with_its_line_and_byte() -> None:
    raw = "перший рядок\nдругий".encode() + b"\xff" + " рядок\n".encode()
    text, problems = decode(raw, "a.txt")
    assert text is None
    assert (problems[0].line, problems[0].column) == (2, 13)
    assert "line 2, byte 13" in problems[0].message
    assert problems[0].fix


def test_a_character_cut_in_two_at_the_end() -> None:
    text, problems = decode("рядок тексту\nкінець".encode()[:-1], "a.txt")
    assert text is None
    assert problems[0].line == 2


def test_bytes_that_no_encoding_explains_are_refused() -> None:
    text, problems = decode(bytes(range(128, 256)), "a.txt")
    assert text is None
    assert problems[0].rule == "encoding"
    assert "save it as UTF-8" in problems[0].fix
    assert "byte 1 of the file" in problems[0].message


def test_curly_quotes_of_an_english_windows_file() -> None:
    assert (
        decode("“Fine”, she said – it’s late.".encode("cp1252"), "a.txt")[0]
        == "“Fine”, she said – it’s late."
    )


def test_a_page_may_declare_its_encoding() -> None:
    page = '<meta charset="windows-1252"><p>Façade, naïve, Zürich</p>'
    assert decode(page.encode("cp1252"), "a.html", html=True)[0] == page
    assert decode(page.encode("cp1252"), "a.txt", html=False)[0] is None


def test_a_lying_declaration_does_not_spoil_utf8() -> None:
    page = '<meta charset="koi8-u"><p>Київ</p>'
    assert decode(page.encode(), "a.html", html=True)[0] == page


@pytest.mark.parametrize("bad", ["\x00", "\x01", "\x1b", "\x7f", "\ufffe"])
def test_control_characters_are_refused(bad: str) -> None:
    text, problems = decode(f"рядок\nдругий{bad}".encode(), "a.txt")
    assert text is None
    assert problems[0].line == 2


def test_line_ends_forms_and_direction_marks() -> None:
    assert decode("a\r\nb\rc\u2028d".encode(), "a.txt")[0] == "a\nb\nc\nd"
    assert decode("и\u0306 і\u0308".encode(), "a.txt")[0] == "й ї"
    assert decode("а\u202eб\u2066в".encode(), "a.txt")[0] == "абв"


def test_windows_dashes_stored_as_controls_are_read_as_browsers_do() -> None:
    assert decode("слово \x97 інтерв\x92ю".encode(), "a.txt")[0] == "слово — інтерв’ю"


def test_an_accent_behind_a_control_character_is_composed() -> None:
    assert untyped("z\x1a\u0301") == "\u017a"
