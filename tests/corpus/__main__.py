"""`python -m tests.corpus FOLDER NUMBER`."""

import sys
from pathlib import Path

from tests.corpus import write

write(Path(sys.argv[1]), int(sys.argv[2]))
