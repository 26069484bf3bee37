"""How fast an import goes and how long it still takes, for a bar in a terminal or on a screen."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data.importing.road import files_in

_STEP = 1 << 20


@dataclass(frozen=True)
class Step:
    """Where an import stands. `share` and `seconds_left` are None when the end is not known."""

    rows: int
    rows_a_second: float
    share: float | None
    seconds_left: float | None


@dataclass
class Pace:
    """Counts the rows of all tables together; `total` is the number of lines of all files."""

    total: int | None
    clock: Callable[[], float] = time.monotonic
    _began: float | None = None
    _rows: dict[str, int] = field(default_factory=dict)

    def step(self, table: str, rows: int) -> Step:
        """Note that so many rows of `table` are read."""
        now = self.clock()
        if self._began is None:
            self._began = now
        self._rows[table] = rows
        done = sum(self._rows.values())
        elapsed = now - self._began
        speed = done / elapsed if elapsed > 0 else 0.0
        if not self.total or done > self.total:
            return Step(done, speed, None, None)
        left = (self.total - done) / speed if speed else None
        return Step(done, speed, done / self.total, left)


def count_lines(paths: Sequence[Path]) -> int | None:
    """The lines of all these text files; None when a workbook is among them."""
    total = 0
    for path in files_in(paths):
        if path.suffix.lower() != ".csv":
            return None
        with path.open("rb") as stream:
            while block := stream.read(_STEP):
                total += block.count(b"\n")
    return total
