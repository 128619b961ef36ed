"""Where the plugin meets Pelican: one function for each signal, in the order in which Pelican sends them."""

from __future__ import annotations

import os
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import StrictUndefined
from markupsafe import Markup
from pelican import signals

from copydesk.convert.policy import MET, PLACES, Policy
from digest import addresses, beside, explaining, failing, settings
from digest.conversion import convert
from digest.desk import Desk
from digest.generator import DigestGenerator
from digest.growing import grown
from digest.presentation import FILTERS, GLOBALS
from digest.presentation.constant import ConstantWords
from digest.press.press import Press
from digest.reader import DigestReader
from digest.report import Report
from digest.staging import Staging
from digest.wrappers import wrapped
from digest.writer import DigestWriter


def connect() -> None:
    """Connect every receiver. Pelican keeps weak references: they are functions of this module."""
    signals.initialized.connect(prepare)
    signals.get_generators.connect(begin)
    signals.readers_init.connect(add_reader)
    signals.content_object_init.connect(keep_markup)
    signals.generator_init.connect(tune)
    signals.static_generator_init.connect(keep_inside)
    signals.article_generator_init.connect(list_entries)
    signals.page_generator_init.connect(list_pages)
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
    words = [*own.get("extensions", ()), ConstantWords]
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
    given["DIGEST_DESK"] = Desk(project, today, given["DIGEST_LANG"], report, bool(given["DIGEST_DRAFTS"]))
    return DigestGenerator


def add_reader(readers: Any) -> None:
    """Our reader for Markdown, and no other: the rest of Pelican's readers may include any local file.

    A site with articles of its own keeps them.
    """
    own = readers.reader_classes
    kept = own if beside.shared(readers.settings) else {"static": own["static"]}
    readers.reader_classes = {**kept, "md": DigestReader}


def keep_markup(content: Any) -> None:
    """A body stays the sanitised markup it is; Pelican's own way gives text, which templates would escape."""
    if isinstance(content._content, Markup):
        content.get_content = partial(_unchanged, content._content)
    elif content._content is not None:
        beside.keep_markup(content)


def _unchanged(body: Markup, siteurl: str) -> Markup:
    del siteurl
    return body


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


def list_entries(generator: Any) -> None:
    """Pelican follows links when it looks for files, even in circles: it is told which there are."""
    if not beside.shared(generator.settings):
        generator.get_files = partial(_listed, Desk.of(generator.settings), "entries")


def list_pages(generator: Any) -> None:
    """The same for pages."""
    if not beside.shared(generator.settings):
        generator.get_files = partial(_listed, Desk.of(generator.settings), "pages")


def _listed(desk: Desk, kind: str, *_: Any, **__: Any) -> list[str]:
    documents = desk.shelves.entries if kind == "entries" else desk.shelves.pages
    return sorted(path.removeprefix("content/") for path in documents)


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
    given = generators[0].settings
    report = Desk.of(given).report
    report.save()
    if given["DIGEST_STRICT"]:
        report.refuse()


def writer(pelican: Any) -> type[DigestWriter]:
    """The writer that stays inside the output folder."""
    del pelican
    return DigestWriter


def publish(pelican: Any) -> None:
    """The build is complete: it takes the place of the former one."""
    given, desk = pelican.settings, Desk.of(pelican.settings)
    failing.came_whole(given, Path(pelican.output_path))
    given["DIGEST_PRESS"].publish()
    if given.get("DIGEST_STANDSTILL"):
        given["DIGEST_PRESS"].remember(given["TIMEZONE"], desk.today, desk.until(), desk.report.lines)
