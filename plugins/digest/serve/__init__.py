"""The live preview: `python -m digest.serve` builds, serves on this machine, rebuilds and reloads."""
