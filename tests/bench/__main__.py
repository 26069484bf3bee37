"""Everything measured in one run, side by side.

    python -m tests.bench [SHARE]        (or: make bench)

SHARE of the whole world (1 by default; 0.02 for a quick look).
"""

import sys
import tempfile
from pathlib import Path

from tests.bench import figures
from tests.bench.exporting import measure_exports
from tests.bench.importing import measure_imports, measure_memory, measure_postgresql

ROUNDS = 3


def main() -> None:
    """Imports, exports, memory, then the figures."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    with tempfile.TemporaryDirectory(prefix="sinergi-ukur-") as name:
        folder = Path(name)
        database = measure_imports(folder, share, ROUNDS)
        measure_exports(folder, database, ROUNDS)
        measure_memory(folder, share)
        measure_postgresql(folder, share)
    figures.main()


if __name__ == "__main__":
    main()
