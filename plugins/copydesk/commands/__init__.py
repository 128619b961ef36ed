"""The commands of the command line and their options. The work itself is loaded when a command runs."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from copydesk.commands import beginning, changing, content, deciding, migrating, texts
from copydesk.commands.deciding import Add, Run
from copydesk.commands.usage import usage
from copydesk.faults import DEBUG
from copydesk.messages import SETTING, chosen, say, spoken
from copydesk.model import LANGS, Lang


def parser(lang: Lang = "en") -> argparse.ArgumentParser:
    """The commands and their options, explained in a language."""
    parser = usage(lang)(
        "copydesk",
        description=say("Raw news texts to a digest, word for word."),
        epilog=say("exit codes: 0 done, 1 something is wrong, 2 wrong use"),
    )
    parser.add_argument(
        "--project", default=".", metavar="FOLDER", help=say("the project (default: this folder)")
    )
    parser.add_argument(
        "--debug", action="store_true", help=say("print tracebacks (as {name}=1 does)", name=DEBUG)
    )
    parser.add_argument(
        "--messages",
        choices=LANGS,
        help=say("language of messages (default: what {name} says, else en)", name=SETTING),
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")

    def add(name: str, run: Run, about: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=about, description=about)
        command.set_defaults(run=run)
        return command

    _texts(add)
    _content(add)
    _beginning(add)
    deciding.options(add)
    return parser


def _texts(add: Add) -> None:
    convert = add("convert", texts.convert, say("turn new and changed seeds into Markdown"))
    convert.add_argument(
        "--again", nargs="*", metavar="NAME", help=say("read these seeds again (none named: all)")
    )
    convert.add_argument(
        "--report",
        nargs="?",
        const="-",
        default="",
        metavar="FILE",
        help=say("tell the values kept against the rules' reading, and what waits for an editor"),
    )
    convert.add_argument("--lang", choices=("uk", "ru", "en"), default="uk", help=say("language of the site"))
    _spread(convert)
    explain = add("explain", texts.explain, say("show every decision on a seed and its reason"))
    explain.add_argument("seed", help=say("name of a file in seeds/, or a path"))
    explain.add_argument(
        "--html", type=Path, metavar="FILE", help=say("write a page with the text marked up")
    )
    _spread(add("extract", texts.extract, say("JSON lines in, JSON lines out; no files are touched")))
    score = add("score", texts.score, say("measure the rules against texts with known answers"))
    score.add_argument("--dev", type=Path, required=True, metavar="FOLDER", help=say("folder of the texts"))
    score.add_argument(
        "--errors", type=int, default=0, metavar="N", help=say("print each part's worst N cases")
    )
    score.add_argument("--only", default="", metavar="PART", help=say("measure this part alone"))
    score.add_argument(
        "--write", action="store_true", help=say("keep the figures, for the README and the site")
    )
    schema = add("schema", texts.schema, say("print the JSON Schema of front matter"))
    kinds = ("entry", "actor", "event", "outlet", "page", "submission")
    schema.add_argument("kind", nargs="?", choices=kinds, help=say("of one kind alone"))
    schema.add_argument(
        "--write", action="store_true", help=say("write what is made from it: for VS Code, GitHub")
    )


def _spread(command: argparse.ArgumentParser) -> None:
    jobs = say("processes that read texts; 0: one for each core (default: 1)")
    command.add_argument("--jobs", type=int, default=1, metavar="N", help=jobs)
    workers = say("a Dask scheduler whose workers read texts, as tcp://host:8786")
    command.add_argument("--scheduler", default="", metavar="ADDRESS", help=workers)


def _content(add: Add) -> None:
    check = add("check", content.check, say("validate everything in content/ and seeds/"))
    check.add_argument("--format", choices=("text", "github", "json"), default="text")
    check.add_argument(
        "--fix", action="store_true", help=say("mend what is certain first, and say what was done")
    )
    migrate = add("migrate", migrating.migrate, say("bring content of an older form to the present one"))
    migrate.add_argument(
        "--lang", choices=LANGS, default="uk", help=say("language of articles that do not tell it")
    )
    deciding.rehearsed(migrate)
    changes = add("changes", changing.changes, say("tell what changed since another state of the project"))
    changes.add_argument(
        "--base", type=Path, required=True, metavar="FOLDER", help=say("the project as it was")
    )
    changes.add_argument("--offers", type=Path, metavar="FILE", help=say("what `convert --report` printed"))
    init = add("init", content.init, say("make a new digest in an empty folder"))
    init.add_argument("folder", metavar="FOLDER", type=Path, help=say("where; it is made if it is not there"))
    init.add_argument("--name", default="Digest", help=say("name of the publication"))
    init.add_argument("--lang", choices=("uk", "ru", "en"), default="uk", help=say("language of its pages"))


def _beginning(add: Add) -> None:
    new = add(
        "new", beginning.new, say("begin an entry, an actor or an event, of a title or of a pasted text")
    )
    new.add_argument("kind", choices=("entry", "actor", "event"))
    new.add_argument("title", nargs="?", help=say("title or name (default: the first line of the text)"))
    new.add_argument(
        "--from",
        dest="text",
        metavar="FILE",
        help=say("a text or page to begin it of; - for the standard input"),
    )
    new.add_argument("--lang", choices=LANGS, default="uk", help=say("language of the title"))
    new.add_argument(
        "--date", type=_day, help=say("day, as 2024-07-03 (default: today; of a text: what it says)")
    )
    kinds = ("person", "organisation", "country", "place")
    new.add_argument("--kind", dest="what", choices=kinds, default="person", help=say("what an actor is"))
    for fact, about in (
        ("url", say("where the text was published")),
        ("outlet", say("by whom")),
        ("byline", say("its author")),
    ):
        new.add_argument(f"--{fact}", default="", help=about)
    issue = add(
        "from-issue", beginning.from_issue, say("turn the text of an issue (ISSUE_BODY) into an entry")
    )
    issue.add_argument("--lang", choices=LANGS, default="uk", help=say("language of the site"))


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        wrong = say("{words} is not a day like 2024-07-03", words=words)
        raise argparse.ArgumentTypeError(spoken(wrong, chosen())) from None
