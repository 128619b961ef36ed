"""Lines known by their shape: names of authors, picture credits, addresses, tags."""

from __future__ import annotations

import re
from functools import cache

from copydesk.clean.lines import Line
from copydesk.lexicon import rows, words
from copydesk.model import LANGS

# An author's name: two to four words with capitals ("Anna de Souza", "О. Коваль").
_NAME = re.compile(
    r"(?:[^\W\d_]\.\s?){0,2}[^\W\d_a-zа-яіїєґё][^\W\d_'’.-]*(?:[-'][^\W\d_]+)?"
    r"(?:\s(?:de|van|von|der|фон|ван|де)?\s?[^\W\d_a-zа-яіїєґё][^\W\d_'’.]*(?:[-'][^\W\d_]+)?){1,3}"
)
# "Anna Koval in Lutsk": where the author wrote it.
_PLACED = re.compile(r"\sin\s[A-Z][\w'-]+(?:(?:,|\sand)?\s[A-Z][\w'-]+){0,3}$")
# "Анна Коваль, фото автора"
_PICTURED = re.compile(r",\s*(?:фото|photos?)\s[^,:]{3,30}$", re.IGNORECASE)
# "Anna Koval (editor of science)": what the author does, in brackets.
_BESIDE = re.compile(r"\s*\(([^()]{4,60})\)$")
# "By Anna Koval @annak Political Editor": the author's page on a network, and what the author does
_HANDLE = re.compile(r"\s@\w+(?:\s.{3,50})?$")
_WITH = re.compile(r"(?:,|\sand|\sта|\sи|\sі|\sй)\s")
CREDIT = re.compile(
    r"(?:^|[\s(/|.,])(?:фото|фотограф\w*|ілюстрація|иллюстрация|інфографіка|скріншот|скриншот|стоп-кадр|photo|"
    r"photograph|image|picture|illustration|getty images|©|\(c\))"
    r"(?:\s+(?:надан[оаі]|by|credit|з|із|с|из|сайта|сайту))?"
    r"(?::|\s|$)[^\n]{0,80}$",
    re.IGNORECASE,
)
# "Різниця між фото - десять років": a word of the sentence, which a small letter or a dash goes on.
_IN_SENTENCE = re.compile(r"[^\W\d_]\s+[^\W\d_]+\s+(?:[-—]|(?-i:[a-zа-яіїєґё]))", re.IGNORECASE)
# "FILE - The bridge at dawn, May 3, 2023. (AP Photo/Ann Lee, File)", "The bridge. REUTERS/Ann Lee"
_WIRE_CREDIT = re.compile(
    r"\((?:[A-Z]{2,5} Photo|Photo by|Photo credit|Image credit|Handout|Courtesy)\b[^()\n]{0,80}\)$"
    r"|\([^()\n]{2,60}\bvia AP(?:, File)?\)$|\b(?:REUTERS|EPA|AFP)/[^\n]{2,60}$"
)
_AGENCY_CREDIT = re.compile(r"\s/\s*(?:[A-Z]{2,12}|[A-Z][\w.-]{2,20})$")
DOMAIN = re.compile(
    r"(?<![\w@.-])(?:www\.)?((?:[\w-]{1,40}\.){1,3}(?:com?|org|net|info|today|news|media|press|online|live|world|"
    r"report|tv|fm|gov|edu|int|biz|pro|su|ua|ru|by|kz|kg|uz|am|az|pl|lv|lt|ee|md|ge|uk|eu|de|es|fr|at|ch|cz|"
    r"sk|ro|bg|gr|pt|ie|ca|au|cn|jp|il|tr|us|io|me|укр|рф|рус|ру|фм))\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://\S+")
_TAG = re.compile(r"#[^\W\d_][\w-]*")
_READ_THERE = re.compile(
    r"(?:читать|читати|читайте|read)(?: полностью| повністю| the full story)? (?:на|on) ", re.IGNORECASE
)
_READ = re.compile(r"READ(?: MORE| ALSO| NEXT)?\s*:?\s+\S")
AROUND_NAME = '«»"„“” |·—-.,'
_MARK = re.compile(r"(?:©|®|\(c\))\s*(?:\w+,?\s){0,3}\d{4}|\d{4}\s*(?:-\s*\d{4}\s*)?©", re.IGNORECASE)


def is_name(text: str) -> bool:
    """True for two to four words with capitals, as an author's name is: "Anna de Souza"."""
    return bool(_NAME.fullmatch(text))


def author(text: str) -> str | None:
    """The name or names in a byline: "Автор: Олена Коваль", "By Ann Lee and Tom Ray", a bare name."""
    if len(text) > 90:
        return None
    if job := _job_name(text):
        return job
    text = _PICTURED.sub("", _HANDLE.sub("", text) if _before().match(text) else text)
    if (beside := _BESIDE.search(text)) and is_job(beside[1]):
        text = text[: beside.start()]
    named = _before().match(text)
    stripped = text[named.end() if named else 0 :].strip(" :|·•—-,")
    if named:
        stripped = _further().sub("", stripped)
    if placed := _PLACED.search(stripped):
        if not named and stripped.split()[0].casefold() not in _given_names():
            return None  # "Ferry Crash in Southport"
        stripped = stripped[: placed.start()]
    names = _WITH.split(stripped)
    ok = all(_NAME.fullmatch(name) for name in names[:3]) and len(names) <= 3
    return stripped if ok and (named or not stripped.isupper()) else None


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name.casefold() for name in words("en", "given_names"))


def _job_name(text: str) -> str | None:
    """The name at the end of "Оглядачка газети Олена Коваль"."""
    if not is_job(text) or len(text.split()) > 7:
        return None
    last = re.search(r"(?<=\s)\S+\s+\S+$", text.rstrip())
    return last.group() if last and _NAME.fullmatch(last.group()) else None


def has_byline_word(text: str) -> bool:
    """True for "Автор: …", "By …", "Оглядачка …": what follows is an author's name."""
    return bool(_before().match(text) or _job_name(text))


@cache
def _before() -> re.Pattern[str]:
    found = {row[0] for lang in LANGS for row in rows(lang, "byline") if row[1] == "before"}
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, found), key=len, reverse=True))})\s*:?\s+", re.I)


@cache
def _further() -> re.Pattern[str]:
    """Where or as what an author wrote: ", Halmstead" or ", Political Editor" behind the names."""
    jobs = "|".join(sorted(map(re.escape, _jobs()), key=len, reverse=True))
    return re.compile(rf",\s(?:[^\W\d_a-z][\w'-]*|(?i:(?:[\w'-]+\s){{0,4}}(?:{jobs})))$")


def is_job(text: str) -> bool:
    """True for a line that says what an author does: "Кореспондент з питань науки", "Paris correspondent"."""
    low = text.casefold()
    return len(text) < 80 and (
        low.startswith(_jobs()) or (len(low.split()) < 5 and low.endswith(_english_jobs()))
    )


@cache
def _english_jobs() -> tuple[str, ...]:
    return tuple(" " + row[0] for row in rows("en", "byline") if row[1] == "job")


@cache
def _jobs() -> tuple[str, ...]:
    return tuple(row[0] for lang in LANGS for row in rows(lang, "byline") if row[1] == "job")


def credit(text: str) -> re.Match[str] | None:
    """The picture credit that ends a short line ("… / Фото: REUTERS"), or None."""
    if len(text) > 320:
        return None
    found = CREDIT.search(text)
    if found and found.start() and _IN_SENTENCE.match(text, found.start() - 1):
        found = None
    return found or _WIRE_CREDIT.search(text) or _AGENCY_CREDIT.search(text)


def is_link(text: str) -> bool:
    """True for a line that is a link and nothing else: where the page was copied from."""
    return bool(_LINK.fullmatch(text))


def domain(text: str) -> str | None:
    """The address that a line is: "Misto.today" of a masthead."""
    found = DOMAIN.fullmatch(text.strip(" |·—-"))
    return found.group(1) if found else None


def is_tags(text: str) -> bool:
    """A line of hash tags alone, or of many short lower-case names between commas."""
    if (text.startswith("#") and not _TAG.sub("", text).strip(" ,")) or _is_cloud(text):
        return True
    parts = text.split(", ")
    if not text[0].isalnum() or len(parts) < 5 or text[-1] in ".!?;:":
        return False
    # One name may be long: "служба з нагляду за ..."
    long = sum(len(part) >= 80 for part in parts)
    return long <= len(parts) // 8 and not any(part[:1].isupper() for part in parts)


def _is_cloud(text: str) -> bool:
    """Names in a row without a mark between them, some of them again: "Лис Луцьк Україна Лис Луцьк"."""
    found = text.split()
    if len(found) < 6 or re.search(r"[^\w\s'’-]", text):
        return False
    capitals = sum(word[0].isupper() for word in found)
    return 2 * capitals > len(found) and 10 * len(set(found)) <= 7 * len(found)


def is_read_link(text: str) -> bool:
    """A link that a page's machinery put between paragraphs: "READ  Title", "Читать на misto.example"."""
    there = _READ_THERE.match(text)
    return (bool(_READ.match(text)) and len(text) < 250) or bool(there and domain(text[there.end() :]))


def is_copyright(line: Line) -> bool:
    """A line of rights, with its year: "© 2024 Вісник". Without one the mark stands under a picture."""
    return line.words <= 40 and bool(_MARK.search(line.text))


@cache
def outlets() -> dict[str, str]:
    """Known outlets: each written form, case-folded, with the name it stands for."""
    return {form.casefold(): row[0] for row in rows("", "outlets") for form in row}


def is_outlet(text: str) -> bool:
    """True for the name of a known agency, paper, channel or site."""
    return bare(text).casefold() in outlets()


def bare(name: str) -> str:
    """A name without its quotes and the marks around it, on one line."""
    return " ".join(name.split()).strip(AROUND_NAME)
