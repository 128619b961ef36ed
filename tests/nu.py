"""The Nu HTML checker, which is behind validator.w3.org: a Java program, fetched once by `make test`.

`python -m tests.nu FILE` fetches its jar; where there is no Java or no network the tests do without.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from urllib.request import urlopen

ADDRESS = "https://registry.npmjs.org/vnu-jar/-/vnu-jar-26.9.27.tgz"
MEMBER = "package/build/dist/vnu.jar"
SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
JAR = Path(__file__).resolve().parents[1] / ".venv" / "vnu.jar"
# It resolves 'self' against file addresses; the browser tests hold the pages to their policy for real.
_POLICY = ".*Content Security Policy.*"


def command() -> list[str] | None:
    """How to start the checker; None where Java or the jar (`VNU_JAR`, else .venv/vnu.jar) is missing."""
    java, jar = shutil.which("java"), Path(os.environ.get("VNU_JAR") or JAR)
    return [java, "-Xshare:auto", "-XX:+UseSerialGC", "-jar", str(jar)] if java and jar.is_file() else None


def complaints(checker: list[str], pages: Iterable[Path]) -> list[str]:
    """What the checker says of the pages, errors and warnings, in one run."""
    asked = [*checker, "--format", "json", "--exit-zero-always", "--filterpattern", _POLICY, *map(str, pages)]
    told = subprocess.run(asked, capture_output=True, encoding="utf-8", check=True).stderr
    return [
        f"{m.get('url', '')}:{m.get('lastLine', '')}: {m['message']} {m.get('extract', '')!r}"
        for m in json.loads(told)["messages"]
    ]


def fetch(jar: Path) -> str:
    """Put the jar at `jar`; why not, in words, where that cannot be."""
    if shutil.which("java") is None:
        return "there is no Java"
    try:
        with urlopen(ADDRESS, timeout=60) as answer:
            packed = io.BytesIO(answer.read())
        with tarfile.open(fileobj=packed) as archive:
            member = archive.extractfile(MEMBER)
            content = member.read() if member else b""
    except (OSError, tarfile.TarError, KeyError) as error:
        return f"{ADDRESS}: {error}"
    if sha256(content).hexdigest() != SHA256:
        return f"{ADDRESS}: not the file that was expected"
    jar.write_bytes(content)
    return ""


if __name__ == "__main__":
    if problem := fetch(Path(sys.argv[1])):
        print(f"Pages will be checked by html5lib alone, without the Nu checker: {problem}")
