"""Files given out: each is recorded before its first row leaves, and carries its dictionary."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import ExitStatus, SinergiError
from data.exporting.datasets import Dataset
from data.exporting.dictionary import Codes, data_package, open_codes, resource
from data.exporting.flattening import Field
from data.exporting.requests import ExportRequest, Format, checked
from data.exporting.writing import XLSX_ROWS, Sheet, Writer, writer
from data.queries.filter import Filter
from models.base import utc_now
from models.door import Door, Viewer

ROWS_AT_ONCE = 10_000
ADVISED_ROWS = 100_000  # above it a workbook is slow to open: CSV or Parquet is advised
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Exported:
    """A file given out: where it lies, its dictionary beside it, and its record."""

    data: Path
    dictionary: Path
    record: int
    rows: int
    sha256: str


def export(
    door: Door, viewer: Viewer, request: ExportRequest, folder: Path, *,
    name: str | None = None, progress: Progress | None = None,
) -> Exported:  # fmt: skip
    """Write the file and `<its name>.datapackage.json` into `folder`.

    `name` is the file's name; without it the dataset and the record's number make one. Its
    `ExportRecord` is committed first; one without a hash never became a file. Raises
    `SinergiError` for an unknown dataset or column, for rows about persons without a purpose,
    and for a workbook of more rows than a sheet holds; then no file stays.
    """
    dataset, fields = checked(request)
    with door.writing(viewer) as session:
        record = _recorded(session, viewer, request, fields)
    path = folder / (name or f"{dataset.name}-{record}{request.format.suffix}")
    partial = path.with_name(f"{path.name}.sebagian")
    try:
        with door.reading(viewer) as session:
            codes = open_codes(session)
            sheet = _sheet(request, fields, codes, record)
            rows = _write(session, dataset, request, fields, writer(request.format, partial, sheet),
                          progress)  # fmt: skip
        sha256 = _hash(partial)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    with door.writing(viewer) as session:
        _finish(session, record, rows, sha256)
    dictionary = _dictionary(path, request, dataset, fields, codes, record, sha256)
    return Exported(path, dictionary, record, rows, sha256)


def _recorded(
    session: Session, viewer: Viewer, request: ExportRequest, fields: Sequence[Field]
) -> int:
    record = models.ExportRecord(
        account=viewer.account, dataset=request.dataset, filter=_plain(request.filter),
        columns=[field.heading.id for field in fields], level=request.level,
        purpose=request.purpose,
    )  # fmt: skip
    session.add(record)
    session.flush()
    assert record.id is not None  # noqa: S101  it was flushed
    return record.id


def _plain(filter: Filter | None) -> dict[str, Any]:
    if filter is None:
        return {}
    return {
        "start": filter.start.isoformat(), "end": filter.end.isoformat(), "unit": filter.unit,
        "field": filter.field,
    }  # fmt: skip


def _write(
    session: Session, dataset: Dataset, request: ExportRequest, fields: Sequence[Field],
    target: Writer, progress: Progress | None,
) -> int:  # fmt: skip
    """Stream the rows into `target`; the count of them."""
    try:
        rows = 0
        for part in raw_rows(session, dataset, request, fields):
            rows += len(part)
            if request.format is Format.XLSX and rows > XLSX_ROWS:
                raise SinergiError(
                    "terlalu_banyak_untuk_xlsx",
                    f"Lebih dari {XLSX_ROWS} baris tidak muat di satu lembar. Pilih CSV/Parquet.",
                    f"More than {XLSX_ROWS} rows do not fit on a sheet. Choose CSV or Parquet.",
                    ExitStatus.USAGE,
                )
            target.write(part)
            if progress is not None:
                progress(rows)
        return rows
    finally:
        target.close()


def raw_rows(
    session: Session, dataset: Dataset, request: ExportRequest, fields: Sequence[Field]
) -> Iterator[Sequence[Any]]:
    """Chunks of rows as the driver gives them, in the order of `fields`.

    No value is converted by the way: the writers know each column's kind.
    """
    query = dataset.query(request.filter)
    places = {column.name: column for column in query.selected_columns}
    chosen = [_raw(places[field.heading.id], field).label(field.heading.id) for field in fields]
    streamed = session.connection().execution_options(yield_per=ROWS_AT_ONCE)
    with streamed.execute(query.with_only_columns(*chosen)) as result:
        yield from result.partitions()


def _raw(expression: "sa.ColumnElement[Any]", field: Field) -> "sa.ColumnElement[Any]":
    """The expression without conversions; JSON as its text on both databases."""
    if isinstance(field.column.type, sa.JSON):
        return sa.cast(sa.type_coerce(expression, sa.JSON()), sa.Text())
    return sa.type_coerce(expression, sa.types.NullType())


def _sheet(request: ExportRequest, fields: Sequence[Field], codes: Codes, record: int) -> Sheet:
    english = request.language == "en"
    about = (
        ("Sinergi", request.dataset), ("Ekspor no.", str(record)),
        ("Tingkat / level", str(request.level)), ("Tujuan / purpose", str(request.purpose or "-")),
        ("Saringan / filter", json.dumps(_plain(request.filter))),
    )  # fmt: skip
    headings = [field.heading.en if english else field.heading.id for field in fields]
    return Sheet(fields, headings, about, dictionary_rows(fields, codes))


def dictionary_rows(fields: Sequence[Field], codes: Codes) -> list[tuple[str, ...]]:
    """The dictionary as a table: one line a heading, a header first."""
    lines: list[tuple[str, ...]] = [
        ("Judul kolom", "English", "Arti", "Meaning", "Satuan", "Kelas privasi", "Nilai")
    ]
    for one in fields:
        declaration = one.declaration
        kind = one.column.type
        values = (
            list(kind.enums) if isinstance(kind, sa.Enum)
            else [entry[0] for entry in codes.get(declaration.codes or "", ())]
        )  # fmt: skip
        lines.append(
            (one.heading.id, one.heading.en, declaration.label_id, declaration.label_en,
             declaration.unit or "", str(declaration.privacy), ", ".join(values))
        )  # fmt: skip
    return lines


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _finish(session: Session, record: int, rows: int, sha256: str) -> None:
    kept = session.get_one(models.ExportRecord, record)
    kept.rows, kept.sha256, kept.updated_at = rows, sha256, utc_now()


def _dictionary(
    path: Path, request: ExportRequest, dataset: Dataset, fields: Sequence[Field], codes: Codes,
    record: int, sha256: str,
) -> Path:  # fmt: skip
    file = {"path": path.name, "hash": f"sha256:{sha256}", "bytes": path.stat().st_size}
    one = resource(
        dataset, fields, codes, language=request.language, kind=request.format, file=file
    )
    package = data_package(
        [one], name=f"sinergi-{one['name']}-{record}", title=dataset.label(request.language),
        created=utc_now(), identifier=f"sinergi-export-{record}", level=str(request.level),
        purpose=str(request.purpose) if request.purpose else None,
    )  # fmt: skip
    target = path.with_name(f"{path.name}.datapackage.json")
    target.write_text(json.dumps(package, ensure_ascii=False, indent=1), encoding="utf-8")
    return target
