"""Actors and events by hand: merge, split, rename, review. Files in, changed files out; the shell writes.

Files are the one truth: `same_as`, `not_same_as` and `status` say what holds. What nobody is sure of,
and who decided the rest and why, is remembered in `content/decisions.txt`.
"""
