"""The index as files: a manifest, the facets, words and results in shards. Same digest, same bytes. Pure.

    search/index.json              version, rules of folding, first key of each shard, counts
    search/VERSION/facets.json     what entries can be sifted by
    search/VERSION/words-N.json    keys in order: {"words": {key: [[documents]]}, "see": {key: [keys]}}
    search/VERSION/shown-N.json    what results are drawn from, `SHOWN` documents a file

A word has a list of documents for each field, written as distances, the first from zero. A reader's browser
fetches the manifest, the facets, the shards of the words typed and those of the results shown.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version as version_of
from operator import sub
from typing import Any

from copydesk import equivalents, folding
from digest import addresses
from digest.index import Digest
from digest.search.documents import documents, facets
from digest.search.postings import LOOKED_UP, Postings, postings

MANIFEST = f"{addresses.SEARCH}index.json"
SHOWN = 8  # documents a file: few are shown at once, and neighbours are seldom shown together
SHARD = 24_000  # characters of words a file
FORMAT = 2  # raise it when files with the same content are written otherwise
_DICTIONARIES = ("pymorphy3", "pymorphy3-dicts-uk", "pymorphy3-dicts-ru")


@dataclass(frozen=True, slots=True)
class Index:
    """A made index: what it was made of, as a fingerprint, and its files by address."""

    version: str
    files: Mapping[str, str]


def fingerprint(digest: Digest) -> str:
    """Of everything that the index is made of: the digest's words, the lexicons, the dictionaries."""
    rules = [FORMAT, LOOKED_UP, SHARD, SHOWN, folding.rules(), equivalents.tables()]
    mark = sha256(_json([*rules, [version_of(name) for name in _DICTIONARIES], facets(digest)]).encode())
    for document in documents(digest):
        mark.update(_json([document.fields, document.shown]).encode("utf-8", "surrogatepass"))
    return mark.hexdigest()[:16]


def index(digest: Digest, version: str) -> Index:
    """The whole index of a digest whose fingerprint is `version`."""
    with _no_sweeping():
        return Index(version, _files(digest, version))


@contextmanager
def _no_sweeping() -> Iterator[None]:
    """The collector of circular garbage rests meanwhile: there is none here, and its rounds cost a third."""
    resting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.enable()


def _files(digest: Digest, version: str) -> dict[str, str]:
    """The files of the index by address."""
    found = documents(digest)
    folder = f"{addresses.SEARCH}{version}/"
    shards = list(_shards(postings(found)))
    shown = [document.shown for document in found if document.shown is not None]
    files = {f"{folder}words-{n}.json": _json(shard) for n, (_, shard) in enumerate(shards)}
    for n, at in enumerate(range(0, len(shown), SHOWN)):
        files[f"{folder}shown-{n}.json"] = _json(shown[at : at + SHOWN])
    files[f"{folder}facets.json"] = _json(facets(digest))
    files[MANIFEST] = _json({
        "version": version,
        "rules": folding.rules(),
        "starts": [first for first, _ in shards],
        "shown": SHOWN,
    })  # fmt: skip
    return files


def _shards(made: Postings) -> Iterator[tuple[str, dict[str, dict[str, Any]]]]:
    """The keys in order, cut into files of about `SHARD` characters, each with its first key."""
    first, size, words, see = "", 0, dict[str, Any](), dict[str, Any]()
    for key in sorted(made.words.keys() | made.see.keys()):
        if size >= SHARD:
            yield first, {"words": words, "see": see}
            first, size, words, see = key, 0, {}, {}
        if key in made.words:
            words[key] = [_distances(numbers) for numbers in _filled(made.words[key])]
            size += len(key) + 4 * sum(map(len, words[key]))
        if key in made.see:
            see[key] = made.see[key]
            size += len(key) + sum(map(len, see[key]))
    yield first, {"words": words, "see": see}


def _filled(fields: Sequence[list[int]]) -> Sequence[list[int]]:
    """The lists up to the last that is not empty."""
    return fields[: max(n for n, numbers in enumerate(fields, 1) if numbers)]


def _distances(numbers: list[int]) -> list[int]:
    return [*numbers[:1], *map(sub, numbers[1:], numbers)]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
