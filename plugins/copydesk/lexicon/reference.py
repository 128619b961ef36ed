"""What the word lists are, for editors: `python -m copydesk.lexicon.reference` prints the table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from copydesk.lexicon import HERE
from copydesk.model import LANGS

# Lists whose lines are their own example, and why: all others show each line in a phrase after `#`.
WITHOUT_PHRASE = {
    "the name as it stands": (
        *("actors_bodies", "actors_capitals", "actors_cities", "actors_outlets", "actors_regions"),
        *("actors_seats", "actors_states", "actors_works", "given_names", "media", "outlets", "platforms"),
    ),
    "the words as a page prints them": ("boilerplate", "byline", "dateline", "masthead"),
    "a word of grammar, in any text": ("function_words", "predicates", "small", "stop_words"),
}


def lists() -> dict[str, list[Path]]:
    """The files of each list by the list's name: those for all languages first."""
    found: dict[str, list[Path]] = {}
    for folder in (HERE, *(HERE / lang for lang in LANGS)):
        for path in sorted(folder.glob("*.txt")):
            found.setdefault(path.stem, []).append(path)
    return dict(sorted(found.items()))


def heading(path: Path) -> str:
    """What a list says of itself: the comment above its first entry; empty where there is none."""
    said: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        said.append(line.lstrip("# ").strip())
    return " ".join(said)


def entries(path: Path) -> Iterator[tuple[int, str, str]]:
    """Each entry of a list: the number of its line, its columns as they stand, the phrase after `#`."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        columns, _, phrase = line.partition("#")
        if columns.strip():
            yield number, columns.strip(), phrase.strip()


def shows(name: str) -> str:
    """What stands for an example in the lines of a list: "a phrase", or why there is none."""
    return next((why for why, names in WITHOUT_PHRASE.items() if name in names), "a phrase")


def table() -> str:
    """The lists as a Markdown table."""
    rows = ["| list | languages | what it holds, and its columns | each line shows |", "|---|---|---|---|"]
    for name, paths in lists().items():
        langs = ", ".join("all" if path.parent == HERE else path.parent.name for path in paths)
        said = heading(paths[0]).replace("|", "\\|")
        rows.append(f"| `{name}` | {langs} | {said} | {shows(name)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(table())
