"""Actors and events by hand: merge, rename, review. Files in, changed files out; the shell writes them.

Files are the one truth: `same_as`, `not_same_as` and `status` say what holds. `content/decisions.txt`
remembers who decided so and why, and keeps what nobody is sure of.
"""
