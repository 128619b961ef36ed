"""A small convolutional network that labels words, run over a whole document at once.

It sees three words to each side, so a document is one sequence with a gap between the pieces;
nothing is padded. Weights of slovnet, vectors of navec; only numpy computes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Layer:
    """A convolution over three words; `taps[k]` maps the word at offset k-1 to the output."""

    taps: tuple[Floats, Floats, Floats]
    bias: Floats
    scale: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        before, here, after = self.taps
        out = rows @ here
        out[1:] += rows[:-1] @ before
        out[:-1] += rows[1:] @ after
        out += self.bias
        np.maximum(out, 0, out=out)
        out *= self.scale
        out += self.shift
        return out


@dataclass(frozen=True, slots=True)
class Tagger:
    """The loaded model. `vocabulary` gives the row of a lower-case word."""

    vocabulary: dict[str, int]
    unknown: int
    indexes: npt.NDArray[np.uint8]
    codes: Floats
    shapes: dict[str, int]
    shape_rows: Floats
    layers: tuple[_Layer, ...]
    weight: Floats
    bias: Floats
    moves: Floats
    labels: tuple[str, ...]

    def tag(self, pieces: Sequence[Sequence[str]]) -> list[list[str]]:
        """A label ("O", "B-PER", "I-ORG", …) for each word of each piece (a sentence, say)."""
        pieces_at, words = [], 0
        for piece in pieces:
            pieces_at.append(words)
            words += len(piece) + 1
        if words == len(pieces):
            return [[] for _ in pieces]
        scores = self._scores(pieces, words)
        paths = _best_paths(
            [scores[at : at + len(p)] for at, p in zip(pieces_at, pieces, strict=True)], self.moves
        )
        return [[self.labels[i] for i in path] for path in paths]

    def _scores(self, pieces: Sequence[Sequence[str]], words: int) -> Floats:
        row, shape = np.zeros(words, np.int64), np.zeros(words, np.int64)
        gap = np.ones(words, bool)
        at = 0
        for piece in pieces:
            for word in piece:
                row[at] = self.vocabulary.get(word.lower(), self.unknown)
                shape[at] = self.shapes[_shape(word)]
                gap[at] = False
                at += 1
            at += 1
        vectors = self.codes[np.arange(len(self.codes)), self.indexes[row]].reshape(words, -1)
        out = np.concatenate((vectors, self.shape_rows[shape]), axis=-1)
        out[gap] = 0
        for layer in self.layers:
            out = layer(out)
            out[gap] = 0
        scores: Floats = out @ self.weight + self.bias
        return scores


@lru_cache(maxsize=50_000)
def _shape(word: str) -> str:
    from slovnet.shape import word_shape

    return str(word_shape(word))


def _best_paths(scores: Sequence[Floats], moves: Floats) -> list[list[int]]:
    """The likeliest path of labels through each piece (Viterbi), all pieces side by side."""
    count, longest = len(scores), max(map(len, scores))
    padded = np.zeros((longest, count, len(moves)), np.float32)
    for i, piece in enumerate(scores):
        padded[: len(piece), i] = piece
    sizes = np.array([len(piece) for piece in scores])
    best, back = padded[0], []
    for step in range(1, longest):
        ways = best[:, :, None] + moves
        came = ways.argmax(1)
        reached = np.take_along_axis(ways, came[:, None, :], 1)[:, 0] + padded[step]
        best = np.where((sizes > step)[:, None], reached, best)
        back.append(came)
    return [
        list(_walk(best[i].argmax(), back[: max(0, size - 1)], i)) if size else []
        for i, size in enumerate(sizes)
    ]


def _walk(last: Any, back: Sequence[npt.NDArray[np.int64]], i: int) -> Iterator[int]:
    path = [int(last)]
    for came in reversed(back):
        path.append(int(came[i, path[-1]]))
    return reversed(path)


def load(home: Path) -> Tagger:
    """The model from the folder that holds the vectors and the weights."""
    from navec import Navec
    from slovnet import NER

    vectors = Navec.load(str(next(home.glob("emb/navec_*.tar"))))
    loaded = NER.load(str(next(home.glob("model/slovnet_ner_*.tar")))).navec(vectors).infer
    model, encoder = loaded.model, loaded.encoder
    return Tagger(
        vocabulary=encoder.words_vocab.item_ids,
        unknown=encoder.words_vocab.unk_id,
        indexes=model.emb.word.indexes.array,
        codes=model.emb.word.codes.array,
        shapes=encoder.shapes_vocab.item_ids,
        shape_rows=model.emb.shape.weight.array,
        layers=tuple(map(_layer, model.encoder.layers)),
        weight=model.head.proj.weight.array,
        bias=model.head.proj.bias.array,
        moves=model.head.crf.transitions.array,
        labels=tuple(loaded.decoder.tags_vocab.items),
    )


def _layer(loaded: Any) -> _Layer:
    norm, taps = loaded.norm, loaded.conv.weight.array
    scale = norm.weight.array / norm.std.array
    return _Layer(
        taps=(_tap(taps, 0), _tap(taps, 1), _tap(taps, 2)),
        bias=loaded.conv.bias.array,
        scale=scale,
        shift=norm.bias.array - norm.mean.array * scale,
    )


def _tap(weight: Floats, k: int) -> Floats:
    return np.ascontiguousarray(weight[:, :, k].T)
