"""One actor (or event) is another; or it is not. Written into the files, remembered among the decisions."""

from __future__ import annotations

from datetime import date

from copydesk.byhand.decisions import Decision, Kind
from copydesk.byhand.register import Change, Register, counted, path_of, title_of
from copydesk.frontmatter import Actor, Event
from copydesk.frontmatter.writing import revise
from copydesk.messages import say
from copydesk.writer import RefusedError


def merged(
    register: Register, kind: Kind, one: str, other: str, today: date, who: str = "", why: str = ""
) -> Change:
    """`one` gives way to `other`: `same_as` in its file; its names and the links to it go on.

    RefusedError where that makes a circle, contradicts the files, or changes nothing.
    """
    gone, stays = register.page(kind, one), register.page(kind, other)
    _may_be_one(register, kind, one, other)
    if isinstance(gone.meta, Actor) and isinstance(stays.meta, Actor) and gone.meta.kind != stays.meta.kind:
        says = (
            "{one} is of the kind “{kind}”, {other} of the kind “{another}”; "
            "correct `kind` in one of them first, if they are one"
        )
        paths = {"one": path_of(kind, one), "other": path_of(kind, other)}
        raise RefusedError(say(says, **paths, kind=gone.meta.kind, another=stays.meta.kind))
    raw = register.raw(kind, one)
    text = revise(raw, {"same_as": other}, order(kind))
    change = Change({path_of(kind, one): (raw, text)})
    final = register.final(kind, other)
    number = len(register.naming(kind, one))
    says = (
        "“{title}” ({one}) becomes one with “{other}” ({final}): "
        "{entries} will lead there, and so will the links to {address}"
    )
    stay = title_of(register.page(kind, final))
    links = {"entries": counted(number), "address": f"{kind}s/{one}/"}
    change.told.append(say(says, title=title_of(gone), one=one, other=stay, final=final, **links))
    if register.page(kind, final).meta.status == "hidden":
        change.told.append(say("{path} is hidden, so neither has a page now", path=path_of(kind, final)))
    return register.remembered(change, Decision(today, kind, one, "same as", other, None, who, why))


def parted(
    register: Register, kind: Kind, one: str, other: str, today: date, who: str = "", why: str = ""
) -> Change:
    """`one` and `other` are two: `not_same_as` in both files. RefusedError where the files make them one."""
    group = register.group(kind, one)
    if other in group:
        files = ", ".join(path_of(kind, s) for s in sorted(group) if _leads(register, kind, s))
        says = "{one} and {other} are one; take `same_as` out first, in {files}"
        raise RefusedError(say(says, one=one, other=other, files=files))
    change = Change(told=[say("{one} and {other} stay two", one=one, other=other)])
    tell_apart(register, change, kind, one, other)
    tell_apart(register, change, kind, other, one)
    return register.remembered(change, Decision(today, kind, one, "different from", other, None, who, why))


def tell_apart(register: Register, change: Change, kind: Kind, slug: str, other: str) -> None:
    """Add `not_same_as: other` to the file of `slug`, where it is not said yet."""
    known = list(register.page(kind, slug).meta.not_same_as)
    if other not in known:
        raw = register.raw(kind, slug)
        change.files[path_of(kind, slug)] = (raw, revise(raw, {"not_same_as": [*known, other]}, order(kind)))


def order(kind: Kind) -> tuple[str, ...]:
    """The keys of a page in the order of its file."""
    return tuple((Actor if kind == "actor" else Event).model_fields)


def _may_be_one(register: Register, kind: Kind, one: str, other: str) -> None:
    if one == other:
        raise RefusedError(say("{one} is itself already; name two", one=one))
    left, right = register.group(kind, one), register.group(kind, other)
    if other in left and register.final(kind, other) == one:
        says = (
            "{other} already leads to {one}, so this would go in a circle; take `same_as` out of {path} first"
        )
        raise RefusedError(say(says, other=other, one=one, path=path_of(kind, other)))
    if other in left:
        says = "{one} and {other} are one already, both are {final}"
        raise RefusedError(say(says, one=one, other=other, final=register.final(kind, one)))
    leads = register.page(kind, one).meta.same_as
    if leads:
        says = (
            "{one} is already the same as {leads}; merge {leads} into {other}, "
            "or take `same_as` out of {path}"
        )
        raise RefusedError(say(says, one=one, leads=leads, other=other, path=path_of(kind, one)))
    for slug in sorted(left | right):
        page = register.pages(kind).get(slug)
        for apart in page.meta.not_same_as if page else ():
            if page and {slug, apart} & left and {slug, apart} & right:
                where = f"{path_of(kind, slug)}:{page.place('not_same_as').line}"
                says = "{where} says that {slug} is not {apart}; take that out first, if they are one"
                raise RefusedError(say(says, where=where, slug=slug, apart=apart))


def _leads(register: Register, kind: Kind, slug: str) -> bool:
    page = register.pages(kind).get(slug)
    return bool(page and page.meta.same_as)
