"""The invented corpus as the files of a project: seeds, entries, actors, events."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from copydesk import RULES
from copydesk.frontmatter.fingerprints import body_fingerprint, fingerprint
from copydesk.verbatim import quotation_id
from tests.corpus.cast import Cast, One, texts
from tests.corpus.telling import Happening, Report, Spoken

File = tuple[str, str]  # path below the project, text


def entry(report: Report) -> Iterator[File]:
    """The entry and, unless an editor wrote it by hand, its seed."""
    body = "\n\n".join(_paragraphs(report))
    plain = _plain(report)
    path = f"content/entries/{report.day.year}/{report.slug}.md"
    if report.outlet is None:
        yield path, _file(plain, body)
        return
    seed = f"{report.title}\n\n{report.day:%d.%m.%Y}\n\n{body}\n"
    yield f"seeds/{report.slug}.txt", seed
    wrote = {name: fingerprint(value) for name, value in plain.items() if name != "quotations"}
    said = {q["id"]: fingerprint(q) for q in plain["quotations"]}
    plain["seed"] = {
        "file": f"{report.slug}.txt",
        "sha256": sha256(seed.encode()).hexdigest(),
        "rules": RULES,
        "dates": {
            "published": {"evidence": f"{report.day:%d.%m.%Y}", "rule": "dateline", "precision": "day"}
        },
        "wrote": {**wrote, "body": body_fingerprint(body)},
        "wrote_quotations": said,
    }
    _edited(plain, report)
    yield path, _file(plain, body)


def _plain(report: Report) -> dict[str, Any]:
    """The front matter as the machine would write it."""
    taken: list[str] = []
    for spoken in report.spoken:
        taken.append(quotation_id(spoken.content, frozenset(taken)))
    plain: dict[str, Any] = {"title": report.title, "lang": report.lang, "date": str(report.day)}
    actors = [s.speaker.slug for s in report.spoken if isinstance(s.speaker, One)]
    if report.event:
        first, last = report.event.days
        if report.number % 11:
            plain["happened"] = str(first) if first == last else f"{first}/{last}"
        plain["events"] = [report.event.slug]
        actors += [one.slug for one in report.event.voices[:2]]
    if report.outlet:
        lang, name, host = report.outlet
        plain["outlet"] = {"name": name, "url": f"https://{host}.example/{report.slug}", "lang": lang}
    plain["summary"] = report.lede
    plain["actors"] = list(dict.fromkeys(actors))
    plain["quotations"] = [_quotation(s, name) for s, name in zip(report.spoken, taken, strict=True)]
    return plain


def _quotation(spoken: Spoken, name: str) -> dict[str, str]:
    speaker = spoken.speaker.slug if isinstance(spoken.speaker, One) else spoken.speaker
    kind = "partial" if spoken.content[0].islower() else "direct"
    made = {"id": name, "content": spoken.content, "speaker": speaker, "cue": spoken.cue, "kind": kind}
    return {key: value for key, value in made.items() if value}


def _edited(plain: dict[str, Any], report: Report) -> None:
    """What editors changed after the machine: a headline here, a correction or a note there."""
    day = str(report.day)
    if report.number % 13 == 5:
        plain["title"] += " (updated)" if report.lang == "en" else " (уточнено)"
    if report.number % 17 == 3:
        plain["corrections"] = [
            {"date": day, "text": "Виправлено назву місця: у першій редакції її перекручено."}
        ]
    if report.number % 19 == 7 and plain["quotations"]:
        plain["quotations"][0]["note"] = "Сказано через перекладача."
    if report.event and report.event.number % 2 == 0:
        for quotation, spoken in zip(plain["quotations"], report.spoken, strict=True):
            quotation["same"] = f"words-{report.event.number}-{spoken.line}"
    if report.number % 23 == 9:
        plain["archive_url"] = f"https://archive.example/{report.slug}"


def _paragraphs(report: Report) -> list[str]:
    opening, closing, said, mark = texts("cast.yml")["marks"][report.lang]
    told = [report.lede]
    for spoken, detail in zip(report.spoken, [*report.paragraphs, "", "", ""], strict=False):
        one = spoken.speaker
        name = one.names[report.lang] if isinstance(one, One) else one or ""
        if spoken.content[0].islower():
            told.append(f"{name or mark} {spoken.cue}: {opening}{spoken.content}{closing}.".lstrip())
        elif report.lang == "en":
            told.append(f"{opening}{spoken.content},{closing} {name} {spoken.cue}.".replace("  ", " "))
        else:
            told.append(f"{opening}{spoken.content}{closing}{said}{spoken.cue} {name}".rstrip() + ".")
        if detail:
            told.append(detail)
    told += report.paragraphs[len(report.spoken) :]
    return [*told, mark]


def actor(one: One, rank: int) -> File:
    """The page of an actor; every fourth is a suggestion."""
    plain: dict[str, Any] = {"name": one.names["uk"], "names": one.names, "kind": one.kind}
    if one.kind == "person":
        plain["aliases"] = {lang: [name.partition(" ")[2]] for lang, name in one.names.items()}
        roles = texts("cast.yml")["roles"]
        plain["roles"] = [{"title": roles[rank % 10], "from": f"{2019 + rank % 5}-0{1 + rank % 9}"}]
        if rank % 3 == 0:
            plain["roles"].append(
                {"title": roles[(rank + 3) % 10], "from": "2015", "to": f"{2018 + rank % 5}"}
            )
    plain["status"] = "suggested" if rank % 4 == 3 else "confirmed"
    note = "Вигадана дійова особа." if rank % 5 == 0 else ""
    return f"content/actors/{one.slug}.md", _file(plain, note)


def event(happening: Happening, cast: Cast) -> File:
    """The page of an event."""
    titles = {lang: happening.filled(happening.words(lang)["event"], lang) for lang in ("uk", "ru", "en")}
    first, last = happening.days
    place = cast.places[happening.place]
    plain: dict[str, Any] = {
        "title": titles["uk"],
        "titles": titles,
        "starts": str(first),
        "ends": str(last),
        "place": place.names["uk"],
        "actors": [place.slug, cast.states[happening.number % len(cast.states)].slug],
    }
    if happening.part_of:
        plain["part_of"] = happening.part_of
    plain["status"] = "suggested" if happening.number % 3 == 2 else "confirmed"
    return f"content/events/{happening.slug}.md", _file(
        plain, "Вигадана подія." if happening.number % 4 == 0 else ""
    )


def outlets() -> Iterator[File]:
    """What is known of the first outlets; of the others nobody knows the owner."""
    for lang, name, host in texts("cast.yml")["outlets"][:3]:
        plain = {"name": name, "owner": "Вигадана родина Небилиць", "based": "Старий Порт", "lang": lang}
        yield f"content/outlets/{host}.md", _file(plain, "")


def _file(plain: Mapping[str, Any], body: str) -> str:
    """Front matter and body; JSON is YAML too. A seed's record is set as the machine sets it."""
    record = plain.get("seed", {})
    lines = [f"{key}: {_json(value)}" for key, value in plain.items() if key != "seed"]
    lines += ["seed:", *(f"  {key}: {_json(value)}" for key, value in record.items())] if record else []
    return "\n".join(["---", *lines, "---", body, ""])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
