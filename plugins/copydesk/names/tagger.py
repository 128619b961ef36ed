"""The Russian name model, loaded on first use.

slovnet's weights with navec's word vectors (both MIT), read from the files inside the natasha wheel.
natasha itself is never imported: it drags in an old morphology.
"""

from __future__ import annotations

import importlib.util
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.names.network import Tagger


@cache
def tagger() -> Tagger:
    """The model, loaded once (an eighth of a second, about 50 MiB).

    Raises ModuleNotFoundError where the natasha wheel is not installed.
    """
    # The matrices are small: a second thread of the linear algebra costs three times what it saves.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from copydesk.names.weights import load

    spec = importlib.util.find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("natasha: its wheel holds the name model; install the locked requirements")
    return load(Path(spec.submodule_search_locations[0]) / "data")
