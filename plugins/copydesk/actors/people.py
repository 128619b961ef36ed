"""Whether two full names are one person: by given name and surname, never by surname alone."""

from __future__ import annotations

import re

from copydesk.actors.keys import same_first, same_word, words_of_name

_PATRONYMIC = re.compile(r"(?:ович|евич|йович|ьич|ьїч|івна|ївна|овна|евна|ична)$", re.IGNORECASE)
_SHORT = 4


def parts(name: str) -> tuple[str, ...]:
    """The words of a person's name without the patronymic of a name in three words."""
    words = words_of_name(name)
    if len(words) == 3:
        return tuple(w for at, w in enumerate(words) if at == 0 or not _PATRONYMIC.search(w))
    return words


def is_full(name: str) -> bool:
    """True for a name with a given name or an initial beside the surname."""
    return len(parts(name)) > 1


def same_person(left: str, right: str) -> bool:
    """True where given name (or initial) and surname agree, in either order."""
    one, other = parts(left), parts(right)
    if min(len(one), len(other)) < 2:
        return False
    swapped = (*other[1:], other[0])
    return _agree(one, other) or (len(other) == 2 and _agree(one, swapped))


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not same_word(one[-1], other[-1]):
        return False
    # A last word of one letter is an initial ("Коваль І."), unless the whole name is short ("Ван Ї").
    lone = min(len(one[-1]), len(other[-1])) == 1
    if lone and max(len(one[0]), len(other[0])) > _SHORT:
        return False
    return same_first(one[0], other[0])
