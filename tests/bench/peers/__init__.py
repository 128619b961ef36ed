"""The invented corpus as content of other generators, so that they write the same kinds of pages from it."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest import addresses

PEERS = Path(__file__).parent
_OTHERS = 8  # prints of the same words that a quotation's page lists


@dataclass(frozen=True)
class Told:
    """One file of the corpus: its name without ending, its front matter, its body."""

    stem: str
    plain: dict[str, Any]
    body: str


def told(project: Path, kind: str) -> Iterator[Told]:
    """The files of a kind; the corpus writes each key but `seed` as JSON on one line."""
    for path in sorted((project / "content" / kind).rglob("*.md")):
        _, header, body = path.read_text(encoding="utf-8").split("---\n", 2)
        pairs = (line.split(": ", 1) for line in header.splitlines() if line[0] != " " and line != "seed:")
        yield Told(path.stem, {key: json.loads(value) for key, value in pairs}, body)


def for_hugo(project: Path, folder: Path, layouts: str) -> None:
    """A site for Hugo: actors, events and days are taxonomies, a term's title stands in its `_index.md`."""
    shutil.copytree(PEERS / layouts, folder)
    names = {one.stem: one.plain["name"] for one in told(project, "actors")}
    alike: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in told(project, "entries"):
        spoken = [_spoken(entry, quotation, names) for quotation in entry.plain["quotations"]]
        _write(folder / "content" / "entries" / f"{entry.stem}.md", _for_hugo(entry, spoken), entry.body)
        for one in spoken:
            alike[one.get("same") or one["page"]].append(one)
    whole = layouts == "hugo-whole"
    for prints in alike.values() if whole else ():
        for one in prints:
            others = [other for other in prints if other is not one][:_OTHERS]
            page = {**one, "others": others, "outputs": ["html"]}
            _write(folder / "content" / "quotations" / f"{one['page']}.md", page, "")
    forms = {"outputs": ["html", "rss", "json"]} if whole else {}
    titles = {f"events/{event.stem}": event.plain["title"] for event in told(project, "events")}
    titles |= {f"actors/{slug}": name for slug, name in names.items()}
    for term, title in titles.items():
        _write(folder / "content" / term / "_index.md", {"title": title, **forms}, "")


def _for_hugo(entry: Told, spoken: list[dict[str, Any]]) -> dict[str, Any]:
    plain = entry.plain
    outlet = plain.get("outlet", {})
    return {
        "title": plain["title"],
        "slug": entry.stem,
        "date": plain["date"],
        "tongue": plain["lang"],
        "description": plain["summary"],
        "outlet": outlet.get("name", ""),
        "outlet_url": outlet.get("url", ""),
        "actors": plain["actors"],
        "events": plain.get("events", []),
        "editions": [plain["date"]],
        "quotations": spoken,
    }


def _spoken(entry: Told, quotation: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """A quotation with what its own page says of its entry."""
    speaker = quotation.get("speaker", "")
    outlet = entry.plain.get("outlet", {})
    return {
        **quotation,
        "title": quotation["content"],
        "date": entry.plain["date"],
        "tongue": entry.plain["lang"],
        "name": names.get(speaker, speaker),
        "speaker": speaker if speaker in names else "",
        "page": addresses.quotation(entry.stem, quotation["id"]).split("/")[1],
        "entry": f"/entries/{entry.stem}",
        "outlet": outlet.get("name", ""),
        "outlet_url": outlet.get("url", ""),
    }


def for_pelican(project: Path, folder: Path) -> None:
    """A site for Pelican without plugins: actors and events are tags, quotations a line of metadata."""
    shutil.copytree(PEERS / "pelican", folder)
    names = {one.stem: one.plain["name"] for one in told(project, "actors")}
    tags = names | {event.stem: event.plain["title"] for event in told(project, "events")}
    (folder / "content" / "entries").mkdir(parents=True)
    for entry in told(project, "entries"):
        plain = entry.plain
        tagged = [tags[slug].replace(",", " ") for slug in (*plain["actors"], *plain.get("events", []))]
        quotes = [f"{q['content']} @ {names.get(q.get('speaker', ''), '')}" for q in plain["quotations"]]
        lines = {
            "Title": plain["title"],
            "Date": plain["date"],
            "Slug": entry.stem,
            "Lang": plain["lang"],
            "Tags": ", ".join(tagged),
            "Outlet": plain.get("outlet", {}).get("name", ""),
            "Quotes": " | ".join(quotes),
            "Summary": plain["summary"],
        }
        head = "".join(f"{key}: {value}\n" for key, value in lines.items())
        (folder / "content" / "entries" / f"{entry.stem}.md").write_text(f"{head}\n{entry.body}", "utf-8")


def _write(path: Path, plain: dict[str, Any], body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in plain.items())
    path.write_text(f"---\n{head}---\n{body}", "utf-8")
