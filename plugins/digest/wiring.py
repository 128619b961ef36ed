"""Where the plugin meets Pelican: one function for each signal, in the order in which Pelican sends them."""

from __future__ import annotations

import os
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import StrictUndefined
from pelican import signals

from copydesk.convert.policy import MET, PLACES, Policy
from digest import addresses, admin, beside, explaining, failing, reading, settings, sweeping
from digest.conversion import convert
from digest.desk import Desk
from digest.generator import DigestGenerator
from digest.growing import grown
from digest.presentation import FILTERS, GLOBALS
from digest.presentation.constant import ConstantWords, NoIndents
from digest.press.press import Press
from digest.report import Report
from digest.staging import Staging
from digest.wrappers import wrapped
from digest.writer import DigestWriter


def connect() -> None:
    """Connect every receiver. Pelican keeps weak references: they are functions of modules."""
    signals.initialized.connect(prepare)
    signals.get_generators.connect(begin)
    signals.readers_init.connect(reading.add_reader)
    signals.content_object_init.connect(reading.keep_markup)
    signals.generator_init.connect(tune)
    signals.static_generator_init.connect(keep_inside)
    signals.article_generator_init.connect(reading.list_entries)
    signals.page_generator_init.connect(reading.list_pages)
    signals.article_generator_pretaxonomy.connect(join)
    signals.article_generator_finalized.connect(keep_tag_pages)
    signals.page_generator_finalized.connect(dress)
    signals.all_generators_finalized.connect(judge)
    signals.get_writer.connect(writer)
    signals.finalized.connect(publish)


def prepare(pelican: Any) -> None:
    """Complete the settings and give templates their words, dates and drawings."""
    given = pelican.settings
    pelican.run = partial(failing.aloud, pelican.run)
    beside.speak(given)
    settings.complete(given)
    if not beside.shared(given):
        given["DEFAULT_LANG"] = given["DIGEST_LANG"]
    given["DIGEST_PROJECT"] = given["DIGEST_PROJECT"] or str(Path(given["PATH"]).parent)
    seeds = Path(given["DIGEST_PROJECT"]) / "seeds"
    if seeds.is_dir():  # `pelican --autoreload` watches these folders, so a new seed appears by itself
        given["STATIC_PATHS"] = [*given["STATIC_PATHS"], os.path.relpath(seeds, given["PATH"])]
    own = given["JINJA_ENVIRONMENT"]
    words = [*own.get("extensions", ()), ConstantWords, NoIndents]
    # No template changes within a pass: none is looked at again for every page.
    given["JINJA_ENVIRONMENT"] = {**own, "autoescape": True, "auto_reload": False, "extensions": words}
    given["JINJA_FILTERS"] = {**FILTERS, **given["JINJA_FILTERS"]}
    given["JINJA_GLOBALS"] = {**GLOBALS(given), **given["JINJA_GLOBALS"]}


def begin(pelican: Any) -> type[DigestGenerator]:
    """Begin a build pass: convert new seeds, then make everything in a folder of its own."""
    given = pelican.settings
    content, project = Path(given["PATH"]), Path(given["DIGEST_PROJECT"])
    report = Report(given["DIGEST_REPORT"], settings.messages(given))
    calendar = datetime.now(ZoneInfo(given.get("TIMEZONE", "UTC"))).date()
    today = settings.today(given, calendar)
    if content.resolve() != (project / "content").resolve():
        raise SystemExit(
            f"PATH is {content}, but the digest reads {project / 'content'}: set one of them right"
        )
    failing.no_links(project / ".cache")
    staging = Staging(Path(given["OUTPUT_PATH"]), given["OUTPUT_RETENTION"])
    staging.begin()
    given["DIGEST_PRESS"] = Press(staging, project)
    pelican.output_path = str(staging.folder)
    if given["DIGEST_CONVERT"]:
        policy = Policy.of(int(given[MET]), bool(given[PLACES]))
        convert(project, today, given["DIGEST_LANG"], policy, report)
    if given.get("DIGEST_STANDSTILL"):
        given["DIGEST_PRESS"].look()
    sweeping.rest()
    given["DIGEST_DESK"] = Desk(project, today, given["DIGEST_LANG"], report, bool(given["DIGEST_DRAFTS"]))
    return DigestGenerator


def tune(generator: Any) -> None:
    """JSON in pages keeps its letters: escaped Cyrillic is six times as long.

    In a theme that is made for the digest a misspelt name is an error, not an empty place.
    """
    tight = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
    generator.env.policies["json.dumps_kwargs"] = tight
    if _ours(generator):
        generator.env.undefined = StrictUndefined


def keep_inside(generator: Any) -> None:
    """Static files come from `content/` alone, whatever the settings and links say."""
    inside = [path for path in generator.settings["STATIC_PATHS"] if addresses.is_contained(path)]
    generator.settings = {**generator.settings, "STATIC_PATHS": inside}


def join(generator: Any) -> None:
    """All entries are read: join them with actors and events, before Pelican counts tags."""
    given, desk = generator.settings, Desk.of(generator.settings)
    records = desk.unique_entries()
    kept = {id(record) for record in records}
    entries = [one for one in generator.articles if id(getattr(one, "record", None)) in kept]
    own = [one for one in generator.articles if not hasattr(one, "record") and not _ours(generator)]
    generator.articles = [*entries, *own]
    trees = grown(desk, records, given, alone=not _ours(generator))
    root = trees[0].context
    desk.proofread(beside.is_ours if beside.shared(given) else bool)
    explained = explaining.entries(desk, root["digest"].entries) if _explains(generator) else {}
    for entry in (e for tree in trees for e in tree.digest.entries if e.slug in explained):
        entry.explained = addresses.explained(entry.slug)
    generator.context.update(root, trees=trees, digest_explained=explained, digest_theme=_ours(generator))
    for article in entries:
        entry = root["digest_entries"][article.slug]
        article.tags = [wrapped(actor, given) for actor in entry.actors]
        article.tags += [wrapped(event, given) for event in entry.events]


def _explains(generator: Any) -> bool:
    """True where the pages that say how a seed was read are wanted and the theme can show them."""
    return bool(generator.settings["DIGEST_EXPLAIN"]) and "explained.html" in generator.env.list_templates()


def keep_tag_pages(generator: Any) -> None:
    """Pelican writes a page a tag only for a theme that has no pages for actors and events."""
    if _ours(generator):
        generator.tags = {}


def _ours(generator: Any) -> bool:
    """True for a theme that knows actors and events."""
    return {"actor.html", "event.html"} <= set(generator.env.list_templates())


def dress(generator: Any) -> None:
    """In other themes too the page that says how all is made may have a template of its own."""
    for page in (p for one in generator.pages for p in (one, *one.translations)):
        if page.slug == "about" and "about.html" in generator.env.list_templates():
            page.template = "about"


def judge(generators: list[Any]) -> None:
    """Everything is read and nothing written: the moment at which a strict build may refuse."""
    sweeping.resume()  # whoever makes the pages: we, or Pelican for a theme that is not ours
    given = generators[0].settings
    report = Desk.of(given).report
    report.add(admin.missing(given))
    report.save()
    if given["DIGEST_STRICT"]:
        report.refuse()


def writer(pelican: Any) -> type[DigestWriter]:
    """The writer that stays inside the output folder."""
    del pelican
    return DigestWriter


def publish(pelican: Any) -> None:
    """The build is complete but for the browser editor; it takes the place of the former one."""
    for address, content in admin.files(pelican.settings):
        path = Path(pelican.output_path) / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    given, desk = pelican.settings, Desk.of(pelican.settings)
    failing.came_whole(given, Path(pelican.output_path))
    given["DIGEST_PRESS"].publish()
    if given.get("DIGEST_STANDSTILL"):
        given["DIGEST_PRESS"].remember(given["TIMEZONE"], desk.today, desk.until(), desk.report.lines)
