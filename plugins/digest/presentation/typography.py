"""Fine setting of headings and summaries: which spaces hold, which marks and dashes a language has.

Only at rendering: the words between quotation marks and the files stay as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

_HOLD = "\u00a0"
# What stands between quotation marks, of any style, is somebody's words: not ours to set. Marks may stand
# inside marks, and a cut heading may have lost the closing one.
_QUOTED = re.compile(
    r"«(?:[^«»]|«[^«»]*»)*(?:»|$)|„[^„“”]*(?:[“”]|$)|“(?:[^“”]|“[^“”]*”)*(?:”|$)|‘[^‘’]*(?:’|$)|\"[^\"]*(?:\"|$)"
)
# "у Києві", "за словами": a short word is not left alone at the end of a line.
_SHORT = re.compile(r"(?<![^\W_])([^\W\d_]{1,2}) (?=[^\s—–-])")
# "слово — слово": a dash does not begin a line.
_DASH = re.compile(r" (?=[—–](?:\s|$))")
# "9 квітня", "№ 5", "§ 2"
_NUMBER = re.compile(r"(?<=\d) (?=[^\W\d_]{2})|(?<=[№§]) (?=\d)")
# "порт - це ворота": a typewriter's dash. Between numbers it may be a minus or a score.
_TYPED_DASH = re.compile(r"(?:(?<=[^\s\d])|^) - (?=[^\W\d_]|$)")
# A typewriter's pair of marks round words without marks of their own; inches are none.
_TYPED_MARKS = re.compile(r'"([^\s"«»„“”‘](?:[^"«»„“”‘]*[^\s"«»„“”‘])?)"')
_MARKS = {"en": ("“", "”")}
_DASHES = {"en": "–"}
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


@lru_cache(maxsize=50_000)
def fine(text: str, lang: str) -> str:
    """`text` with holding spaces after short words (uk, ru), before dashes and after numbers.

    Typewritten marks and dashes become the language's: «…» and — (uk, ru), “…” and – (en); the words between
    marks stay. A straight apostrophe inside a word curls. The length stays; a second pass changes nothing.
    """
    pieces, at = [], 0
    for quoted in _QUOTED.finditer(text):
        pieces += [_set(text[at : quoted.start()], lang), _marked(quoted, lang)]
        at = quoted.end()
    return "".join([*pieces, _set(text[at:], lang)])


def _marked(quoted: re.Match[str], lang: str) -> str:
    """The quoted words in the marks of the language, if a typewriter's stood free round them."""
    typed = _TYPED_MARKS.fullmatch(quoted.group())
    before, after = quoted.string[: quoted.start()][-1:], quoted.string[quoted.end() :][:1]
    if not typed or before.isalnum() or after.isalnum():
        return quoted.group()
    opening, closing = _MARKS.get(lang, ("«", "»"))
    return f"{opening}{typed[1]}{closing}"


def _set(text: str, lang: str) -> str:
    text = _TYPED_DASH.sub(f" {_DASHES.get(lang, '—')} ", text)
    text = _APOSTROPHE.sub("’", text)
    text = _NUMBER.sub(_HOLD, _DASH.sub(_HOLD, text))
    return text if lang == "en" else _SHORT.sub(rf"\1{_HOLD}", text)
