"""`python -m tests.bench`: what converting costs, as a table."""

from tests.bench.conversion import main

main()
