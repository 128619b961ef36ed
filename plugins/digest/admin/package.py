"""Sveltia CMS as npm has it (MIT licence): which version, and what of it a page needs. Pure.

Its files ask other hosts for fonts and translations; here they are told to take their own.
"""

from __future__ import annotations

import io
import re
import tarfile
from base64 import b64encode
from hashlib import sha512

VERSION = "0.221.1"
ADDRESS = f"https://registry.npmjs.org/@sveltia/cms/-/cms-{VERSION}.tgz"
INTEGRITY = "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
ARCHIVE = f"sveltia-cms-{VERSION}.tgz"
START = "npm/index.js"
_WANTED = re.compile(
    r"package/(npm/index\.js|npm/chunks/(?:react|shiki)[\w-]*\.js|npm/assets/[\w-]+(?:\.woff2|\.LICENSE\.txt)"
    r"|locales/(?:uk|ru)\.json|LICENSE\.txt)"
)
_FONT = re.compile(r"url\(https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)[^)]*\)")
_LOCALE = re.compile(r"(locales/(?:uk|ru))\.json")


def is_genuine(archive: bytes) -> bool:
    """True for the very archive that npm has."""
    return "sha512-" + b64encode(sha512(archive).digest()).decode() == INTEGRITY


def contents(archive: bytes) -> dict[str, bytes]:
    """The files that a page needs, by their names below the package. `archive` is genuine."""
    found: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        for member in packed:
            wanted = _WANTED.fullmatch(member.name)
            if wanted and (opened := packed.extractfile(member)):
                found[wanted.group(1)] = opened.read()
    return dict(sorted(_at_home(name, content, found) for name, content in found.items()))


def _at_home(name: str, content: bytes, known: dict[str, bytes]) -> tuple[str, bytes]:
    """A file without ways to other hosts: browsers read a translation as a script, fonts from beside it."""
    if name.endswith(".json"):
        return name.removesuffix(".json") + ".js", b"export default " + content
    if name != START:
        return name, content
    fonts = [font for font in known if font.endswith(".woff2")]

    def own(asked: re.Match[str]) -> str:
        return f"url(editor/{next(f for f in fonts if f.startswith(f'npm/assets/{asked.group(1)}'))})"

    text = _LOCALE.sub(r"\1.js", _FONT.sub(own, content.decode("utf-8")))
    return name, text.replace("//# sourceMappingURL=index.js.map", "").encode("utf-8")
