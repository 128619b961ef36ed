"""Every setting of the plugin, named once: `python -m digest.settings` prints the README's table.

A setting is read from `pelican.conf.py`; those with an environment variable of the same name
are read from there first, so that a deploy or a test changes one value without a file.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from copydesk.addresses import is_web
from copydesk.convert import policy
from copydesk.messages import SETTING, chosen
from copydesk.model import LANGS, Lang

# How a value is written in an environment variable.
_READ: dict[type, Any] = {
    bool: policy.truth,
    int: int,
    str: str,
}

# Settings that pages make links of.
_LEADING = frozenset({"SITEURL", "DIGEST_FEED_ID", "DIGEST_REPOSITORY"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its name, the value it has when nobody sets it, and what it does."""

    name: str
    default: bool | int | str
    does: str

    def read(self, words: str) -> bool | int | str:
        """The value that an environment variable gives. SystemExit (with advice) where it makes no sense."""
        try:
            value: bool | int | str = _READ[type(self.default)](words)
        except ValueError:
            kind = {int: "a number", bool: "0 or 1"}.get(type(self.default), "text")
            raise SystemExit(f"{self.name}={words}: write {kind}, as {self.default}") from None
        return value


SETTINGS: tuple[Setting, ...] = (
    Setting("SITEURL", "", "address of the site, without a slash at the end; empty: links stay relative"),
    Setting("SITENAME", "Copydesk", "name of the publication"),
    Setting("SITESUBTITLE", "", "a line under the name"),
    Setting("DIGEST_LANG", "uk", "language of the site's own words: `uk`, `ru` or `en`"),
    Setting(SETTING, "en", "language in which problems are told to editors: `uk`, `ru` or `en`"),
    Setting("DIGEST_TREES", "", "more languages to show the whole site in, each below its code: `en ru`"),
    Setting("DIGEST_CONVERT", True, "turn new and changed seeds into Markdown before each build"),
    Setting(policy.MET, 2, "an actor met in so many entries gets a suggested page"),
    Setting(policy.PLACES, False, "suggest pages of cities and regions too"),
    Setting("DIGEST_STRICT", False, "publish nothing and exit with 1 when anything is wrong"),
    Setting("DIGEST_TEXT", "full", "how much of a report is shown: `full`, `excerpt` or `none`"),
    Setting("DIGEST_EXPLAIN", True, "a page for each entry that says how its seed was read"),
    Setting("DIGEST_TODAY", "", "taken for today (`2024-07-07`): later entries wait; empty: the calendar"),
    Setting("DIGEST_DRAFTS", False, "show drafts and later entries, marked; the live preview does"),
    Setting("DIGEST_PROJECT", "", "folder that holds `seeds/`; empty: the one that holds `PATH`"),
    Setting("DIGEST_WORKERS", 0, "processes that make pages together; 0: as many as pay"),
    Setting("DIGEST_ADMIN", False, "the browser editor at `admin/`; `make admin` fetches it once"),
    Setting("DIGEST_CARDS", True, "draw a share card for each page; only where `SITEURL` is set"),
    Setting("DIGEST_FEED_ENTRIES", 50, "how many entries a feed holds"),
    Setting("DIGEST_FEED_ID", "", "address that feed ids are made from: the old `SITEURL` when a site moves"),
    Setting("DIGEST_REPOSITORY", "", "address of the repository on GitHub, for “edit this page”"),
    Setting("DIGEST_BRANCH", "main", "branch of the repository that “edit this page” changes"),
    Setting("DIGEST_REPORT", "", "file to write all problems to, as JSON; empty: none"),
    Setting("ACTOR_URL", "actors/{slug}/", "address of an actor's page"),
    Setting("ACTOR_SAVE_AS", "actors/{slug}/index.html", "file of an actor's page"),
    Setting("EVENT_URL", "events/{slug}/", "address of an event's page"),
    Setting("EVENT_SAVE_AS", "events/{slug}/index.html", "file of an event's page"),
)  # fmt: skip


def from_environment(environ: Mapping[str, str] = os.environ) -> dict[str, bool | int | str]:
    """The settings that environment variables give."""
    return {s.name: s.read(environ[s.name]) for s in SETTINGS if s.name in environ}


def complete(settings: dict[str, Any]) -> None:
    """Give every setting that is missing its default, in place. SystemExit for what is no address."""
    for setting in SETTINGS:
        settings.setdefault(setting.name, setting.default)
        if setting.name.endswith(("_URL", "_SAVE_AS")):
            _fits(setting, str(settings[setting.name]))
        if setting.name in _LEADING and settings[setting.name]:
            _leads(setting, str(settings[setting.name]))


def _fits(setting: Setting, words: str) -> None:
    try:
        words.format(slug="a")
    except (KeyError, IndexError, ValueError, AttributeError):
        advice = f"write {{slug}} for the page's name, as {setting.default}"
        raise SystemExit(f"{setting.name}={words}: {advice}") from None


def _leads(setting: Setting, words: str) -> None:
    if not is_web(words):
        raise SystemExit(f"{setting.name}={words}: write an address such as https://example.org, or nothing")


def today(settings: Mapping[str, Any], calendar: date) -> date:
    """The day that counts as today: `DIGEST_TODAY`, else `calendar`. SystemExit where it is no day."""
    words = str(settings.get("DIGEST_TODAY") or "")
    try:
        return date.fromisoformat(words) if words else calendar
    except ValueError:
        raise SystemExit(f"DIGEST_TODAY={words}: not a day written as 2024-07-07") from None


def messages(settings: Mapping[str, Any]) -> Lang:
    """The language of `DIGEST_MESSAGES`. SystemExit where it is none that is known."""
    try:
        return chosen({SETTING: str(settings["DIGEST_MESSAGES"])})
    except ValueError as error:
        raise SystemExit(str(error)) from None


def trees(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """The languages of `DIGEST_TREES` without the site's own. SystemExit where one has no catalogue."""
    words = str(settings["DIGEST_TREES"])
    asked = dict.fromkeys(words.replace(",", " ").split())
    if unknown := [lang for lang in asked if lang not in LANGS]:
        raise SystemExit(f"DIGEST_TREES={words}: {unknown[0]} is none of {', '.join(LANGS)}")
    return tuple(lang for lang in asked if lang != settings["DIGEST_LANG"])


def table() -> str:
    """The settings as a Markdown table."""
    rows = [f"| `{s.name}` | {_shown(s.default)} | {s.does} |" for s in SETTINGS]
    return "\n".join(["| Setting | Default | What it does |", "|---|---|---|", *rows])


def _shown(default: bool | int | str) -> str:
    if isinstance(default, bool):
        return "`1`" if default else "`0`"
    return f"`{default}`" if default != "" else "(empty)"


if __name__ == "__main__":
    print(table())
