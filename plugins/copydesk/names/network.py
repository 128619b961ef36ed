"""A small convolutional network that labels words, run over a whole document at once.

It sees three words to each side, so a document is one sequence with a gap between the pieces;
nothing is padded. Its weights are read by `weights`; only numpy computes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from copydesk.names.outline import outline

Floats = npt.NDArray[np.float32]
_GAP = (0, 0)  # between pieces; no word has the shape 0, which is "<pad>"


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution over three words; `taps[k]` maps the word at offset k-1 to the output.

    What comes out below 0 is 0, then `shift` is added. A scale that the model has behind that is above 0, so
    it stands in `taps` and `bias` already.
    """

    taps: tuple[Floats, Floats, Floats]
    bias: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        """A row for each row: what the layer makes of a word and its two neighbours."""
        before, here, after = self.taps
        out = rows @ here
        out += self.bias
        out[1:] += rows[:-1] @ before
        out[:-1] += rows[1:] @ after
        return self._finished(out)

    def over(self, kinds: Floats, run: npt.NDArray[np.int64]) -> Floats:
        """The same for the text that `run` puts together from a few kinds of rows."""
        before, here, after = (kinds @ tap for tap in self.taps)
        here += self.bias
        out = here.take(run, axis=0)
        out[1:] += before.take(run[:-1], axis=0)
        out[:-1] += after.take(run[1:], axis=0)
        return self._finished(out)

    def _finished(self, out: Floats) -> Floats:
        np.maximum(out, 0, out=out)
        out += self.shift
        return out


@dataclass(frozen=True, slots=True)
class Tagger:
    """The loaded model. `vocabulary` gives the row of a lower-case word.

    A word's vector is put together from `pieces`: each number of its row in `vectors` names one, of
    256 that stand there for its place in the row.
    """

    vocabulary: dict[str, int]
    unknown: int
    vectors: npt.NDArray[np.uint8]
    pieces: Floats
    shapes: dict[str, int]
    shape_rows: Floats
    layers: tuple[Layer, ...]
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
        # A word of a text is read once, however often it stands there: half of them stand twice.
        kinds: dict[tuple[int, int], int] = {_GAP: 0}
        run = np.zeros(words, np.int64)
        at = 0
        for piece in pieces:
            for word in piece:
                row = self.vocabulary.get(word.lower(), self.unknown)
                run[at] = kinds.setdefault((row, self.shapes[outline(word)]), len(kinds))
                at += 1
            at += 1
        gap = run == 0
        out = self.layers[0].over(self._rows(kinds), run)
        out[gap] = 0
        for layer in self.layers[1:]:
            out = layer(out)
            out[gap] = 0
        scores: Floats = out @ self.weight + self.bias
        return scores

    def _rows(self, kinds: Collection[tuple[int, int]]) -> Floats:
        """What the first layer sees of each kind of word: its vector and its shape; nothing of a gap."""
        row, form = np.array(list(kinds)).T
        places = self.vectors[row] + np.arange(0, len(self.pieces), 256)
        vectors = self.pieces.take(places, axis=0).reshape(len(kinds), -1)
        out = np.concatenate((vectors, self.shape_rows[form]), axis=-1)
        out[0] = 0
        return out


def _best_paths(scores: Sequence[Floats], moves: Floats) -> list[list[int]]:
    """The likeliest path of labels through each piece (Viterbi), all pieces side by side."""
    order = sorted(range(len(scores)), key=lambda i: -len(scores[i]))  # the longest first: none has gaps
    sizes = [len(scores[i]) for i in order]
    padded = np.zeros((sizes[0], len(order), len(moves)), np.float32)
    for row, i in enumerate(order):
        padded[: sizes[row], row] = scores[i]
    best, back, going = padded[0], [], len(order)
    for step in range(1, sizes[0]):
        while sizes[going - 1] <= step:
            going -= 1
        ways = best[:going, :, None] + moves
        back.append(ways.argmax(1).tolist())
        best[:going] = ways.max(1) + padded[step, :going]
    paths: list[list[int]] = [[]] * len(order)
    for row, last in enumerate(best.argmax(1).tolist()):
        paths[order[row]] = _walk(last, back[: sizes[row] - 1], row) if sizes[row] else []
    return paths


def _walk(last: int, back: Sequence[list[list[int]]], row: int) -> list[int]:
    path = [last]
    for came in reversed(back):
        path.append(came[row][path[-1]])
    return path[::-1]
