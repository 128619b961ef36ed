"""Measure the extraction on development texts with gold answers: `make score DEV=folder`.

The folder holds gold files and their scorers (plain scripts that read what `extract` prints).
Each scorer is run on our output, `measured.json` keeps the figures, and the README and the site's page
are made from it. Nothing of the texts is kept.
"""
