"""A small frame, such as the table of a chart, as CSV."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

import pandas as pd

from data.exporting.writing import decimal
from data.neutral import neutralised


class CsvStyle(StrEnum):
    """How the CSV of a small frame is written."""

    PLAIN = "csv"
    EXCEL = "excel"


class _Writer:
    """Turns rows into the bytes of one style of CSV."""

    def __init__(self, style: CsvStyle) -> None:
        self._excel = style is CsvStyle.EXCEL
        self._text: Callable[[Any], str] = excel_text if self._excel else plain_text

    def rows(self, rows: Sequence[Sequence[Any]], *, start: bool = False) -> bytes:
        """The bytes of some rows; the first piece of an Excel file begins with a BOM."""
        buffer = io.StringIO()
        writer = csv.writer(buffer, delimiter=";" if self._excel else ",", lineterminator="\r\n")
        writer.writerows([self._text(value) for value in row] for row in rows)
        return buffer.getvalue().encode("utf-8-sig" if start and self._excel else "utf-8")


def plain_text(value: Any) -> str:
    """A value as this program's own CSV has it: ISO days, Ya/Tidak, a decimal point."""
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, str):
        return neutralised(str(getattr(value, "value", value)))
    if isinstance(value, float):
        return decimal(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def excel_text(value: Any) -> str:
    """A value as an Indonesian Excel reads it: dd/mm/yyyy and a decimal comma."""
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float):
        return plain_text(value).replace(".", ",")
    return plain_text(value)


def frame_csv(frame: pd.DataFrame, style: CsvStyle = CsvStyle.PLAIN) -> bytes:
    """A small frame (the table of a chart) as the bytes of a CSV file."""
    write = _Writer(style)
    rows = frame.astype(object).where(frame.notna(), None).to_numpy().tolist()
    return write.rows([list(frame.columns)], start=True) + write.rows(rows)
