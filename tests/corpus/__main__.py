"""`python -m tests.corpus FOLDER NUMBER [WORDS]`."""

import sys
from pathlib import Path

from tests.corpus import write

write(Path(sys.argv[1]), *map(int, sys.argv[2:]))
