"""`make reproducible`: the same content gives the same bytes, wherever, whenever, by whomever it is built.

Builds of one project, each in a folder of another name, in another time zone and locale, with another hash
seed, order of listing, age of files, mask of rights and clock; some from nothing, some upon a former build.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from random import Random

from tests import corpus
from tests.trials.children import ENVIRONMENT, ROOT
from tests.trials.results import command, record

_ZONES = ("UTC", "Europe/Kyiv", "Pacific/Kiritimati", "America/St_Johns")
_LOCALES = ("C", "C.UTF-8", "uk_UA.UTF-8", "tr_TR.UTF-8")
_FOLDERS = ("a", "Моя газета", "з пробілом і 'лапками'", "very/deep/" + "d" * 60)
# Loaded by Python itself at the start: folders are listed in another order, the clock is another.
_SITE = """
import os, random
dice = random.Random(int(os.environ["TRIAL_ORDER"]))
listed, scanned = os.listdir, os.scandir
def shuffled(names):
    names = list(names)
    dice.shuffle(names)
    return names
os.listdir = lambda *given: shuffled(listed(*given))
class Scan:
    def __init__(self, *given):
        with scanned(*given) as found:
            self.found = iter(shuffled(found))
    def __iter__(self): return self.found
    def __next__(self): return next(self.found)
    def __enter__(self): return self
    def __exit__(self, *rest): self.close()
    def close(self): pass
os.scandir = Scan
"""


def build(project: Path, number: int, site: Path, again: bool) -> str:
    """Build in the way of this number, upon a changed former build with `again`; the checksums of files."""
    dice = Random(number)
    for path in project.rglob("*"):
        age = 1_500_000_000 + dice.randrange(200_000_000)
        os.utime(path, (age, age))
    environment = {
        **{k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG")},
        **ENVIRONMENT,
        "DIGEST_CONVERT": "1", "DIGEST_EXPLAIN": "1", "SITEURL": "https://digest.example/news",
        "TZ": _ZONES[number % len(_ZONES)],
        "LC_ALL": _LOCALES[number % len(_LOCALES)],
        "PYTHONHASHSEED": str(number),
        "TRIAL_ORDER": str(number),
        "PYTHONPATH": f"{site}:{ROOT / 'plugins'}",
    }  # fmt: skip
    clock = ["faketime", "-f", f"+{97 * number}d"] if shutil.which("faketime") and number % 3 else []
    given = [sys.executable, "-m", "pelican", str(project / "content"), "-s", str(ROOT / "pelican.conf.py")]
    line = [*clock, *given, "-o", str(project / "output"), "--fatal", "errors"]
    mask = ("022", "077", "002")[number % 3]
    entry = sorted((project / "content/entries").rglob("*.md"))[number]
    if again:
        text = entry.read_text(encoding="utf-8")
        entry.write_text(text.replace("\n---\n", "\n---\n\nІнший початок.\n", 1), encoding="utf-8")
        _run(line, environment, mask, project)
        entry.write_text(text, encoding="utf-8")
    _run(line, environment, mask, project)
    return _digests(project / "output")


def _run(line: list[str], environment: dict[str, str], mask: str, project: Path) -> None:
    shell = ["sh", "-c", f'umask {mask}; exec "$@"', "sh", *line]
    done = subprocess.run(
        shell, env=environment, cwd=project, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def _digests(folder: Path) -> str:
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return "\n".join(
        f"{sha256(p.read_bytes()).hexdigest()} {p.relative_to(folder).as_posix()}" for p in files
    )


def main() -> int:
    """Build again and again; 1 where a file differs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--builds", type=int, default=12)
    parser.add_argument("--entries", type=int, default=40)
    given = parser.parse_args()
    found: list[str] = []
    with tempfile.TemporaryDirectory() as home:
        site = Path(home) / "site"
        site.mkdir()
        (site / "sitecustomize.py").write_text(_SITE, encoding="utf-8")
        for number in range(given.builds):
            project = Path(home) / f"{number}" / _FOLDERS[number % len(_FOLDERS)]
            corpus.write(project, given.entries)
            for path in sorted((project / "content/entries").rglob("*.md"))[::5]:
                path.unlink()  # its seed is converted anew
            found.append(build(project, number, site, again=number % 2 == 1))
            print(f"build {number + 1}: {len(found[-1].splitlines())} files", flush=True)
    first = found[0].splitlines()
    differing = {line.split(" ", 1)[1] for other in found for line in set(first) ^ set(other.splitlines())}
    rows = [
        ("builds with the same files", len(found), sum(other == found[0] for other in found),
         "SHA-256 of every file, search index, cards and feeds included"),
        ("files that are the same in all builds", len(first), len(first) - len(differing), "by name"),
    ]  # fmt: skip
    notes = [
        "Varied: folder, time zone, locale, hash seed, order of listing, age of files, umask, "
        + ("clock, " if shutil.which("faketime") else "")
        + "a build from nothing or upon a former one with a change made and taken back.",
        *(f"differs: {name}" for name in sorted(differing)[:20]),
        *([] if shutil.which("faketime") else ["The clock was not varied: `faketime` is not installed."]),
    ]
    about = "The same content gives the same bytes."
    return record("reproducible", about, rows, command("reproducible"), notes)


if __name__ == "__main__":
    sys.exit(main())
