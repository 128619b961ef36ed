"""The digest from what was read: one pure function, and the order in which everything stands."""

from copydesk.identity import resolve
from digest.build.again import again
from digest.build.joining import Address, Site, build

__all__ = ["Address", "Site", "again", "build", "resolve"]
