"""pymorphy3's word graphs, walked in one loop instead of a call for each letter: twice as fast.

A graph is an array of numbers; from a node a letter (one byte of UTF-8) leads to the node whose
number stands in it, if that node carries the letter. `guide` gives each node its first child and
its next sibling. What is found, and its order, are dawg-python's own (tests compare the two).
"""

from __future__ import annotations

from binascii import a2b_base64
from typing import Any

from dawg_python.wrapper import Dictionary
from pymorphy3 import MorphAnalyzer
from pymorphy3.dawg import EXTENSION_AVAILABLE

_LABEL = 0x800000FF  # the letter a node carries
_LAST = 0x100  # a key ends here
_BYTES = tuple(bytes((n,)) for n in range(256))


class _Graph(Dictionary):  # type: ignore[misc]  # the package is untyped
    """A graph that follows a run of letters in one loop."""

    def __init__(self, slow: Dictionary) -> None:
        self._units = slow._units

    def follow_bytes(self, s: bytes, index: int) -> int | None:
        """The node after all the letters of `s`, None where no word goes on so."""
        units = self._units
        for letter in s:
            unit = units[index]
            index ^= ((unit >> 10) << ((unit & 0x200) >> 6)) ^ letter
            if units[index] & _LABEL != letter:
                return None
        return index


def _keys(units: Any, guide: Any, node: int) -> list[bytes]:
    """Every run of letters from `node` to the end of a key, in the graph's order."""
    found = []
    waiting = [(node, guide[2 * node], b"")]
    while waiting:
        node, letter, key = waiting.pop()
        while letter:
            unit = units[node]
            child = node ^ ((unit >> 10) << ((unit & 0x200) >> 6)) ^ letter
            if sibling := guide[2 * child + 1]:
                waiting.append((node, sibling, key))
            key += _BYTES[letter]
            if units[child] & _LAST:
                found.append(key)
            node, letter = child, guide[2 * child]
    return found


def _quicken(graph: Any) -> None:
    graph.dct = _Graph(graph.dct)
    if hasattr(graph, "_value_for_index"):  # the graphs that keep a value behind each word
        units, guide, unpack = graph.dct._units, graph.guide._units, graph._struct.unpack
        graph._value_for_index = lambda node: [unpack(a2b_base64(key)) for key in _keys(units, guide, node)]


def quickened(analyser: MorphAnalyzer) -> MorphAnalyzer:
    """The same analyser, its graphs walked the short way. Nothing to do where the C package serves them."""
    if not EXTENSION_AVAILABLE:
        dictionary, estimator = analyser.dictionary, analyser.prob_estimator
        _quicken(dictionary.words)
        for graph in dictionary.prediction_suffixes_dawgs:
            _quicken(graph)
        if estimator is not None:
            _quicken(estimator.p_t_given_w)
    return analyser
