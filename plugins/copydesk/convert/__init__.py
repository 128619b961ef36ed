"""The shell of `copydesk convert`: seeds in, Markdown files of `content/` out."""

from copydesk.convert.report import Report
from copydesk.convert.run import convert

__all__ = ["Report", "convert"]
