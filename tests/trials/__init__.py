"""Long programmes that try to break the project: faults, soak, reproducibility, fuzzing.

Each is a `make` target, takes its counts as options, writes what it found to `tests/results/`, and exits
with 1 where a promise did not hold.
"""
