"""Files given out: CSV, and CSV for Excel; each is recorded before its first row leaves."""

import csv
import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

import pandas as pd
from sqlmodel import Session

import models
from data.errors import ExitStatus, SinergiError
from data.exporting.flattening import exportable_tables, fields_of, file_query
from data.neutral import neutralised
from models.base import utc_now
from models.codes import DisclosureLevel, PurposeKind
from models.columns import Privacy
from models.door import Viewer

ROWS_AT_ONCE = 5_000


class CsvStyle(StrEnum):
    """How a CSV file is written."""

    PLAIN = "csv"
    EXCEL = "excel"


@dataclass(frozen=True)
class ExportRequest:
    """What somebody asks for. `purpose` is needed where persons can be told apart."""

    table: str
    style: CsvStyle = CsvStyle.PLAIN
    purpose: PurposeKind | None = None
    language: str = "id"


def export_table(session: Session, viewer: Viewer, request: ExportRequest) -> Iterator[bytes]:
    """The file of a table in pieces. Its `ExportRecord` is written first, in this session.

    Raises `SinergiError` for an unknown table, and for one about persons without a purpose.
    """
    if request.table not in exportable_tables():
        names = ", ".join(exportable_tables())
        raise SinergiError(
            "tabel_tidak_dikenal",
            f"Tabel [{request.table}] tidak ada. Pilihan: {names}.",
            f"There is no table [{request.table}]. Choose: {names}.", ExitStatus.USAGE,
        )  # fmt: skip
    if is_personal(request.table) and request.purpose is None:
        allowed = ", ".join(purpose.value for purpose in PurposeKind)
        raise SinergiError(
            "tujuan_wajib",
            f"Data per orang memerlukan --purpose ({allowed}).",
            f"Data about persons need --purpose ({allowed}).", ExitStatus.USAGE,
        )  # fmt: skip
    return _recorded(session, viewer, request)


def is_personal(table_name: str) -> bool:
    """Whether a table's file tells about single persons."""
    return any(
        field.declaration.privacy in (Privacy.IDENTIFIER, Privacy.SENSITIVE)
        and field.declaration.target in (None, "wbp", "enrolment", "assessment")
        and field.column.table.name not in ("partner", "officer", "agreement_party")
        for field in fields_of(table_name)
    )


def _recorded(session: Session, viewer: Viewer, request: ExportRequest) -> Iterator[bytes]:
    fields = fields_of(request.table)
    record = models.ExportRecord(
        account=viewer.account, dataset=request.table, filter={},
        columns=[field.heading.id for field in fields], level=DisclosureLevel.UNIT,
        purpose=request.purpose,
    )  # fmt: skip
    session.add(record)
    session.flush()
    digest, rows = hashlib.sha256(), 0
    headings = [f.heading.en if request.language == "en" else f.heading.id for f in fields]
    result = session.connection().execution_options(yield_per=ROWS_AT_ONCE).execute(
        file_query(request.table)
    )  # fmt: skip
    write = _Writer(request.style)
    head = write.rows([headings], start=True)
    digest.update(head)
    yield head
    for part in result.partitions():
        rows += len(part)
        piece = write.rows(part)
        digest.update(piece)
        yield piece
    record.rows, record.sha256, record.updated_at = rows, digest.hexdigest(), utc_now()
    session.flush()


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
        return _decimal(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def _decimal(value: float) -> str:
    """A decimal that cannot be taken for grouped thousands (1.234 is written 1.2340)."""
    text = repr(round(value, 10))
    whole, _, fraction = text.partition(".")
    if "e" in text:
        return f"{value:.10f}"
    return f"{whole}.{fraction}0" if len(fraction) == 3 else text


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
