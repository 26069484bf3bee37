"""Counts of people as the public may see them: hidden up to 7, others rounded to 5."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

HIDDEN_UP_TO = 7
ROUNDED_TO = 5


def public_count(count: int, *, structural: bool = False) -> int | None:
    """The count as the public may see it: 7 -> None (hidden), 8 -> 10, 12 -> 10, 13 -> 15.

    Zero is hidden too unless it is `structural` (it could not have been anything else).
    """
    if count == 0 and structural:
        return 0
    if count <= HIDDEN_UP_TO:
        return None
    return ROUNDED_TO * ((count + ROUNDED_TO // 2) // ROUNDED_TO)


def public_counts(frame: "pd.DataFrame", columns: Iterable[str]) -> "pd.DataFrame":
    """A copy of `frame` whose count `columns` are fit for the public; hidden ones are missing."""
    import pandas as pd  # a file is written without it, in half the memory

    shown = frame.copy()
    for column in columns:
        counts = [None if pd.isna(count) else public_count(int(count)) for count in frame[column]]
        shown[column] = pd.array(counts, dtype="Int64")
    return shown


def public_total(counts: Iterable[int | None]) -> int | None:
    """The total of cells as shown: never the exact total, and none where all is hidden.

    >>> public_total([10, None, 15]), public_total([None, 0]), public_total([0, 0])
    (25, None, 0)
    """
    cells = list(counts)
    shown = [count for count in cells if count is not None]
    return sum(shown) if any(shown) or len(shown) == len(cells) else None
