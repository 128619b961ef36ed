"""Stock Pelican, as lean as it goes: no page that the comparison does not ask for."""

SITENAME = "Bench"
SITEURL = ""
RELATIVE_URLS = True
PATH = "content"
TIMEZONE = "Europe/Kyiv"
DEFAULT_LANG = "uk"
ARTICLE_PATHS = ["entries"]
ARTICLE_URL = ARTICLE_LANG_URL = "entries/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "entries/{slug}/index.html"
ARTICLE_TRANSLATION_ID = None
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"index": 20, "tag": 20}
PAGINATION_PATTERNS = [
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
FEED_DOMAIN = "https://bench.example"
FEED_RSS = "feeds/all.rss.xml"
TAG_FEED_RSS = "feeds/{slug}.rss.xml"
FEED_MAX_ITEMS = 20
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
TYPOGRIFY = False
STATIC_PATHS = []
PLUGINS = []
THEME = "."
