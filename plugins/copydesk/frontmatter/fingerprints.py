"""Short fingerprints of values: what tells the machine's own words from an editor's."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any


def fingerprint(value: Any) -> str:
    """12 hex digits that change with the value, not with how YAML wrote it."""
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))
    return sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def body_fingerprint(body: str) -> str:
    """The fingerprint of a body: blank ends and the kind of line ends do not count."""
    return fingerprint(body.replace("\r\n", "\n").strip())
