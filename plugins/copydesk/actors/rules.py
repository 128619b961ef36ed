"""The rules by which a name of one document is an actor already known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from copydesk.actors.keys import likeness, near, same_word, words_of_name
from copydesk.actors.known import Known, Memory
from copydesk.actors.people import is_full, parts, same_person
from copydesk.lexicon import words
from copydesk.model import Lang, MentionKind
from copydesk.romanise import slug as slug_of
from copydesk.text import plain

_ONE_SPELLING = 85.0


@dataclass(frozen=True, slots=True)
class Asked:
    """One entity of one document, to be linked."""

    name: str
    kind: MentionKind
    lang: Lang
    company: frozenset[str]
    acronyms: frozenset[str]


Rule = Callable[[Memory, Asked], "tuple[Known, str] | None"]


def is_common(asked: Asked) -> bool:
    """True for a body that every state has, said without its state: "МЗС", "Верховний суд"."""
    return asked.kind != "person" and plain(asked.name).casefold() in _common(asked.lang)


@cache
def _common(lang: Lang) -> frozenset[str]:
    return frozenset(plain(word) for word in words(lang, "every_state"))


def _same_name(memory: Memory, asked: Asked) -> tuple[Known, str] | None:
    """The same words: one actor only, and no surname by itself."""
    if asked.kind == "person" and not is_full(asked.name):
        return None
    found = memory.called(asked.name, asked.kind)
    return (found[0], f"the name “{asked.name}” is known") if len(found) == 1 else None


def _same_person(memory: Memory, asked: Asked) -> tuple[Known, str] | None:
    """Given name and surname agree over spelling and language; of two that fit the nearer, if one is."""
    if asked.kind != "person" or not is_full(asked.name):
        return None
    fits = _bearers(memory, asked)
    if len(fits) > 1 and not kept_apart(memory, asked):
        nearness = [max(likeness(asked.name, n) for _, n in known.spellings()) for known, _ in fits]
        fits = [fit for fit, how in zip(fits, nearness, strict=True) if how == max(nearness)]
    if len(fits) != 1:
        return None
    return fits[0][0], f"given name and surname agree: “{asked.name}” and “{fits[0][1]}”"


def _bearers(memory: Memory, asked: Asked) -> list[tuple[Known, str]]:
    """The people whom this full name fits, each with the name that fits.

    Not one whom an editor set apart from the page that this name would get.
    """
    slug = slug_of(asked.name, asked.lang)
    return [
        (known, name)
        for known in memory.sharing(asked.name, asked.kind, asked.lang)
        if (slug not in known.not_same_as or memory.get(slug))
        and (name := next((n for _, n in known.spellings() if same_person(asked.name, n)), None))
    ]


def kept_apart(memory: Memory, asked: Asked) -> bool:
    """True where a full name, in whatever spelling, fits two people whom an editor keeps apart."""
    if asked.kind != "person" or not is_full(asked.name):
        return False
    slugs = {known.slug for known, _ in _bearers(memory, asked)}
    return any(slugs & set(known.not_same_as) for known, _ in _bearers(memory, asked))


def _surname(memory: Memory, asked: Asked) -> tuple[Known, str] | None:
    """A bare surname: one known bearer, met in the same company as here."""
    words = parts(asked.name)
    if asked.kind != "person" or len(words) != 1:
        return None
    fits = [known for known in memory.surnamed(words[0]) if _same_surname(words[0], known, asked.lang)]
    if len(fits) != 1:
        return None
    shared = sorted(asked.company & set(fits[0].met_with))
    met = ", ".join(memory.named(slug, asked.lang) for slug in shared)
    return (
        (fits[0], f"the only known bearer of the surname, met here and before with {met}") if shared else None
    )


def _same_surname(surname: str, known: Known, lang: Lang) -> bool:
    """In one language a surname is spelled one way: "Махмуд" is not "Мухаммед"."""
    here = [n for other, n in known.spellings() if other == lang]
    if here:
        return any(near(surname, parts(n)[-1], _ONE_SPELLING) for n in here)
    return any(same_word(surname, parts(n)[-1]) for _, n in known.spellings())


def _expansion(memory: Memory, asked: Asked) -> tuple[Known, str] | None:
    """A long name whose initials are an acronym that is known and stands in the same document."""
    words = words_of_name(asked.name)
    initials = "".join(w[0] for w in words).upper()
    if asked.kind != "organisation" or len(words) < 3 or initials not in asked.acronyms:
        return None
    found = memory.called(initials, asked.kind)
    return (found[0], f"“{initials}” stands for “{asked.name}” here") if len(found) == 1 else None


def _same_sound(memory: Memory, asked: Asked) -> tuple[Known, str] | None:
    """An organisation or place whose words sound alike in another language."""
    if asked.kind == "person" or asked.name.isupper():
        return None
    fits = [
        (known, name)
        for known in memory.sharing(asked.name, asked.kind, asked.lang)
        if (
            name := next(
                (n for lang, n in known.spellings() if lang != asked.lang and _alike(asked.name, n)), None
            )
        )
        and asked.lang not in known.names
    ]
    if len({known.slug for known, _ in fits}) != 1:
        return None
    return fits[0][0], f"“{asked.name}” is “{fits[0][1]}” in other letters"


def _alike(left: str, right: str) -> bool:
    one, other = words_of_name(left), words_of_name(right)
    return len(one) == len(other) and all(same_word(a, b) for a, b in zip(one, other, strict=True))


# The first rule with an opinion wins.
RULES: tuple[Rule, ...] = (_same_name, _same_person, _surname, _expansion, _same_sound)
