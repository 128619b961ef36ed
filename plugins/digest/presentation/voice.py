"""The site's own voice: its language, its words (gettext), its plurals. Read-only once made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from jinja2 import Environment

LOCALES = Path(__file__).parent / "locale"
# English without a country would date things in American order beside day-first Cyrillic pages.
_REGIONS = {"en": "en_GB"}


def catalogue(lang: str) -> Catalog:
    """The messages of one language as its `.po` file has them. FileNotFoundError where there is none."""
    with (LOCALES / f"{lang}.po").open("rb") as stream:
        return read_po(stream, locale=lang)


@dataclass(frozen=True, slots=True)
class Voice:
    """What the page itself speaks: `lang` (BCP 47), the Babel locale, the translated messages."""

    lang: str
    locale: Locale
    messages: GNUTranslations

    def gettext(self, message: str, /, **words: object) -> str:
        """`message` in the site's language, `%(name)s` filled from `words`."""
        return _fill(self.messages.gettext(message), words)

    def ngettext(self, one: str, many: str, num: int, /, **words: object) -> str:
        """The form of the message that goes with `num`; `%(num)s` is filled too."""
        return _fill(self.messages.ngettext(one, many, num), {"num": num, **words})

    def pgettext(self, context: str, message: str, /, **words: object) -> str:
        """As `gettext`, for a word that means different things in different places."""
        return _fill(self.messages.pgettext(context, message), words)


def _fill(message: str, words: dict[str, object]) -> str:
    return message % words if words else message


@cache
def voice(lang: str) -> Voice:
    """The voice of one of the site languages; a language without a catalogue speaks English."""
    known = lang if (LOCALES / f"{lang}.po").is_file() else "en"
    compiled = BytesIO()
    write_mo(compiled, catalogue(known))
    compiled.seek(0)
    return Voice(known, Locale.parse(_REGIONS.get(known, known)), GNUTranslations(compiled))


def voice_of(env: Environment) -> Voice:
    """The voice that the environment was wired with (`GLOBALS`)."""
    found = env.globals["voice"]
    assert isinstance(found, Voice)
    return found
