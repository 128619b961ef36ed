"""One page that is two: a page of its own for what some entries tell, and both told apart from then on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from copydesk.byhand.decisions import Decision, Kind
from copydesk.byhand.merging import tell_apart
from copydesk.byhand.register import Change, Register, counted, named, near, path_of, title_of
from copydesk.byhand.renaming import in_entries, may_be_slug
from copydesk.frontmatter import Actor, Document, Entry
from copydesk.frontmatter.scalars import substitute
from copydesk.frontmatter.writing import fresh, revise
from copydesk.messages import say
from copydesk.writer import RefusedError


def split(
    register: Register, kind: Kind, slug: str, new: str, entries: Sequence[str], today: date,
    name: str = "", who: str = "", why: str = "",
) -> Change:  # fmt: skip
    """What `entries` (file names, with or without folder and ending) say of `slug` is said of `new`.

    A page of `new` is begun where there is none, named `name` or as the old one. RefusedError where an
    entry does not name `slug`, or where the two are one by the files.
    """
    page, group = register.page(kind, slug), register.group(kind, slug)
    if new in group:
        says = "{new} and {slug} are one; take `same_as` out first, or choose another slug"
        raise RefusedError(say(says, new=new, slug=slug))
    chosen = [_entry(register, kind, slug, words) for words in entries]
    change = Change()
    if new in register.shelf.page_slugs(f"{kind}s"):
        tell_apart(register, change, kind, new, slug)
    else:
        may_be_slug(new)
        change.files[path_of(kind, new)] = (None, _begun(register, kind, slug, name, chosen[0].meta.lang))
    for entry in chosen:
        raw = register.shelf.text(entry.path)
        change.files[entry.path] = (raw, _moved(raw, kind, entry, group, new))
    tell_apart(register, change, kind, slug, new)
    says = "{entries} of “{title}” ({slug}) now tell of {address}; the two are kept apart"
    about = {"title": title_of(page), "slug": slug, "address": f"{kind}s/{new}/"}
    change.told.append(say(says, entries=counted(len(chosen)), **about))
    return register.remembered(change, Decision(today, kind, slug, "different from", new, who=who, why=why))


def _entry(register: Register, kind: Kind, slug: str, words: str) -> Document[Entry]:
    """The entry that `words` mean, if it names `slug`."""
    stems = {PurePosixPath(path).stem: entry for path, entry in register.shelf.entries.items()}
    entry = stems.get(PurePosixPath(words).name.removesuffix(".md"))
    if entry is None:
        fix = near(PurePosixPath(words).name, list(stems), "content/entries/")
        raise RefusedError(say("there is no entry {name}; {fix}", name=words, fix=fix))
    if not named(kind, entry) & register.group(kind, slug):
        others = ", ".join(PurePosixPath(e.path).stem for e in register.naming(kind, slug))
        told = say("these do: {names}", names=others) if others else say("no entry does")
        raise RefusedError(say("{path} does not name {slug}; {told}", path=entry.path, slug=slug, told=told))
    return entry


def _moved(raw: str, kind: Kind, entry: Document[Entry], group: frozenset[str], new: str) -> str:
    """The entry with `new` wherever it named one of the group, and once where it named several."""
    places = [loc for slug in sorted(group) for loc in in_entries(kind, entry, slug)]
    listed = [new if slug in group else slug for slug in entry.plain.get(f"{kind}s") or ()]
    once = list(dict.fromkeys(listed))
    text = substitute(raw, dict.fromkeys(places, new))
    return text if once == listed else revise(text, {f"{kind}s": once})


def _begun(register: Register, kind: Kind, slug: str, name: str, lang: str) -> str:
    """The new page: of the same kind, with the same names unless it is given one."""
    meta = register.page(kind, slug).meta
    known: Mapping[Any, str] = meta.names if isinstance(meta, Actor) else meta.titles
    names = {lang: name} if name else dict(known)
    last = {"not_same_as": [slug], "status": "confirmed"}
    if isinstance(meta, Actor):
        return fresh(
            {"name": name or meta.name, **({"names": names} if names else {}), "kind": meta.kind, **last}
        )
    return fresh({"title": name or meta.title, **({"titles": names} if names else {}), **last})
