"""Everything on the site as tables that programs and spreadsheets read: JSON, CSV, and their schema. Pure."""

from digest.opendata.files import file_of, files
from digest.opendata.tables import TABLES, Column, Table

__all__ = ["TABLES", "Column", "Table", "file_of", "files"]
