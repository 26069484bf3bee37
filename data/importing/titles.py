"""Values in the lines above the headings: `Angkatan : BRS-2026-01`, `Bulan : Juli 2026`."""

import re
from collections.abc import Sequence

from data.importing.parsing import MONTHS, cleaned
from data.sheets import normal

_LABELLED = re.compile(r"^([^:]{2,40}?)\s*:\s*(.*)$", re.S)
_WORDS = re.compile(r"^([A-Za-z]+)\.?[ \-]*(\d{4})$")
_NUMBERS = re.compile(r"^(\d{1,2})[/\-.](\d{4})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})(?:-\d{1,2})?$")


def title_values(rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """Label (normalised) -> value, from cells like `Label : value` or `Label :` | `value`.

    The first of two equal labels counts.
    """
    found: dict[str, str] = {}
    for row in rows:
        cells = [cleaned(cell) for cell in row]
        for position, cell in enumerate(cells):
            match = _LABELLED.match(cell)
            if match is None:
                continue
            after = (other for other in cells[position + 1 :] if other)
            value = match[2] or next(after, "")
            if value:
                found.setdefault(normal(match[1]), value.removeprefix(":").strip())
    return found


def parse_month(text: str) -> tuple[int, int] | None:
    """Year and month of `Juli 2026`, `07/2026` or `2026-07`; `None` when it is neither.

    >>> parse_month("Juli 2026")
    (2026, 7)
    """
    if match := _WORDS.match(text):
        month, year = MONTHS.get(match[1].lower(), 0), int(match[2])
    elif match := _NUMBERS.match(text):
        month, year = int(match[1]), int(match[2])
    elif match := _ISO.match(text):
        year, month = int(match[1]), int(match[2])
    else:
        return None
    return (year, month) if 1 <= month <= 12 and 1900 <= year <= 2200 else None
