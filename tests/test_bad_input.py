"""Bad input of every kind, as editors make it: named with its place and advice, harming nothing else.

`check` and the build say the same words. One project holds all mistakes, so that each is also
proved to stay alone.
"""

# ruff: noqa: E501 a mistake and its answer stand on one line

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from copydesk import RULES
from copydesk.check import check
from tests.building import Built, build, newsroom

GOOD = """Бібліотеку в Долині відкрили

5 червня 2024

У Долині в середу, 5 червня, відкрили бібліотеку. «Сьогодні свято для всіх читачів», — сказала директорка.

У фонді понад двадцять тисяч томів, а читальна зала працюватиме щодня до вечора, розповіли в громаді.
"""
GERMAN = """Kanzler kündigt neue Hilfen an

Der Bundeskanzler hat am Mittwoch in Berlin neue Hilfen angekündigt. „Wir werden die Menschen nicht allein
lassen“, sagte er nach einem Treffen mit den Ministerpräsidenten der Länder. Die Opposition kritisierte den
Plan als unzureichend und forderte mehr Geld für die Kommunen.
"""
POLISH = """Premier zapowiada nową pomoc

Premier zapowiedział w środę w Warszawie nowy pakiet pomocy. „Nie zostawimy naszych sąsiadów samych” –
powiedział po spotkaniu z wojewodami. Opozycja uznała plan za niewystarczający i zażądała większych środków
dla samorządów. Pierwsze dostawy mają ruszyć jeszcze w sierpniu.
"""
BULGARIAN = """Премиерът обяви нова помощ

Премиерът обяви в сряда в София нов пакет помощ. „Няма да оставим съседите си сами“, каза той след среща с
областните управители. Опозицията нарече плана недостатъчен и поиска повече средства за общините, които
приютяват бежанци. България ще изпрати и генератори още през август.
"""
BELARUSIAN = """Прэм’ер абвясціў новую дапамогу

Прэм’ер-міністр абвясціў у сераду ў Мінску новы пакет дапамогі. «Мы не пакінем суседзяў адных», — сказаў ён
пасля сустрэчы з губернатарамі. Апазіцыя назвала план недастатковым і запатрабавала больш сродкаў для
абшчын, якія прымаюць уцекачоў. Першыя пастаўкі пачнуцца ўжо ў жніўні.
"""
FOREIGN = "the text is not in Ukrainian, Russian or English; take the file out"

# Name of the seed, its bytes, what is said.
SEEDS: list[tuple[str, bytes, str]] = [
    ("slip.txt", "Добрий початок\n".encode() + b"\xd0\xff\xfe\x81 \x98\n" * 3, "2:1: byte 29 of the file: byte 0xD0 is not UTF-8"),
    ("empty.txt", b" \n\n", "1: the seed has no text; paste the article, or delete the file"),
    ("word.txt", "Привіт\n".encode(), "1: no running text was found in it; paste the whole article"),
    ("german.txt", GERMAN.encode(), f"1: {FOREIGN}"),
    ("polish.txt", POLISH.encode(), f"1: {FOREIGN}"),
    ("bulgarian.txt", BULGARIAN.encode(), f"1: {FOREIGN}"),
    ("belarusian.txt", BELARUSIAN.encode(), f"1: {FOREIGN}"),
    ("same.txt", GOOD.encode(), "1: the same text as seeds/good.txt; delete one of the two, or add a line `same.txt`"),
    ("nearly.txt", (GOOD + "\nПередрук.\n").encode(), "1: the same text as seeds/good.txt"),
    ("binary.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "3:1: byte 9 of the file: a zero byte: this is not a text file"),
    ("colon.txt", f"---\noutlet: A: b\n---\n{GOOD}".encode(), "2: in the header: a colon followed by a space"),
    ("day.txt", f"---\nfetched: 2024-02-30\n---\n{GOOD}".encode(), "2: in the header: 2024-02-30 is not a day"),
    ("key.txt", f"---\noutlat: A\n---\n{GOOD}".encode(), "2: unknown key `outlat`; did you mean `outlet`?"),
    ("open.txt", f"---\noutlet: A\n{GOOD}".encode(), "1: the header is not closed; put a line ---"),
    ("notes.docx", b"PK", " this file is not read as a seed; save it as .txt or .html"),
]  # fmt: skip

HEAD = "title: Міст відкрили\nlang: uk\ndate: 2024-06-04\n"
SAID = "quotations:\n  - id: a\n    content: {}\n    speaker: {}\n"
SEED = f"seed:\n  file: {{}}\n  sha256: {{}}\n  rules: {RULES}\n"
SUM = sha256(GOOD.encode()).hexdigest()
DIR = "entries/2024/2024-06-04-"

# Path below content/, the header (bytes: the whole file), what is said; empty: nothing at all.
FILES: list[tuple[str, str | bytes, str]] = [
    (f"{DIR}yaml.md", "title: Міст: знову\nlang: uk\ndate: 2024-06-04\n", "2:12: a colon followed by a space inside a value"),
    (f"{DIR}open.md", f"---\n{HEAD}\nТекст\n".encode(), "1:1: the front matter is not closed; put a line ---"),
    (f"{DIR}bom.md", f"\ufeff---\n{HEAD}---\nТекст\n".encode(), "1:1: an invisible byte order mark"),
    (f"{DIR}twice.md", HEAD + "title: Інше\n", "5:1: the key `title` is written twice (also on line 2)"),
    (f"{DIR}key.md", HEAD + "sumary: Лід\n", "5:1: unknown key `sumary`; did you mean `summary`?"),
    (f"{DIR}type.md", HEAD + "actors: ukraina\n", "5:1: `actors` is “ukraina”, not a list"),
    (f"{DIR}type2.md", HEAD + "outlet: DW\n", "5:1: `outlet` is “DW”, not a group of keys"),
    (f"{DIR}no.md", "title: Міст\nlang: no\ndate: 2024-06-04\n", "3:7: `no` without quotes is read in different ways"),
    (f"{DIR}time.md", "title: 12:30\nlang: uk\ndate: 2024-06-04\n", "2:8: `12:30` without quotes"),
    (f"{DIR}day.md", "title: Міст\nlang: uk\ndate: 2024-02-30\n", "4:7: 2024-02-30 is not a day of the calendar"),
    (f"{DIR}actor.md", HEAD + "actors:\n  - nobody\n", "6:5: there is no content/actors/nobody.md; add"),
    (f"{DIR}near.md", HEAD + "actors:\n  - olena-hrycenko\n", "6:5: there is no content/actors/olena-hrycenko.md; did you mean `olena-hrytsenko`?"),
    (f"{DIR}event.md", HEAD + "events: [samit]\n", "5:10: there is no content/events/samit.md"),
    (f"{DIR}speaker.md", HEAD + SAID.format("Слово", "ivan-tykhyi"), "8:5: there is no content/actors/ivan-tykhyi.md"),
    (f"{DIR}gone.md", HEAD + SEED.format("gone.txt", "b" * 64), "6:3: there is no seeds/gone.txt"),
    (f"{DIR}misquoted.md", HEAD + SAID.format("Сьогодні свято для дітей", "Марія") + SEED.format("good.txt", SUM),
     "7:5: these words are not in seeds/good.txt word for word; the nearest words there are"),
    (f"{DIR}older.md", HEAD + SEED.format("good.txt", "a" * 64), "7:3: seeds/good.txt has changed since it was read"),
    (f"{DIR}same.md", HEAD.replace("Міст", "Порт"), ""),
    ("entries/more/2024-06-04-same.md", HEAD, f"1: content/{DIR}same.md has the same name, so the same address"),
    ("entries/more/2024-06-04-Same2.md", HEAD, "1: the file name “2024-06-04-Same2” cannot be an address"),
    (f"{DIR}upper.MD", HEAD, " this file is not read; name it *.md"),
    (f"{DIR}long.markdown", HEAD, " this file is not read; name it *.md"),
    (f"{DIR}draft.md", HEAD.replace("Міст", "Парк") + "status: draft\n", ""),
    (f"{DIR}hidden.md", HEAD.replace("Міст", "Шлях") + "actors:\n  - hidden\n", ""),
    ("entries/2024/2099-06-04-future.md", HEAD.replace("2024", "2099"), ""),
    ("entries/2024/Запис.md", HEAD, "1: the file name “Запис” cannot be an address"),
    (f"{DIR}cp1251.md", f"---\n{HEAD}---\n".encode("cp1251"), "2:1: this is not UTF-8 text"),
    (f"{DIR}redirect.md", HEAD + "redirect_from:\n  - actors/\n", "6:5: there is a page at actors/"),
    ("actors/olena-hrytsenko.md", "name: Олена Гриценко\nkind: person\n", ""),  # who is unused cannot be said while entries are broken
    ("actors/hidden.md", "name: Схований\nkind: person\nstatus: hidden\n", ""),
    ("actors/kolo-a.md", "name: Коло А\nkind: person\nsame_as: kolo-b\n", "4:1: `same_as` goes in a circle: kolo-a → kolo-b → kolo-a"),
    ("actors/kolo-b.md", "name: Коло Б\nkind: person\nsame_as: kolo-a\n", "4:1: `same_as` goes in a circle"),
    ("actors/kind.md", "name: Хтось\nkind: human\n", "3:1: `kind` is “human”; use person, organisation, country or place"),
    ("actors/sub/deep.md", "name: Глибокий\nkind: person\n", " this file is not read; move it to content/actors/ itself"),
    ("events/back.md", "title: Подія\nstarts: 2024-07-05\nends: 2024-07-01\n", "4:1: 2024-07-01 is before 2024-07-05"),
    ("pages/rules.md", "title: Правила\nslug: x\n", "3:1: unknown key `slug`; the keys here are title, lang"),
    ("pages/bare.md", "lang: uk\n", "1:1: `title` is missing; add a line `title: …`"),
    ("pages/Про нас.md", "title: Про нас\n", "1: the file name “Про нас” cannot be an address"),
    ("pages/actors.md", "title: Люди\n", "1: the file name “actors” cannot be an address"),
    ("pages/twin.md", "title: А\n", ""),
    ("pages/twin.uk.md", "title: Б\n", "1: content/pages/twin.md has the same name, so the same address"),
]  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = newsroom(tmp_path_factory.mktemp("bad") / "Моя газета", empty=True)
    (folder / "seeds/good.txt").write_text(GOOD, encoding="utf-8")
    assert build(folder, DIGEST_CONVERT="1").code == 0
    for name, raw, _ in SEEDS:
        (folder / "seeds" / name).write_bytes(raw)
    (folder / "seeds/folder.txt").mkdir()
    for name, header, _ in FILES:
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = header if isinstance(header, bytes) else f"---\n{header}---\nТекст.\n".encode()
        path.write_bytes(raw)
    return folder


@pytest.fixture(scope="module")
def before(project: Path) -> dict[Path, bytes]:
    return {p: p.read_bytes() for p in _texts(project)}


@pytest.fixture(scope="module")
def built(project: Path, before: dict[Path, bytes]) -> Built:
    del before  # taken first
    return build(project, DIGEST_CONVERT="1")


def _texts(project: Path) -> Iterator[Path]:
    return (p for top in ("content", "seeds") for p in sorted((project / top).rglob("*")) if p.is_file())


EXPECTED = [(f"seeds/{name}", says) for name, _, says in SEEDS]
EXPECTED += [("seeds/folder.txt", " a folder with the name of a text; rename it")]
EXPECTED += [(f"content/{name}", says) for name, _, says in FILES]


@pytest.mark.parametrize(("path", "says"), EXPECTED, ids=[path for path, _ in EXPECTED])
def test_it_is_said_where_and_what_to_do(built: Built, path: str, says: str) -> None:
    told = [p["text"] for p in built.problems if p["path"] == path]
    assert all("; " in text for text in told)
    if not says:
        assert [t for t in told if "no entry names" not in t] == []
        return
    assert any(text.startswith(f"{path}:") and says in text for text in told), told
    assert any(says in line for line in built.printed.splitlines() if line.startswith(path))


def test_check_says_the_same(project: Path, built: Built) -> None:
    assert sorted(map(str, check(project))) == sorted(p["text"] for p in built.problems)


def test_the_good_is_published(built: Built) -> None:
    assert built.code == 0
    entries = {p.parent.name for p in (built.output / "entries").glob("*-*-*-*/index.html")}
    assert any("bibliotek" in name for name in entries)
    assert {"2024-06-04-same", "2024-06-04-hidden", "2024-06-04-actor"} <= entries
    assert not {e for e in entries if e.split("-", 3)[3] in ("yaml", "open", "draft", "future", "cp1251")}
    assert not (built.output / "actors/hidden").exists()
    assert (built.output / "twin/index.html").is_file()


def test_nothing_of_an_editors_was_touched(before: dict[Path, bytes], built: Built) -> None:
    assert {p: p.read_bytes() for p in before} == before


def test_a_strict_build_refuses(project: Path, built: Built) -> None:
    strict = build(project, DIGEST_CONVERT="1", DIGEST_STRICT="1")
    assert strict.code == 1
    assert "Nothing was published" in strict.printed
    assert strict.digests() == built.digests(), "the former site stays"
