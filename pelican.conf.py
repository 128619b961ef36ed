"""Settings of the site: `pelican -s pelican.conf.py`, from any folder.

Each setting of the plugin can also be given as an environment variable of the same name
(`SITEURL=https://example.org DIGEST_STRICT=1 pelican -s pelican.conf.py`); the README lists them.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))  # one import root: `digest` and `copydesk`, never `plugins.digest`

from digest.settings import from_environment  # noqa: E402

# The publication
SITENAME = "Copydesk"
SITESUBTITLE = "Новини, звірені слово в слово"
SITEURL = ""  # set by the deploy; links inside the site are relative, so it works below any path
TIMEZONE = "Europe/Kyiv"
DIGEST_LANG = "uk"
DIGEST_MESSAGES = "en"  # the language in which editors are told what is wrong
# For “edit this page”; GitHub Actions tells it, so forks point to themselves.
DIGEST_REPOSITORY = "https://github.com/" + GITHUB if (GITHUB := os.environ.get("GITHUB_REPOSITORY")) else ""

# Where things are
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["digest"]  # the only one: left out, Pelican would load whatever is installed
ARTICLE_PATHS = ["entries"]
PAGE_PATHS = ["pages"]
IGNORE_FILES = [".*"]
STATIC_PATHS: list[str] = []  # nothing of content/ is published as it is

# Addresses: an entry's comes from its file's name in every language, so it never moves
ARTICLE_URL = ARTICLE_LANG_URL = "entries/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "entries/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = "{slug}/{lang}/"
PAGE_LANG_SAVE_AS = "{slug}/{lang}/index.html"
ARTICLE_TRANSLATION_ID = None  # reports in other languages are entries of their own
RELATIVE_URLS = True

# What Pelican would add, and the digest has its own of
DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""
USE_FOLDER_AS_CATEGORY = False
DIRECT_TEMPLATES = ["index"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

# What a file of content/ cannot reach
INTRASITE_LINK_REGEX = "(?!)(?P<what>)"
FORMATTED_FIELDS: list[str] = []
FILENAME_METADATA = r"(?!)"
WITH_FUTURE_DATES = True  # the plugin holds back later days itself, by DIGEST_TODAY
LOAD_CONTENT_CACHE = False
LOCALE = ["C"]  # dates are set by Babel, so that every machine builds the same bytes

# The environment has the last word
globals().update(from_environment())
