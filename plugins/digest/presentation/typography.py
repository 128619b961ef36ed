"""Fine setting of headings and summaries: which spaces hold, which apostrophe curls.

Only at rendering, and only outside quotation marks: quoted words and the files stay as they are.
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
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


@lru_cache(maxsize=50_000)
def fine(text: str, lang: str) -> str:
    """`text` with holding spaces after short words (uk, ru), before dashes and after numbers.

    A straight apostrophe inside a word curls. The length stays; nothing else changes;
    a second pass changes nothing.
    """
    pieces, at = [], 0
    for quoted in _QUOTED.finditer(text):
        pieces += [_set(text[at : quoted.start()], lang), quoted.group()]
        at = quoted.end()
    return "".join([*pieces, _set(text[at:], lang)])


def _set(text: str, lang: str) -> str:
    text = _APOSTROPHE.sub("’", text)
    text = _NUMBER.sub(_HOLD, _DASH.sub(_HOLD, text))
    return text if lang == "en" else _SHORT.sub(rf"\1{_HOLD}", text)
