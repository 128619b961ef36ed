"""Copydesk: raw news texts in, a digest that can be checked word for word out.

Pure functions of values; files, printing and exit codes live in the shells
(`convert`, `__main__`). Nothing here knows Pelican, Jinja, the network or the clock.
"""

# Raised whenever the rules would write something else for a seed: unchanged seeds are then read again.
RULES = 8
