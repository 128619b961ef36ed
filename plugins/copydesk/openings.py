"""The opening of an agency's report: place, day and agency before the first word of the news."""

from __future__ import annotations

import re

from copydesk.text import plain

_CAPITAL = "A-ZА-ЯЁІЇЄҐ"
_OPENING = re.compile(
    rf"""(?:
        [{_CAPITAL}][{_CAPITAL}'. -]{{2,30}}(?:,\s[^()]{{2,30}}?)?\s?\([^()]{{2,25}}\)  # KYIV, May 6 (AFP)
      | [{_CAPITAL}][{_CAPITAL}'. -]{{2,30}},\s[^()]{{2,30}}?                          # MILAN, Nov 17
      | [A-Z][A-Z' ]{{3,30}}                                                           # LONDON
      | [{_CAPITAL}]{{3,20}}\.[{_CAPITAL}]{{2,4}}                                      # INTERFAX.RU
      | [{_CAPITAL}][{_CAPITAL}' ]{{3,30}}(?=\s?--)                                    # SHANGHAI --
      | [{_CAPITAL}][\w'-]{{2,25}}(?:,\s[\w\s]{{3,25}})?\s\([{_CAPITAL}][^()]{{1,20}}\)  # Kyiv, Ukraine (AP)
      | [{_CAPITAL}][\w'-]{{2,25}},\s\d{{1,2}}\s[\w\s]{{3,20}}(?:,\s\d\d?:\d\d)?  # Київ, 5 січня, 10:26
    )(?:\s?(?:--|[-—–])|(?<=\)):)\s(?:[{_CAPITAL}]{{4,20}}\s)?(?=[\"«]?[{_CAPITAL}])""",
    re.VERBOSE,
)


def length(text: str) -> int:
    """How many characters of `text` its place, day and agency take; 0 where it opens with the news."""
    found = _OPENING.match(plain(text))
    return found.end() if found else 0
