"""An editor's word always wins: a machine's proposal laid over a file that people may have edited.

The file remembers a fingerprint of each value as the machine last wrote it. A value that still
matches is the machine's and follows the proposal; one that differs is the editor's and stays,
deleted ones too. What the machine would have written there becomes an `Offer`, for a report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from copydesk.frontmatter import Entry, Part, load
from copydesk.frontmatter.fingerprints import body_fingerprint, fingerprint
from copydesk.frontmatter.writing import ABSENT, fresh, revise
from copydesk.model import Offer

Plain = Any
_MEMORY = ("wrote", "wrote_quotations")


@dataclass(frozen=True)
class Proposal:
    """What the machine would write: `fields` in the order of the file, the `body`, the `seed` record.

    `seed` is None for actors and events, whose body is the editor's note.
    """

    fields: Mapping[str, Plain]
    body: str = ""
    seed: Mapping[str, Plain] | None = None


@dataclass
class _Merging:
    """The state of one merge: what the file says, what it remembers, what will change."""

    old: Mapping[str, Plain]
    wrote: dict[str, str]
    changes: dict[str, Plain] = field(default_factory=dict)
    offers: list[Offer] = field(default_factory=list)


def begin(proposal: Proposal) -> str:
    """The text of a new file that holds the proposal and remembers all of it as the machine's."""
    wrote = {name: fingerprint(value) for name, value in proposal.fields.items() if name != "quotations"}
    if proposal.seed is None:
        return fresh({**proposal.fields, "wrote": wrote})
    wrote["body"] = body_fingerprint(proposal.body)
    said = {q["id"]: fingerprint(q) for q in proposal.fields.get("quotations", ())}
    seed = {**proposal.seed, "wrote": wrote, "wrote_quotations": said}
    return fresh({**proposal.fields, "seed": _filled(seed)}, proposal.body)


def merge(raw: str, proposal: Proposal, model: type[Part] = Entry) -> tuple[str, tuple[Offer, ...]]:
    """The file `raw` with the proposal laid under the editor's words, and what was not taken.

    Equal bytes come back where nothing is to change. ValueError where `raw` has problems.
    """
    document, problems = load(raw, model)
    if document is None:
        raise ValueError(str(problems[0]))
    memory = document.plain if proposal.seed is None else document.plain.get("seed") or {}
    state = _Merging(document.plain, dict(memory.get("wrote") or {}))
    for name in dict.fromkeys([*proposal.fields, *state.wrote]):
        if name not in ("quotations", "body"):
            _field(state, name, proposal.fields.get(name, ABSENT))
    if proposal.seed is None:
        if state.wrote != (memory.get("wrote") or {}):
            state.changes["wrote"] = state.wrote
        return revise(raw, state.changes, _order(model)), tuple(state.offers)
    said = _quotations(state, memory.get("wrote_quotations") or {}, proposal.fields.get("quotations") or [])
    body = _body(state, document.body, proposal.body)
    seed = _filled({**proposal.seed, "wrote": state.wrote, "wrote_quotations": said})
    if seed != document.plain.get("seed"):
        state.changes["seed"] = seed
    return revise(raw, state.changes, _order(model), body), tuple(state.offers)


def edited(document_plain: Mapping[str, Plain], body: str) -> frozenset[str]:
    """The fields of an entry (`body` among them) that an editor wrote or changed."""
    seed = document_plain.get("seed") or {}
    wrote, said = seed.get("wrote") or {}, seed.get("wrote_quotations") or {}
    names = {n for n in {*document_plain, *wrote} - {"seed", "quotations", "body"}
             if wrote.get(n) != _print_of(document_plain, n)}  # fmt: skip
    if wrote.get("body") != body_fingerprint(body) and (body.strip() or "body" in wrote):
        names.add("body")
    quotations = document_plain.get("quotations") or []
    if [(q["id"], fingerprint(q)) for q in quotations] != list(said.items()):
        names.add("quotations")
    return frozenset(names)


def _print_of(plain: Mapping[str, Plain], name: str) -> str | None:
    return fingerprint(plain[name]) if name in plain else None


def _field(state: _Merging, name: str, machine: Plain) -> None:
    """One field: the machine's follows the proposal, the editor's stays."""
    known = state.wrote.get(name)
    if known == _print_of(state.old, name):  # untouched, or never there at all
        if machine is ABSENT:
            state.wrote.pop(name, None)
            if name in state.old:
                state.changes[name] = ABSENT
            return
        state.wrote[name] = fingerprint(machine)
        if name not in state.old or state.old[name] != machine:
            state.changes[name] = machine
        return
    if machine is not ABSENT and fingerprint(machine) not in (known, _print_of(state.old, name)):
        state.offers.append(Offer(name, state.old.get(name), machine))


def _body(state: _Merging, old: str, machine: str) -> str | None:
    """The new body, or None to leave it."""
    known, now, new = state.wrote.get("body"), body_fingerprint(old), body_fingerprint(machine)
    if now == known or (known is None and not old):
        state.wrote["body"] = new
        return None if now == new else machine
    if new not in (known, now):
        state.offers.append(Offer("body", old, machine))
    return None


def _quotations(
    state: _Merging, known: Mapping[str, str], machine: Sequence[Mapping[str, Plain]]
) -> dict[str, str]:
    """The fingerprints to remember. An untouched list follows the proposal whole; in a touched one only
    the quotations that are still the machine's are refreshed, none is added, removed or moved.
    """
    old = list(state.old.get("quotations") or [])
    proposed = {q["id"]: dict(q) for q in machine}
    marks = {q["id"]: fingerprint(q) for q in old}
    if list(marks.items()) == list(known.items()):
        new, said = list(proposed.values()), {i: fingerprint(q) for i, q in proposed.items()}
    else:
        ours = {name for name, mark in marks.items() if known.get(name) == mark and name in proposed}
        new = [proposed[q["id"]] if q["id"] in ours else q for q in old]
        said = {name: fingerprint(proposed[name]) if name in ours else known[name] for name in known}
        _offer_quotations(state, known, old, proposed)
    if new != old:
        state.changes["quotations"] = new if new else ABSENT
    return said


def _offer_quotations(
    state: _Merging, known: Mapping[str, str], old: Sequence[Plain], proposed: Mapping[str, Plain]
) -> None:
    mine = {q["id"]: q for q in old}
    for name, quotation in proposed.items():
        last, now = known.get(name), fingerprint(mine[name]) if name in mine else None
        refreshed = last is not None and last == now
        if not refreshed and fingerprint(quotation) not in (last, now):
            state.offers.append(Offer(f"quotations {name}", mine.get(name), quotation))


def _filled(seed: Mapping[str, Plain]) -> dict[str, Plain]:
    """The seed record without empty groups."""
    return {key: value for key, value in seed.items() if value not in ({}, [], None)}


def _order(model: type[Part]) -> tuple[str, ...]:
    return tuple(f.alias or name for name, f in model.model_fields.items())
