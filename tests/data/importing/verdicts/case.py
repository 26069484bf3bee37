"""One kind of bad input: the bytes, made here, and the verdict that they get."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

Rows = Sequence[Sequence[Any]]
Edit = Callable[[Any], None]


@dataclass(frozen=True)
class Case:
    """`number` is the row of the table of verdicts; `rule` and place are those of the issue.

    `stored`: table, column, and all its values for the rows that went in.
    """

    number: int
    name: str
    verdict: str
    rule: str | None
    rows: Rows = ()
    body: bytes | None = None
    line: int | None = None
    heading: str | None = None
    new: int = 0
    stored: tuple[str, str, list[Any]] | None = None
    file_name: str = "berkas.csv"
    kinds: tuple[str, ...] = ("csv", "xlsx")
    value: str | None = None
    real: bool = False
    table: str | None = None

    def write(self, folder: Path, kind: str) -> Path:
        """The file, as text or as a workbook."""
        path = folder / Path(self.file_name).with_suffix(f".{kind}").name
        path.write_bytes(self.made(kind))
        return path

    def made(self, kind: str) -> bytes:
        """The bytes."""
        if self.body is not None:
            return self.body
        return as_xlsx(self.rows) if kind == "xlsx" else as_csv(self.rows)


def as_csv(rows: Rows, separator: str = ";", end: str = "\r\n", encoding: str = "utf-8") -> bytes:
    """Rows as an office's CSV: quotes only where they are needed."""
    lines = [separator.join(_quoted(str(cell), separator) for cell in row) for row in rows]
    return end.join((*lines, "")).encode(encoding)


def _quoted(cell: str, separator: str) -> str:
    needs = any(sign in cell for sign in (separator, "\n", '"'))
    return '"' + cell.replace('"', '""') + '"' if needs else cell


def as_xlsx(rows: Rows, edit: Edit | None = None) -> bytes:
    """Rows as a workbook of text cells; `edit` does to it what an officer did."""
    book = openpyxl.Workbook()
    page: Any = book.active
    for number, row in enumerate(rows, start=1):
        for position, value in enumerate(row, start=1):
            cell = page.cell(number, position, value if value != "" else None)
            if isinstance(value, str) and value:
                cell.data_type = "s"
    if edit is not None:
        edit(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
