"""The name model read from two tar files: slovnet's weights and navec's word vectors (both MIT).

`model.json` gives the layers and the number of each array's file; `pq.bin` holds the vectors, each
as a hundred numbers of three-dimensional pieces. The vectors are mapped, not read: a run touches the
rows of its own words only.
"""

from __future__ import annotations

import gzip
import json
import tarfile
from pathlib import Path
from typing import Any

import numpy as np

from copydesk.names.network import Floats, Layer, Tagger

_HEAD = 4 * 4  # four numbers stand before the vectors: words, pieces of a word, all dimensions, kinds


def load(home: Path) -> Tagger:
    """The model from the folder of natasha's files.

    Raises ValueError where the vectors are not those that the weights were taught with.
    """
    with tarfile.open(next(home.glob("model/slovnet_ner_*.tar")), "r:") as pack:
        model = _filled(json.loads(_read(pack, "model.json")), pack)
        words, shapes, labels = (
            gzip.decompress(_read(pack, f"vocabs/{name}.gz")).decode("utf-8").splitlines()
            for name in ("word", "shape", "tag")
        )
    emb, head = model["emb"], model["head"]
    vocabulary = dict(zip(words, range(len(words)), strict=True))
    vectors, pieces = _vectors(next(home.glob("emb/navec_*.tar")), emb["word"])
    return Tagger(
        vocabulary=vocabulary,
        unknown=vocabulary["<unk>"],
        vectors=vectors,
        pieces=pieces,
        shapes={shape: row for row, shape in enumerate(shapes)},
        shape_rows=emb["shape"]["weight"],
        layers=tuple(map(_layer, model["encoder"]["layers"])),
        weight=head["proj"]["weight"],
        bias=head["proj"]["bias"],
        moves=head["crf"]["transitions"],
        labels=tuple(labels),
    )


def _read(pack: tarfile.TarFile, name: str) -> bytes:
    member = pack.extractfile(name)
    if member is None:
        raise ValueError(f"the name model holds no {name}")
    return member.read()


def _filled(part: Any, pack: tarfile.TarFile) -> Any:
    """The model's description with each array in the place of its number."""
    if isinstance(part, list):
        return [_filled(inner, pack) for inner in part]
    if not isinstance(part, dict):
        return part
    if "array" in part:
        raw = _read(pack, f"arrays/{part['array']}.bin")
        return np.frombuffer(raw, part["dtype"]).reshape(part["shape"])
    return {key: _filled(inner, pack) for key, inner in part.items()}


def _vectors(path: Path, emb: Any) -> tuple[Any, Floats]:
    """The words' rows, and the pieces in one run: those of a row's n-th number begin at 256 times n."""
    with tarfile.open(path, "r:") as pack:
        if json.loads(_read(pack, "meta.json"))["id"] != emb["id"]:
            raise ValueError(f"{path} does not hold {emb['id']}, with which the name model was taught")
        start = pack.getmember("pq.bin").offset_data + _HEAD
    rows = np.memmap(path, np.uint8, "r", start, tuple(emb["indexes"]["shape"]))
    numbers, kinds, size = emb["codes"]["shape"]
    pieces = np.fromfile(path, np.float32, numbers * kinds * size, offset=start + rows.size)
    return rows, pieces.reshape(-1, size)


def _layer(loaded: Any) -> Layer:
    norm, taps = loaded["norm"], loaded["conv"]["weight"]
    scale = norm["weight"] / norm["std"]
    if not (scale > 0).all():
        raise ValueError("the name model's scales are not all above 0: they cannot stand before the cut at 0")
    before, here, after = (np.ascontiguousarray(taps[:, :, k].T * scale) for k in range(3))
    return Layer((before, here, after), loaded["conv"]["bias"] * scale, norm["bias"] - norm["mean"] * scale)
