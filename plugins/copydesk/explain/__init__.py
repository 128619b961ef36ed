"""Every decision on one seed with its rule and evidence: as values, for a terminal, as a page.

`reading.explained` makes the values; `terminal`, `page` and the site only show them. Nothing is imported
here: to show what was explained before needs no rules and no models.
"""
