"""How the digest is shown: words, dates, typography and drawings for templates. No rules about text.

`FILTERS` and `GLOBALS(settings)` are wired into Jinja's environment by the plugin.
"""

from digest.presentation.wiring import FILTERS, GLOBALS

__all__ = ["FILTERS", "GLOBALS"]
