"""Rows to files as a unit would send them: semicolons, day first, decimal comma, Ya and Tidak."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date, time
from pathlib import Path

Cell = str | int | float | bool | date | time | None
Line = Mapping[str, Cell]


def write_table(folder: Path, name: str, lines: Iterable[Line]) -> None:
    """Write `<name>.csv`; the headings are those of the first line, and all lines have them.

    Without a line there is no file.
    """
    path, rows = folder / f"{name}.csv", iter(lines)
    first = next(rows, None)
    if first is None:
        path.unlink(missing_ok=True)
        return
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
        writer.writerow(first)
        writer.writerow([text(cell) for cell in first.values()])
        for row in rows:
            writer.writerow([text(row[heading]) for heading in first])


def text(cell: Cell) -> str:
    """The cell as it stands in a file; what is not known is empty."""
    if isinstance(cell, str):
        return str(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "Ya" if cell else "Tidak"
    if isinstance(cell, float):
        return f"{cell:.1f}".replace(".", ",")
    if isinstance(cell, date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year}"
    if isinstance(cell, time):
        return f"{cell.hour:02}.{cell.minute:02}"
    return str(cell)
