"""Which dated happening a text tells of, and which texts tell of the same one.

A proposal only: an editor confirms, splits or merges. `trace` reduces a text to what is
compared, `verdict` compares two, `Grouper` keeps a stream apart into events, `title` names one.
"""

from copydesk.events.group import Grouper
from copydesk.events.naming import title
from copydesk.events.trace import Trace, trace
from copydesk.events.verdict import Verdict, verdict

__all__ = ["Grouper", "Trace", "Verdict", "title", "trace", "verdict"]
