"""A small invented digest with a page of every kind and every state, and the theme rendered over it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from zlib import crc32

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from copydesk.explain.value import Decision, Explanation, Mark
from copydesk.model import Seed as RawSeed
from copydesk.model import Span
from digest.build import related
from digest.build.counting import fill
from digest.build.editions import editions
from digest.build.outlets import shared
from digest.build.wordings import join
from digest.index import (
    Actor,
    Correction,
    Digest,
    Entry,
    Event,
    Evidence,
    Identity,
    Outlet,
    Quote,
    Role,
    Seed,
)
from digest.paging import leaves
from digest.plan import Planned, plan
from digest.presentation import FILTERS, GLOBALS
from digest.presentation.constant import ConstantWords, NoIndents
from digest.presentation.explaining import Explained
from digest.presentation.sheets import sheets

THEME = Path(__file__).parent.parent / "theme"


def actor(slug: str, name: str, kind: str = "person", lang: str = "uk", **more: Any) -> Actor:
    return Actor(slug, f"actors/{slug}/", name, kind, lang, feed=f"feeds/actors/{slug}.atom.xml", **more)


def quote(entry: Entry, content: str, speaker: Actor | None = None, **more: Any) -> Quote:
    fragment = f"q-{len(entry.quotations):04x}{crc32(entry.slug.encode()) % 0xFFFF:04x}"
    named = more.pop("speaker_name", speaker.name if speaker else None)
    more.setdefault("verified", True)
    made = Quote(fragment[2:], fragment, content, entry.lang, entry, speaker, named, **more)
    entry.quotations.append(made)
    return made


LESIA = {"uk": "Леся Гармаш", "ru": "Леся Гармаш", "en": "Lesia Harmash"}
IVO = {"uk": "Іво Брандт", "ru": "Иво Брандт", "en": "Ivo Brandt"}


def people() -> dict[str, Actor]:
    lesia = actor("lesia-harmash", "Леся Гармаш", names=LESIA, status="confirmed", wikidata="Q42")
    lesia.decisions = [
        Identity(date(2024, 5, 1), "lesia-garmash", "lesia-harmash", "same as", "Ніна", "одне прізвище"),
        Identity(date(2024, 5, 2), "lesia-harmash", "olesia-harmash", "different from"),
        Identity(date(2024, 5, 3), "lesia-harmash", "l-harmash", "unsure about", "", "лише ініціал"),
    ]
    lesia.aliases = {"uk": ["Лесі Гармаш", "Лесею Гармаш"], "en": ["Harmash"]}
    lesia.roles = [
        Role("міністерка водного господарства", (date(2023, 3, 1), date(2023, 3, 1))),
        Role(
            "голова басейнової ради",
            (date(2019, 1, 1), date(2019, 12, 31)),
            (date(2023, 2, 1), date(2023, 2, 28)),
        ),
    ]
    return {
        "council": actor("baseinova-rada", "Басейнова рада Сіверського узбережжя", "organisation"),
        "gudz": actor("pavlo-gudz", "Ґудзь Павло"),
        "eva": actor("yeva-yizhak", "Єва Їжак"),
        "ivo": actor("ivo-brandt", "Іво Брандт", names=IVO),
        "lesia": lesia,
        "norway": actor("norvehiia", "Норвегія", "country"),
        "orlov": actor("mikhail-orlov", "Михаил Орлов", lang="ru", names={"ru": "Михаил Орлов"}),
    }


DAM = Markup("""<p>Сторони погодили висоту дамби й порядок спільного нагляду за нею.</p>
<p>«Вода не питає дозволу, вона приходить. Тому ми домовлялися не про папір, а про ніч»,
— сказала міністерка Леся Гармаш.</p>
<p>За її словами, угода «не має <em>переможців</em>». "Ми пили каву, якої вже ніхто не міг пити",
- додав Брандт.</p>
<h2>Що далі</h2>
<p>«До жовтня ми маємо знати кожну щілину», ідеться в заяві.</p>
<ul><li>восени — розчищення берегів;</li><li>улітку — «пробне наповнення».</li></ul>""")


def dam(who: dict[str, Actor], event: Event, outlet: Outlet) -> Entry:
    """An entry with everything: all states of a quotation, a correction, dates with evidence."""
    made = Entry(
        "2024-05-15-damba",
        "entries/2024-05-15-damba/",
        "«Вода не питає дозволу»: у Старому Порту домовилися про дамбу",
        "uk",
        date(2024, 5, 15),
        DAM,
        ["Сторони погодили висоту дамби.", "Про гроші домовлятимуться окремо."],
        (date(2024, 5, 14), date(2024, 5, 15)),
        outlet,
        "https://example.org/damba",
        byline="Олена Приходько",
        actors=[who["lesia"], who["ivo"], who["council"], who["norway"]],
        events=[event],
        corrections=[Correction(date(2024, 5, 17), "Виправлено посаду Іво Брандта.")],
        edited=frozenset({"title", "quotations.4"}),
        path="content/entries/2024/2024-05-15-damba.md",
    )
    made.explained = f"{made.url}explained/"
    made.seed = Seed(
        "2024/damba.txt",
        "ab" * 32,
        Evidence("15 травня, 2024", "dateline", "day"),
        Evidence("у вівторок і середу", "weekday", "day"),
    )
    words = "Вода не питає дозволу, вона приходить. Тому ми домовлялися не про папір, а про ніч"
    quote(made, words, who["lesia"], cue="сказала")
    quote(made, "не має переможців", who["lesia"], cue="За її словами", kind="partial")
    quote(made, "До жовтня ми маємо знати кожну щілину", cue="ідеться в заяві")
    quote(
        made,
        "Ми пили каву, якої вже ніхто не міг пити",
        who["ivo"],
        cue="додав",
        by="editor",
        note="Говорить Брандт.",
        context="На перемовинах не було води.",
        translations={"en": "We drank coffee that nobody could drink any more"},
    )
    return made


def others(who: dict[str, Actor], event: Event, outlets: list[Outlet]) -> list[Entry]:
    ru = Entry(
        "2024-05-18-damba",
        "entries/2024-05-18-damba/",
        "Страны договорились о дамбе",
        "ru",
        date(2024, 5, 18),
        Markup("<p>«Бумага терпит, берег — нет», — заявил Михаил Орлов.</p>"),
        ["Соглашение подписали."],
        (date(2024, 5, 14), date(2024, 5, 15)),
        outlets[1],
        actors=[who["orlov"], who["lesia"]],
        events=[event],
        seed=Seed("ru.txt", "cd" * 32),
    )
    quote(ru, "Бумага терпит, берег — нет", who["orlov"], cue="заявил")
    en = Entry(
        "2024-05-16-dam",
        "entries/2024-05-16-dam/",
        "Siverka dam deal ends two-day talks",
        "en",
        date(2024, 5, 16),
        Markup("<p>“Nobody asked who will pay,” a delegate said.</p>"),
        [],
        None,
        outlets[2],
        actors=[who["ivo"]],
        events=[event],
        seed=Seed("en.html", "ef" * 32),
    )
    quote(en, "Nobody asked who will pay", speaker_name="a delegate", cue="said")
    flood = Entry(
        "2024-04-03-povin",
        "entries/2024-04-03-povin/",
        "Повінь: дорогу відкриють до вечора",
        "uk",
        date(2024, 4, 3),
        Markup("<p>«Ми носили мішки», — розповів Ґудзь.</p>"),
        [],
        (date(2024, 4, 2), date(2024, 4, 2)),
        outlets[0],
        actors=[who["gudz"], who["eva"]],
    )
    quote(flood, "Ми носили мішки", who["gudz"], cue="розповів", verified=False)
    old = Entry(
        "2023-11-20-karty",
        "entries/2023-11-20-karty/",
        "Старі карти показали в музеї",
        "uk",
        date(2023, 11, 20),
    )
    return [ru, en, flood, old]


def digest() -> Digest:
    """Five entries in three languages, seven actors, three events (one bare, one part of another)."""
    who = people()
    outlets = [
        Outlet("Річковий вісник", "richkovyi-visnyk", lang="uk"),
        Outlet("Северный берег", "severnyi-bereg"),
        Outlet("The Estuary Post", "estuary-post", lang="en"),
    ]
    talks = Event(
        "damba",
        "events/damba/",
        "Домовленість про дамбу на Сіверці",
        "uk",
        {"uk": "Домовленість про дамбу на Сіверці", "en": "Siverka dam agreement"},
        date(2024, 5, 14),
        date(2024, 5, 15),
        "Старий Порт",
        feed="feeds/events/damba.atom.xml",
    )
    bare = Event(
        "karty", "events/karty/", "Виставка карт", "uk", feed="feeds/events/karty.atom.xml", part_of=talks
    )
    talks.parts.append(bare)
    entries = [dam(who, talks, outlets[0]), *others(who, talks, outlets)]
    entries.sort(key=lambda e: (-e.date.toordinal(), e.slug))
    made = Digest(
        entries, list(who.values()), [talks, bare], outlets, [q for e in entries for q in e.quotations]
    )
    made.feed, made.feeds = (
        "feeds/all.atom.xml",
        {lang: f"feeds/{lang}.atom.xml" for lang in ("en", "ru", "uk")},
    )
    made.editions = editions(made.entries)
    made.outlets = shared(made.entries)
    fill(made)
    related.fill(made)
    join(made.quotations)
    return made


def explained() -> Explained:
    """A seed with a mark of every kind, one inside another, one across another, one that is markup."""
    text = "Віче » <b>Місто</b>\nДамба\n«Вода, — сказала Леся Гармаш, — не питає», а «дамбою» звуть і насип."
    places = {words: Span(text.index(words), text.index(words) + len(words)) for words in (
        "Віче", "Віче » <b>Місто</b>", "Дамба", "Вода", "сказала", "Леся Гармаш", "не питає",
        "«дамбою»", "«Вода, — сказала Леся Гармаш, — не питає», а «дамбою» звуть і насип.")}  # fmt: skip
    whole = places["«Вода, — сказала Леся Гармаш, — не питає», а «дамбою» звуть і насип."]
    marks = (
        Mark(places["Віче » <b>Місто</b>"], "removed", "breadcrumbs"),
        Mark(places["Віче"], "outlet", "signature"),
        Mark(places["Дамба"], "headline", "first"),
        Mark(whole, "paragraph"),
        Mark(places["Вода"], "quotation", "trailing", "Леся Гармаш", "lesia-harmash", 0.98),
        Mark(places["не питає"], "quotation", "trailing", sure=0.2),
        Mark(places["сказала"], "cue"),
        Mark(Span(whole.start + 20, whole.start + 30), "date", "weekday", "published and happened"),
        Mark(places["Леся Гармаш"], "name", "person", "Леся Гармаш", "lesia-harmash"),
        Mark(places["«дамбою»"], "left out", "so_called"),
    )
    told = "said by “сказала”"
    decisions = (
        Decision("article", "outlet", "Віче", "signature", span=places["Віче"]),
        Decision("article", "headline", "Віче", "second", "an earlier rule was believed", taken=False),
        Decision("article", "byline", why="no rule had an opinion: left empty"),
        Decision("article", "paragraph", span=whole),
        Decision("quotations", "direct", "Леся Гармаш", "trailing", told, 0.98, places["Вода"]),
        Decision("left out", "no quotation", "", "so_called", "the so-called", span=places["«дамбою»"]),
        Decision("names", "person", "Леся Гармаш → lesia-harmash", "gazetteer", span=places["Леся Гармаш"]),
        Decision("removed", "removed", "", "breadcrumbs", span=places["Віче » <b>Місто</b>"]),
    )
    return Explained(RawSeed("damba.txt", text, "ab" * 32), Explanation("uk", decisions, marks), True)


def environment(lang: str = "uk", repository: str = "https://example.org/repository") -> Environment:
    """Jinja as the plugin sets it up, except that a misspelt name is an error."""
    env = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[ConstantWords, NoIndents],
    )
    env.filters.update(FILTERS)
    env.globals.update(GLOBALS({"DIGEST_LANG": lang, "DIGEST_REPOSITORY": repository}))
    return env


class _Page:
    title, slug, lang, translations = "Як це зроблено", "about", "uk", ()
    content = Markup("<p>Слова.</p><h2>Шлях</h2><ol><li>Раз.</li></ol>")


SAVE_AS = {f"{kind.upper()}_SAVE_AS": kind + "s/{slug}/index.html" for kind in ("actor", "event")}


def pages(shown: Digest, lang: str = "uk") -> dict[str, str]:
    """The HTML of every page by its file's name; letters are no pages."""
    env = environment(lang)
    slugs = {actor.slug: actor for actor in shown.actors}
    planned: list[Planned] = [
        ("home", "index.html", {}),
        ("about", "about/index.html", {"page": _Page()}),
        *(("entry", f"{e.url}index.html", {"entry": e}) for e in shown.entries),
        *(
            (
                "explained",
                f"{e.url}explained/index.html",
                {
                    "entry": e,
                    "explained": sheets(explained())[0],
                    "known": explained().known(slugs),
                    "leaf": leaves(sheets(explained()), f"{e.url}explained/", 1)[0],
                },
            )
            for e in shown.entries
            if e.explained
        ),
        *(one for one in plan(shown, SAVE_AS) if one[0] != "mail"),
    ]
    made = {}
    for kind, file, things in planned:
        nothing = dict.fromkeys(
            ("entry", "actor", "event", "quotation", "page", "jsonld", "canonical", "card")
        )
        facts = {
            "SITENAME": "Слово в слово",
            "SITESUBTITLE": "Хто що сказав",
            "digest": shown,
            "page_kind": kind,
            "counterparts": [],
            "alternates": [],
        }
        template = {"home": "index", "entry": "article"}.get(kind, kind)
        up = "/".join([".."] * file.count("/")) or "."
        made[file] = env.get_template(f"{template}.html").render(
            {**nothing, **facts, **things, "SITEURL": up}
        )
    return made
