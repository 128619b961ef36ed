"""What changed between two states of a project, told to the person who decides on it."""

from copydesk.changes.compare import Changed, changed
from copydesk.changes.telling import told

__all__ = ["Changed", "changed", "told"]
