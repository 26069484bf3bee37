"""Files given out: each is recorded before its first row leaves, and carries its dictionary."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import ExitStatus, SinergiError
from data.exporting.allowing import checked
from data.exporting.dictionary import Codes, data_package, open_codes, resource
from data.exporting.flattening import Field
from data.exporting.locking import Lock
from data.exporting.partner import check_terms
from data.exporting.requests import ExportRequest, Format
from data.exporting.research import keep_key
from data.exporting.shapes import Dataset, Rows
from data.exporting.writing import XLSX_ROWS, Sheet, Writer, writer
from models.base import utc_now
from models.codes import DisclosureLevel
from models.door import Door, Viewer

ROWS_AT_ONCE = 10_000
ADVISED_ROWS = 100_000  # above it a workbook is slow to open: CSV or Parquet is advised
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Exported:
    """A file given out: where it lies, its dictionary, its record, and how its rows were made.

    The dictionary lies beside it, or inside where the file is locked.
    """

    data: Path
    dictionary: Path | None
    record: int
    rows: int
    sha256: str
    told: Mapping[str, Any]


def export(
    door: Door, viewer: Viewer, request: ExportRequest, folder: Path, *,
    name: str | None = None, lock: Lock | None = None, progress: Progress | None = None,
) -> Exported:  # fmt: skip
    """Write the file and `<its name>.datapackage.json` into `folder`, or both locked in one.

    `name` is the file's name; without it the dataset and the record's number make one. Its
    `ExportRecord` is committed first; one without a hash never became a file. Raises
    `SinergiError` for what may not be given out, and for a workbook of more rows than a sheet
    holds; then no file stays.
    """
    dataset, fields = checked(request)
    with door.writing(viewer) as session:
        _prepare(session, request, dataset)
        record = _recorded(session, viewer, request, fields)
    job = _Job(request, dataset, fields, record)
    if lock is None:
        made = job.write(door, viewer, folder, name=name, progress=progress)
    else:
        with TemporaryDirectory(prefix="sinergi-ekspor-") as inside:
            plain = job.write(door, viewer, Path(inside), name=name, progress=progress)
            made = _locked(plain, lock, folder)
    with door.writing(viewer) as session:
        _finish(session, record, made.rows, made.sha256)
    return made


def _locked(plain: Exported, lock: Lock, folder: Path) -> Exported:
    """The file and its dictionary sealed together in `folder`."""
    path = folder / f"{plain.data.name}{lock.suffix}"
    partial = path.with_name(f"{path.name}.sebagian")
    files = [plain.data] if plain.dictionary is None else [plain.data, plain.dictionary]
    try:
        lock.seal(files, partial)
        sha256 = _hash(partial)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return replace(plain, data=path, dictionary=None, sha256=sha256)


@dataclass(frozen=True)
class _Job:
    """One recorded request on its way to its file."""

    request: ExportRequest
    dataset: Dataset
    fields: Sequence[Field]
    record: int

    def write(
        self, door: Door, viewer: Viewer, folder: Path, *, name: str | None,
        progress: Progress | None,
    ) -> Exported:  # fmt: skip
        """Write the file, whole or not at all, and its dictionary beside it."""
        request, fields, record = self.request, self.fields, self.record
        path = folder / (name or f"{self.dataset.name}-{record}{request.format.suffix}")
        partial = path.with_name(f"{path.name}.sebagian")
        try:
            with door.reading(viewer) as session:
                codes = open_codes(session)
                sheet = _sheet(request, fields, codes, record)
                parts, told = rows_of(session, self.dataset, request, fields)
                rows = _write(parts, request, writer(request.format, partial, sheet), progress)
            sha256 = _hash(partial)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
        made = Exported(path, None, record, rows, sha256, told)
        return replace(made, dictionary=self._dictionary(made, codes))

    def _dictionary(self, made: Exported, codes: Codes) -> Path:
        request, path = self.request, made.data
        file = {"path": path.name, "hash": f"sha256:{made.sha256}", "bytes": path.stat().st_size}
        one = resource(
            self.dataset, self.fields, codes, language=request.language, kind=request.format,
            file=file,
        )  # fmt: skip
        package = data_package(
            [one], name=f"sinergi-{one['name']}-{self.record}",
            title=self.dataset.label(request.language), created=utc_now(),
            identifier=f"sinergi-export-{self.record}", level=str(request.level),
            purpose=str(request.purpose) if request.purpose else None,
        )  # fmt: skip
        said = json.dumps(
            {**package, **_for_whom(request), **made.told}, ensure_ascii=False, indent=1
        )
        target = path.with_name(f"{path.name}.datapackage.json")
        target.write_text(said, encoding="utf-8")
        return target


def _for_whom(request: ExportRequest) -> dict[str, Any]:
    """Whom the descriptor names; nothing for the own unit and the public."""
    named = {"partner": request.partner and "/".join(request.partner),
             "recipient": request.recipient, "epoch": request.epoch}  # fmt: skip
    return {f"sinergi:{name}": value for name, value in named.items() if value}


def _prepare(session: Session, request: ExportRequest, dataset: Dataset) -> None:
    """What a level needs in the database. Raises `SinergiError` where a partner may not have it."""
    if request.level == DisclosureLevel.MITRA:
        check_terms(session, request, dataset)
    elif request.level == DisclosureLevel.PSEUDONIM:
        keep_key(session)


def _recorded(
    session: Session, viewer: Viewer, request: ExportRequest, fields: Sequence[Field]
) -> int:
    record = models.ExportRecord(
        account=viewer.account, dataset=request.dataset, filter=request.described(),
        columns=[field.heading.id for field in fields], level=request.level,
        purpose=request.purpose,
    )  # fmt: skip
    session.add(record)
    session.flush()
    assert record.id is not None  # noqa: S101  it was flushed
    return record.id


def _write(
    parts: Iterable[Rows], request: ExportRequest, target: Writer, progress: Progress | None
) -> int:
    """Stream the rows into `target`; the count of them."""
    try:
        rows = 0
        for part in parts:
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


def rows_of(
    session: Session, dataset: Dataset, request: ExportRequest, fields: Sequence[Field]
) -> tuple[Iterable[Rows], Mapping[str, Any]]:
    """Chunks of rows in the order of `fields`, and what the file says about how they were made."""
    if dataset.shape is None:
        return raw_rows(session, dataset, request, fields), {}
    raw = session.execute(dataset.query(request.filter)).all()
    shaped = dataset.shape(session, request, raw)
    places = [dataset.fields.index(field) for field in fields]
    rows = [tuple(row[place] for place in places) for row in shaped.rows]
    chunks = (rows[at : at + ROWS_AT_ONCE] for at in range(0, len(rows), ROWS_AT_ONCE))
    return chunks, shaped.told


def raw_rows(
    session: Session, dataset: Dataset, request: ExportRequest, fields: Sequence[Field]
) -> Iterator[Sequence[Any]]:
    """Chunks of rows as the driver gives them, in the order of `fields`.

    No value is converted by the way: the writers know each column's kind.
    """
    query = dataset.query(request.filter)
    places = {column.name: column for column in query.selected_columns}
    chosen = [_raw(places[field.heading.id], field).label(field.heading.id) for field in fields]
    yield from _as_the_driver_gives(session.connection(), query.with_only_columns(*chosen))


def _as_the_driver_gives(connection: sa.Connection, query: Any) -> Iterator[Rows]:
    """Rows in chunks. SQLite's own cursor steps through them; PostgreSQL needs one that streams."""
    if connection.dialect.name == "sqlite":
        cursor: Any = connection.execute(query).cursor
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            yield rows
        return
    with connection.execution_options(yield_per=ROWS_AT_ONCE).execute(query) as result:
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
        ("Saringan / filter", json.dumps(request.described())),
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
