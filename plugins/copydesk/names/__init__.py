"""Names of persons, organisations and places in a dispatch, joined into entities."""

from copydesk.names.stage import mentions

__all__ = ["mentions"]
