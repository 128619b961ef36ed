"""Languages by their names: never by flags."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

from digest.presentation.voice import Voice

_TAGS = {"uk": "УКР", "ru": "РУС", "en": "ENG"}


def langtag(lang: str) -> str:
    """The short label of a language in its own letters: УКР, РУС, ENG; else its code in capitals."""
    return _TAGS.get(lang, lang.upper())


def langname(voice: Voice, lang: str) -> str:
    """The language's name in the site's language ("українська"); an unknown code as it stands."""
    return str(voice.locale.languages.get(lang.replace("-", "_"), lang))


@cache
def endonym(lang: str) -> str:
    """The language's name in itself: "українська", "русский", "English"."""
    try:
        return Locale.parse(lang.replace("-", "_")).get_language_name() or lang
    except (UnknownLocaleError, ValueError):
        return lang


def country(voice: Voice, code: str) -> str:
    """The name of a territory (ISO 3166 code) in the site's language; an unknown code as it stands."""
    return str(voice.locale.territories.get(code.upper(), code))
