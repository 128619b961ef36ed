"""A seed under the editor's pencil: its lines and what has been decided of each so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.clean import labels
from copydesk.clean.labels import Kind, Label
from copydesk.clean.lines import Line, split


@dataclass(slots=True)
class Page:
    """The lines of a seed and their labels, which the rules change in turn."""

    text: str
    lines: tuple[Line, ...]
    labels: list[Label]

    @classmethod
    def of(cls, text: str) -> Page:
        """The page of a text, each line labelled by itself."""
        lines = split(text)
        return cls(text, lines, [labels.label(line) for line in lines])

    def kind(self, index: int) -> Kind:
        """The kind of a line."""
        return self.labels[index].kind

    def drop(self, index: int, rule: str) -> None:
        """Take a line out; a line that is out already keeps the rule that dropped it first."""
        if self.labels[index].kind != "noise":
            self.labels[index] = Label("noise", rule)

    def of_kind(self, *kinds: Kind, start: int = 0, stop: int | None = None) -> Iterator[Line]:
        """The lines of these kinds, in order."""
        for line in self.lines[start:stop]:
            if self.labels[line.index].kind in kinds:
                yield line

    def below(self, words: int) -> int:
        """The first line below so many words of running text; one past the last where there are fewer."""
        total = 0
        for line in self.of_kind("prose"):
            total += line.words
            if total >= words:
                return line.index + 1
        return len(self.lines)

    def prose_words(self, start: int = 0, stop: int | None = None) -> int:
        """How many words of running text stand between two lines."""
        return sum(line.words for line in self.of_kind("prose", start=start, stop=stop))
