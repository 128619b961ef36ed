"""The search index: made of the digest, read by `theme/static/js/finder.js`. Pure but for `kept`."""

from digest.search.kept import files
from digest.search.making import Index, fingerprint, index

__all__ = ["Index", "files", "fingerprint", "index"]
