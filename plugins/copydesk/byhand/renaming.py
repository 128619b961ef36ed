"""A new slug for an actor or event: its file, every file that names it, and a file that leads on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.addresses import is_slug
from copydesk.byhand.decisions import Kind
from copydesk.byhand.register import Change, Page, Register, path_of, title_of
from copydesk.frontmatter import Actor, Document, Entry, Event
from copydesk.frontmatter.fingerprints import fingerprint
from copydesk.frontmatter.places import Loc
from copydesk.frontmatter.scalars import substitute, value_at, with_value
from copydesk.frontmatter.strict import tag_of
from copydesk.frontmatter.writing import fresh
from copydesk.messages import say
from copydesk.writer import RefusedError

_ONWARD = {"name", "title", "kind", "same_as"}
# Where slugs stand, by the kind they are of: of an entry, of an actor, of an event. `*`: any number.
_ENTRY = {"actor": (("actors", "*"), ("quotations", "*", "speaker")), "event": (("events", "*"),)}
_PAGE = (("same_as",), ("not_same_as", "*"), ("part_of",))
_CAST = (("actors", "*"),)


def renamed(register: Register, kind: Kind, slug: str, new: str) -> Change:
    """The page under its new slug, each file that named it, and in the old place a file that leads on.

    Only the slug itself changes in those files. Whose word a value was, the machine's or an editor's,
    it stays. RefusedError where `new` is taken or cannot be a slug.
    """
    page = register.page(kind, slug)
    raw = register.raw(kind, slug)
    before = _place_for(register, kind, slug, new, raw)
    change = Change({path_of(kind, new): (before, raw)})
    named = 0
    for path, document, spots in _naming(register, kind):
        if path in (path_of(kind, slug), path_of(kind, new)):
            continue
        text = register.shelf.text(path)
        revised = _respelled(text, document, spots, slug, new)
        if revised != text:
            change.files[path] = (text, revised)
            named += 1
    change.files[path_of(kind, slug)] = (raw, _onward(page, new))
    says = "“{title}” is now {address}; files changed that named it: {count}; {path} leads there"
    places = {"address": f"{kind}s/{new}/", "path": path_of(kind, slug)}
    change.told.append(say(says, title=title_of(page), count=named, **places))
    return change


def may_be_slug(new: str) -> None:
    """RefusedError for what cannot be a slug, or what YAML would read as something else."""
    if not is_slug(new) or len(new) > 100 or tag_of(new) != "str":
        says = "{name} cannot be a slug; take small Latin letters, digits and single hyphens, as van-yi"
        raise RefusedError(say(says, name=f"{new!r}"))


def in_entries(kind: Kind, entry: Document[Entry], slug: str) -> list[Loc]:
    """Where the front matter of an entry names `slug`."""
    return _spots(entry.plain, _ENTRY[kind], slug)


def _spots(plain: Mapping[str, Any], spots: tuple[Loc, ...], slug: str) -> list[Loc]:
    return [loc for spot in spots for loc in _stands(plain, spot) if value_at(plain, loc) == slug]


def _place_for(register: Register, kind: Kind, slug: str, new: str, raw: str) -> str | None:
    """What stands where the page goes: nothing, a file that only leads back to it, or a rename cut short."""
    may_be_slug(new)
    if new == slug:
        raise RefusedError(say("{slug} has this slug already", slug=slug))
    if new not in register.shelf.page_slugs(f"{kind}s"):
        return None
    there, text = register.page(kind, new), register.raw(kind, new)
    leads_back = register.final(kind, new) == slug and set(there.plain) <= _ONWARD and not there.body
    if text == raw or leads_back:
        return text
    says = "{path} is already there (“{title}”); choose another slug, or run `{command}` if the two are one"
    command = f"copydesk merge-{kind}s {slug} {new}"
    raise RefusedError(say(says, path=path_of(kind, new), title=title_of(there), command=command))


def _onward(page: Page, new: str) -> str:
    """The file that stays in the old place: redirects and the machine's linker follow it."""
    if isinstance(page.meta, Actor):
        return fresh({"name": page.meta.name, "kind": page.meta.kind, "same_as": new})
    return fresh({"title": page.meta.title, "same_as": new})


def _naming(
    register: Register, kind: Kind
) -> Iterator[tuple[str, Document[Entry] | Document[Actor] | Document[Event], tuple[Loc, ...]]]:
    """Every file that can name a slug of this kind, and where in it."""
    for path, entry in register.shelf.entries.items():
        yield path, entry, _ENTRY[kind]
    for slug, actor in register.shelf.actors.items() if kind == "actor" else ():
        yield path_of("actor", slug), actor, _PAGE
    for slug, event in register.shelf.events.items():
        yield path_of("event", slug), event, _PAGE if kind == "event" else _CAST


def _respelled(
    text: str,
    document: Document[Entry] | Document[Actor] | Document[Event],
    spots: tuple[Loc, ...],
    old: str,
    new: str,
) -> str:
    """The file with the slug replaced, and with it the machine's fingerprints of those values."""
    plain = document.plain
    found = _spots(plain, spots, old)
    if not found:
        return text
    changes = dict.fromkeys(found, new)
    changes.update(_fingerprints(plain, found, new))
    return substitute(text, changes)


def _stands(value: Any, spot: Loc) -> Iterator[Loc]:
    """The places that a pattern of keys and `*` means in a value."""
    if not spot:
        yield ()
    elif spot[0] == "*" and isinstance(value, list):
        for number, inner in enumerate(value):
            yield from ((number, *rest) for rest in _stands(inner, spot[1:]))
    elif isinstance(value, Mapping) and spot[0] in value:
        yield from ((spot[0], *rest) for rest in _stands(value[spot[0]], spot[1:]))


def _fingerprints(plain: Mapping[str, Any], found: list[Loc], new: str) -> Iterator[tuple[Loc, str]]:
    """The new fingerprint of each changed value that is still the machine's, by its place."""
    changed: Any = plain
    for loc in found:
        changed = with_value(changed, loc, new)
    home: Loc = ("seed",) if "seed" in plain else ()
    memory = plain.get("seed") or plain
    for loc in dict.fromkeys(loc[:2] if loc[0] == "quotations" else loc[:1] for loc in found):
        value = value_at(plain, loc)
        group, name = ("wrote_quotations", value["id"]) if len(loc) > 1 else ("wrote", loc[0])
        if (memory.get(group) or {}).get(name) == fingerprint(value):
            yield (*home, group, name), fingerprint(value_at(changed, loc))
