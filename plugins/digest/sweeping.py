"""When Python looks for circular garbage: not while a build reads, for all it reads stays to the end.

The collector looks at everything that lives each time the living have grown by a quarter. A build first only
grows: at 2,000 entries these looks took a fifth of the time and found next to nothing.
"""

from __future__ import annotations

import gc


def rest() -> None:
    """The pass begins to read: no looking until pages are made. What an earlier pass left is let go."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.disable()


def resume() -> None:
    """All is read and pages are made: they leave circles behind. What lives so far is looked at no more."""
    gc.freeze()
    gc.enable()
