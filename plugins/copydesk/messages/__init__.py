"""What copydesk tells people, in the language they set: English as the code says it, or a catalogue's.

`say` makes English words that remember how they were made; `spoken` says them in another language.
So a message is a plain `str` everywhere (compared, sorted, kept), and only the shells choose a language.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from copydesk.model import LANGS, Lang

FOLDER = Path(__file__).parent
SETTING = "DIGEST_MESSAGES"
_LINE = re.compile(rf"^{SETTING} *= *[\"'](\w+)[\"']", re.M)


class Said(str):
    """English words made from a `template` with `{name}` blanks and the `values` that fill them."""

    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, values: Mapping[str, Any]) -> Said:
        """The filled template."""
        made = super().__new__(cls, template.format_map(values))
        made.template, made.values = template, values
        return made

    def __getnewargs__(self) -> tuple[str, Mapping[str, Any]]:  # type: ignore[override]
        """What a copy is made of."""
        return self.template, dict(self.values)


def say(template: str, /, **values: Any) -> Said:
    """The message, to be shown in any language: every template stands in each catalogue (a test)."""
    return Said(template, values)


def spoken(words: str, lang: Lang) -> str:
    """Words made by `say`, in `lang`; words without blanks as the catalogue has them, else as they stand.

    Of the values only those made by `say` themselves are translated: a name stays as it is.
    """
    if lang == "en":
        return words
    if not isinstance(words, Said):
        return catalogue(lang).get(words, words)
    filled = {k: spoken(v, lang) if isinstance(v, Said) else v for k, v in words.values.items()}
    return catalogue(lang).get(words.template, words.template).format_map(filled)


@cache
def catalogue(lang: Lang) -> dict[str, str]:
    """English message -> the same in `lang`; empty for English."""
    path = FOLDER / f"{lang}.po"
    if not path.is_file():
        return {}
    from babel.messages.pofile import read_po

    with path.open("rb") as stream:
        return {str(m.id): str(m.string) for m in read_po(stream, locale=lang) if m.id and m.string}


def configured(project: Path) -> Lang | None:
    """The language that the project's settings file sets, None where it sets none. Nothing of it is run."""
    path = project / "pelican.conf.py"
    if not path.is_file():
        return None
    found = _LINE.search(path.read_text(encoding="utf-8", errors="replace"))
    return next((lang for lang in LANGS if found and lang == found.group(1)), None)


@contextmanager
def speaking(lang: Lang | None) -> Iterator[None]:
    """While this lasts, messages are told in `lang` whatever is set; None: in what is set."""
    before = os.environ.get(SETTING)
    if lang:
        os.environ[SETTING] = lang
    try:
        yield
    finally:
        if lang and before is None:
            del os.environ[SETTING]
        elif lang and before is not None:
            os.environ[SETTING] = before


def chosen(environ: Mapping[str, str] = os.environ) -> Lang:
    """The language that `DIGEST_MESSAGES` sets, else English. ValueError where it is unknown."""
    words = environ.get(SETTING, "").strip().lower()
    found = next((lang for lang in LANGS if lang == words), None)
    if words and found is None:
        raise ValueError(f"{SETTING}={words}: write {', '.join(LANGS)}")
    return found or "en"
