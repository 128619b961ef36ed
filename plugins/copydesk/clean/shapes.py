"""Lines known by their shape: dates, names of authors, picture credits, addresses, tags."""

from __future__ import annotations

import re
from functools import cache

from copydesk.clean.lines import Line
from copydesk.lexicon import rows, words
from copydesk.model import LANGS

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
_DATE = re.compile(r"\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2,4}|\d{1,2}:\d{2}|\d{4}|\d{1,2}\s+[^\W\d_]{3}")
# An author's name: two to four words with capitals ("Anna de Souza", "О. Коваль").
_NAME = re.compile(
    r"(?:[^\W\d_]\.\s?){0,2}[^\W\d_a-zа-яіїєґё][^\W\d_'’.-]*(?:[-'][^\W\d_]+)?"
    r"(?:\s(?:de|van|von|der|фон|ван|де)?\s?[^\W\d_a-zа-яіїєґё][^\W\d_'’.]*(?:[-'][^\W\d_]+)?){1,3}"
)
_WITH = re.compile(r"(?:,|\sand|\sта|\sи|\sі|\sй)\s")
CREDIT = re.compile(
    r"(?:^|[\s(/|.,])(?:фото|фотограф\w*|ілюстрація|иллюстрация|інфографіка|скріншот|скриншот|стоп-кадр|photo|"
    r"photograph|image|picture|illustration|getty images|©|\(c\))(?:\s+(?:надан[оаі]|by|credit|з|із|с|из|сайта|сайту))?"
    r"(?::|\s|$)[^\n]{0,80}$",
    re.IGNORECASE,
)
_AGENCY_CREDIT = re.compile(r"\s/\s*(?:[A-Z]{2,12}|[A-Z][\w.-]{2,20})$")
DOMAIN = re.compile(r"(?<![\w@.-])(?:www\.)?((?:[\w-]{1,40}\.){1,3}(?:com?|org|net|info|today|news|media|press|online|"
                    r"live|world|report|tv|fm|ua|ru|by|kz|pl|lv|lt|ee|md|ge|uk|eu|de|us|io|me|укр|рф|фм))\b",
                    re.IGNORECASE)  # fmt: skip
_TAG = re.compile(r"#[^\W\d_][\w-]*")
_READ = re.compile(r"READ(?: MORE| ALSO| NEXT)?\s*:?\s+\S")
_MARK = re.compile(r"[©®]|\(c\)\s*\d{4}", re.IGNORECASE)


def is_date(line: Line) -> bool:
    """A line that only says when: "26 січня, 15:04", "Опубліковано: 12.12.20", perhaps with a count of views."""
    return line.words <= 14 and bool(_DATE.search(line.text)) and not _rest(line.text)


def date_with_name(line: Line) -> str | None:
    """The name after a date in one line: "3 May 2020, 10:15 by Anna Koval"."""
    if line.words > 16 or not _DATE.search(line.text):
        return None
    rest = " ".join(_rest(line.text))
    name = re.sub(r"^(?:by|автор|текст)\s+", "", rest, flags=re.IGNORECASE)
    return name if _NAME.fullmatch(name) and name in line.text else None


def _rest(text: str) -> list[str]:
    """The words of a line that no date is made of."""
    known = _date_words()
    return [token for token in _TOKEN.findall(text) if not token.isdigit() and token.casefold() not in known]


@cache
def _date_words() -> frozenset[str]:
    return frozenset().union(*(words(lang, "dateline") for lang in LANGS))


def author(text: str) -> str | None:
    """The name or names in a byline ("Автор: Олена Коваль", "By Ann Lee and Tom Ray", a bare name), or None."""
    if len(text) > 90:
        return None
    stripped = _before().sub("", text, count=1).strip(" :|·•—-,")
    names = _WITH.split(stripped)
    ok = all(_NAME.fullmatch(name) for name in names[:3]) and len(names) <= 3
    return stripped if ok and not stripped.isupper() else None


def has_byline_word(text: str) -> bool:
    """True for "Автор: …", "By …": what follows is an author's name."""
    return bool(_before().match(text))


@cache
def _before() -> re.Pattern[str]:
    found = {row[0] for lang in LANGS for row in rows(lang, "byline") if row[1] == "before"}
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, found), key=len, reverse=True))})\s*:?\s+", re.I)


def is_job(text: str) -> bool:
    """True for a line that says what the author does: "Кореспондент з питань науки"."""
    found = {row[0] for lang in LANGS for row in rows(lang, "byline") if row[1] == "job"}
    low = text.casefold()
    return len(text) < 80 and any(low.startswith(job) for job in found)


def credit(text: str) -> re.Match[str] | None:
    """The picture credit that ends a short line ("… / Фото: REUTERS"), or None."""
    found = CREDIT.search(text) or _AGENCY_CREDIT.search(text)
    return found if found and len(text) <= 320 else None


def domain(text: str) -> str | None:
    """The address that a line is: "Misto.today" of a masthead."""
    found = DOMAIN.fullmatch(text.strip(" |·—-"))
    return found.group(1) if found else None


def is_tags(text: str) -> bool:
    """A line of hash tags alone, or of many short lower-case names between commas."""
    if text.startswith("#") and not _TAG.sub("", text).strip(" ,"):
        return True
    parts = text.split(", ")
    return len(parts) >= 5 and text[-1] not in ".!?;:" and all(len(p) < 50 and not p[:1].isupper() for p in parts)


def is_read_link(text: str) -> bool:
    """A link that a page's machinery put between paragraphs: "READ  Title of another article"."""
    return bool(_READ.match(text)) and len(text) < 250


def is_copyright(line: Line) -> bool:
    """A line of rights: "© 2024 Вісник"."""
    return line.words <= 40 and bool(_MARK.search(line.text)) and not line.text.startswith(("© Instagram", "© Getty"))


@cache
def outlets() -> dict[str, str]:
    """Known outlets: each written form, case-folded, with the name it stands for."""
    return {form.casefold(): row[0] for row in rows("", "outlets") for form in row}


def is_outlet(text: str) -> bool:
    """True for the name of a known agency, paper, channel or site."""
    return text.strip(" |·—-").casefold() in outlets()
