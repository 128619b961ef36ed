"""Bytes to text. Nothing is guessed silently: what cannot be read for sure becomes a `Problem`."""

from __future__ import annotations

import codecs
import re
import unicodedata

from copydesk.messages import say
from copydesk.model import Problem
from copydesk.seeds.legacy import recognise

# Encodings a page may declare. Others are rare enough in news to ask the person.
_DECLARED = {
    "windows-1251": "cp1251", "cp1251": "cp1251", "koi8-u": "koi8-u", "koi8-r": "koi8-r",
    "iso-8859-5": "iso8859-5", "windows-1252": "cp1252", "iso-8859-1": "cp1252", "us-ascii": "ascii",
}  # fmt: skip
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:-]{3,20})", re.IGNORECASE)
# Line ends of other systems, and the two that only Unicode has.
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Marks that turn the direction of writing: invisible, and able to make a page show other words than it has.
_DIRECTION = dict.fromkeys([0xFEFF, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
# Windows punctuation that somebody stored as if it were Latin-1: the dash of "слово \x97 слово". Browsers
# read these numbers the same way.
_UNUSED = (0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D)
_C1 = {n: bytes([n]).decode("cp1252") for n in range(0x80, 0xA0) if n not in _UNUSED}
# Few texts hold any of these: to look for them is several times as fast as asking of each character.
_ODD: dict[int, str | None] = {**_DIRECTION, **_C1}
_ODDITY = re.compile("[" + "".join(map(chr, _ODD)) + "]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def decode(raw: bytes, path: str, html: bool = False) -> tuple[str | None, list[Problem]]:
    """The text of a file's bytes, NFC, each line end a line feed, or None and what is wrong with them.

    `html` lets a `<meta charset>` speak where the bytes are not UTF-8.
    """
    text, problems = _bytes_to_text(raw, path, html)
    if text is None:
        return None, problems
    text = tidied(text)
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        return None, [
            Problem("control-character", path,
                    say("character U+{code} is not text", code=f"{ord(control.group()):04X}"),
                    "delete it, or check that the file is a text and not a picture or document", line=line)
        ]  # fmt: skip
    return text, problems


def tidied(text: str) -> str:
    """`text` composed, its lines ended by line feeds, without marks that turn the direction of writing."""
    even = _ODDITY.sub(lambda odd: _ODD[ord(odd.group())] or "", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", even)


def untyped(text: str) -> str:
    """The same of words that a page wrote as entities: what is no text is left out."""
    # Before composing: an accent may stand behind a control character.
    return tidied(_CONTROL.sub("", _LINE_ENDS.sub("\n", text)))


def _bytes_to_text(raw: bytes, path: str, html: bool) -> tuple[str | None, list[Problem]]:
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if raw.startswith(mark):
            return _strict(raw, name, path)
    if b"\0" in raw:
        return None, [_at(raw, raw.index(b"\0"), "binary", path, say("a zero byte: this is not a text file"),
                          "save the text as UTF-8")]  # fmt: skip
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        if _nearly_utf8(raw):
            return None, [_bad_byte(raw, error.start, path)]
        return _legacy(raw, error.start, path, html)


def _nearly_utf8(raw: bytes) -> bool:
    """True where most letters beyond ASCII are good UTF-8: one slip, not another encoding."""
    loose = raw.decode("utf-8", errors="replace")
    bad = loose.count("\ufffd")
    good = sum(1 for c in loose if c > "\x7f") - bad
    return good >= 4 * bad


def _legacy(raw: bytes, where: int, path: str, html: bool) -> tuple[str | None, list[Problem]]:
    declared = _declared(raw) if html else None
    if declared:
        return _strict(raw, declared, path)
    name, sure = recognise(raw)
    if name and sure:
        return _strict(raw, name, path)
    seems = say("it may be {name}, but not surely", name=name) if name else say("no encoding known here fits")
    message = say("byte 0x{code} is not UTF-8; {seems}", code=f"{raw[where]:02X}", seems=seems)
    fix = "open the file in an editor and save it as UTF-8"
    return None, [_at(raw, where, "encoding", path, message, fix)]


def _declared(raw: bytes) -> str | None:
    found = _CHARSET.search(raw, 0, 4096)
    return _DECLARED.get(found.group(1).decode("ascii").lower()) if found else None


def _strict(raw: bytes, name: str, path: str) -> tuple[str | None, list[Problem]]:
    try:
        return raw.decode(name), []
    except UnicodeDecodeError as error:
        return None, [_at(raw, error.start, "encoding", path, say("the bytes are not {name}", name=name),
                          "save the file as UTF-8")]  # fmt: skip


def _bad_byte(raw: bytes, where: int, path: str) -> Problem:
    line, column = _line_of(raw, where)
    code = f"{raw[where]:02X}"
    message = say("line {line}, byte {column} (0x{code}) is not UTF-8", line=line, column=column, code=code)
    fix = "type this character again, save as UTF-8"
    return Problem("encoding", path, message, fix, line=line, column=column)


def _at(raw: bytes, where: int, rule: str, path: str, message: str, fix: str) -> Problem:
    line, column = _line_of(raw, where)
    said = say("byte {number} of the file: {message}", number=where + 1, message=message)
    return Problem(rule, path, said, fix, line=line, column=column)


def _line_of(raw: bytes, where: int) -> tuple[int, int]:
    return raw.count(b"\n", 0, where) + 1, where - raw.rfind(b"\n", 0, where)
