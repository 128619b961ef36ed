"""`python -m tests.bench [SIZES]`: what converting costs; with sizes, what sites of so many entries cost."""

import sys

from tests.bench import conversion, sites

if sys.argv[1:]:
    sites.main([int(size) for size in sys.argv[1:]])
else:
    conversion.main()
