"""The digest from what was read: one pure function, and the order in which everything stands."""

from digest.build.joining import Address, Site, build
from digest.build.merging import resolve

__all__ = ["Address", "Site", "build", "resolve"]
