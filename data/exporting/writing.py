"""The formats of a file: CSV, CSV for Excel, Parquet and XLSX, each written chunk by chunk.

Rows come as the database's driver gives them (SQLite keeps days as text), column by column;
memory is bounded by a chunk.
"""

import csv
import io
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet
import xlsxwriter

from data.arrays import number_array, text_array
from data.exporting.flattening import Field
from data.exporting.requests import Format
from data.neutral import in_workbook, neutralised

MOST_KEPT = 1 << 16
XLSX_ROWS = 1_048_575  # of a sheet, without its header
Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Sheet:
    """What a file says beside its rows: headings, and pairs for its dictionary."""

    fields: Sequence[Field]
    headings: Sequence[str]
    about: Sequence[tuple[str, str]]
    dictionary: Sequence[Sequence[str]]


class Writer(ABC):
    """Writes the rows of one file; `close` finishes it."""

    @abstractmethod
    def write(self, rows: Rows) -> None:
        """Write some rows."""

    @abstractmethod
    def close(self) -> None:
        """Finish the file."""


def writer(kind: Format, path: Path, sheet: Sheet) -> Writer:
    """The writer of a format to `path`."""
    if kind is Format.PARQUET:
        return _Parquet(path, sheet)
    return _Xlsx(path, sheet) if kind is Format.XLSX else _Csv(path, sheet, kind)


class _Kept(dict[Any, str]):
    """A conversion that remembers: columns of a file repeat their values."""

    def __init__(self, convert: Callable[[Any], str]) -> None:
        super().__init__()
        self._convert = convert

    def __missing__(self, value: Any) -> str:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[value] = text = self._convert(value)
        return text


class _Csv(Writer):
    def __init__(self, path: Path, sheet: Sheet, kind: Format) -> None:
        excel = kind is Format.EXCEL
        self._stream = path.open("w", encoding="utf-8-sig" if excel else "utf-8", newline="")
        self._between = ";" if excel else ","
        quoted = _quoting(self._between)
        self._write_line(map(quoted, sheet.headings))
        self._texts = [_text_of(field.kind, quoted, excel=excel) for field in sheet.fields]

    def _write_line(self, cells: Iterable[str]) -> None:
        self._stream.write(self._between.join(cells) + "\r\n")

    def write(self, rows: Rows) -> None:
        columns = zip(zip(*rows, strict=True), self._texts, strict=True)
        texts = [map(text.__getitem__, column) for column, text in columns]
        lines = map(self._between.join, zip(*texts, strict=True))
        self._stream.write("\r\n".join(lines) + "\r\n")

    def close(self) -> None:
        self._stream.close()


def _quoting(delimiter: str) -> Callable[[str], str]:
    """Cells quoted as the csv module does it, but one by one, so that repeated ones are kept."""
    stream = io.StringIO()
    written = csv.writer(stream, delimiter=delimiter, lineterminator="")

    def quoted(cell: str) -> str:
        stream.seek(0)
        stream.truncate()
        written.writerow(("", cell))
        return stream.getvalue()[1:]

    return quoted


def _text_of(kind: str, quoted: Callable[[str], str], *, excel: bool) -> _Kept:
    """How a cell of this kind is written, quotation marks included."""
    made: dict[str, Callable[[Any], str]] = {
        "string": lambda value: neutralised(str(value)), "integer": str,
        "number": (lambda value: decimal(value).replace(".", ",")) if excel else decimal,
        "boolean": lambda value: "Ya" if value else "Tidak",
        "date": (lambda value: day(value).strftime("%d/%m/%Y")) if excel
        else (lambda value: day(value).isoformat()),
        "time": lambda value: clock(value).strftime("%H:%M"),
        "datetime": (lambda value: moment(value).strftime("%d/%m/%Y %H:%M")) if excel
        else (lambda value: moment(value).strftime("%Y-%m-%dT%H:%M:%SZ")),
    }  # fmt: skip
    convert = made[kind]
    return _Kept(lambda value: "" if value is None else quoted(convert(value)))


def decimal(value: float) -> str:
    """A decimal that cannot be taken for grouped thousands (1.234 is written 1.2340)."""
    text = repr(round(float(value), 10))
    whole, _, fraction = text.partition(".")
    if "e" in text:
        return f"{value:.10f}"
    return f"{whole}.{fraction}0" if len(fraction) == 3 else text


def day(value: Any) -> date:
    """The day that a driver gave."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def clock(value: Any) -> time:
    """The time of day that a driver gave."""
    return time.fromisoformat(value) if isinstance(value, str) else value


def moment(value: Any) -> datetime:
    """The moment that a driver gave, in UTC."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


_ARROW: dict[str, Any] = {
    "string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
    "date": pa.date32(), "time": pa.time32("ms"), "datetime": pa.timestamp("us", "UTC"),
}  # fmt: skip

_STORED: dict[str, Any] = {
    "integer": np.int64, "number": np.float64, "boolean": np.int8, "time": np.int32,
    "datetime": np.int64,
}  # fmt: skip
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class _Parquet(Writer):
    def __init__(self, path: Path, sheet: Sheet) -> None:
        self._kinds = [field.kind for field in sheet.fields]
        columns = zip(sheet.headings, self._kinds, strict=True)
        self._schema = pa.schema(
            [pa.field(name, _ARROW[kind]) for name, kind in columns], metadata=dict(sheet.about)
        )
        self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd")

    def write(self, rows: Rows) -> None:
        columns = zip(zip(*rows, strict=True), self._kinds, strict=True)
        arrays = [parquet_column(column, kind) for column, kind in columns]
        self._writer.write_batch(pa.record_batch(arrays, schema=self._schema))

    def close(self) -> None:
        self._writer.close()


def parquet_column(column: Sequence[Any], kind: str) -> Any:
    """Values as either driver gives them (SQLite: days and times as text, 0 and 1) for Parquet."""
    if kind in ("string", "date"):
        return text_array([None if v is None else str(v) for v in column]).cast(_ARROW[kind])
    if kind == "time":
        column = [None if value is None else _milliseconds(clock(value)) for value in column]
    if kind == "datetime":
        column = [None if value is None else _microseconds(moment(value)) for value in column]
    stored = number_array(column, _STORED[kind])
    return stored.cast(pa.bool_()) if kind == "boolean" else stored.view(_ARROW[kind])


def _milliseconds(value: time) -> int:
    return ((value.hour * 60 + value.minute) * 60 + value.second) * 1000 + value.microsecond // 1000


def _microseconds(value: datetime) -> int:
    return (value - _EPOCH) // timedelta(microseconds=1)


class _Xlsx(Writer):
    """A workbook: text stays text, days are days, the header is frozen, the dictionary beside."""

    def __init__(self, path: Path, sheet: Sheet) -> None:
        settings = {"constant_memory": True, "strings_to_formulas": False,
                    "strings_to_urls": False, "strings_to_numbers": False}  # fmt: skip
        self._book = xlsxwriter.Workbook(str(path), settings)
        self._book.set_properties({"comments": "; ".join(f"{k}: {v}" for k, v in sheet.about)})
        self._head = self._book.add_format(
            {"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF"}
        )
        self._page = self._book.add_worksheet("Data")
        self._dictionary(sheet)
        self._page.freeze_panes(1, 0)
        self._page.write_row(0, 0, sheet.headings, self._head)
        self._page.autofilter(0, 0, 0, len(sheet.headings) - 1)
        for place, field in enumerate(sheet.fields):
            width = max(12, len(sheet.headings[place]) + 4)
            self._page.set_column(place, place, width, self._book.add_format(_shape(field)))
        self._cells = [_cell(field.kind) for field in sheet.fields]
        self._row = 1

    def _dictionary(self, sheet: Sheet) -> None:
        page = self._book.add_worksheet("Kamus")
        for place, pair in enumerate(sheet.about):
            page.write_row(place, 0, pair)
        top = len(sheet.about) + 1
        for place, line in enumerate(sheet.dictionary):
            page.write_row(top + place, 0, line, self._head if place == 0 else None)
        page.set_column(0, 8, 24)

    def write(self, rows: Rows) -> None:
        page, cells = self._page, self._cells
        for row in rows:
            for place, value in enumerate(row):
                if value is not None:
                    cells[place](page, self._row, place, value)
            self._row += 1

    def close(self) -> None:
        self._book.close()


def _shape(field: Field) -> dict[str, str]:
    shapes = {"date": "dd/mm/yyyy", "string": "@", "time": "hh:mm", "datetime": "dd/mm/yyyy hh:mm"}
    known = shapes.get(field.kind)
    return {"num_format": known} if known else {}


def _cell(kind: str) -> Callable[[Any, int, int, Any], Any]:
    if kind in ("integer", "number"):
        return lambda page, row, place, value: page.write_number(row, place, value)
    if kind == "boolean":
        return lambda page, row, place, value: page.write_string(
            row, place, "Ya" if value else "Tidak"
        )
    if kind in ("date", "time", "datetime"):
        known: Callable[[Any], Any] = {"date": day, "time": clock, "datetime": _local}[kind]
        return lambda page, row, place, value: page.write_datetime(row, place, known(value))
    return lambda page, row, place, value: page.write_string(row, place, in_workbook(str(value)))


def _local(value: Any) -> datetime:
    return moment(value).replace(tzinfo=None)
