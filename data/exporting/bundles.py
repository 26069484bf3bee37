"""A bundle: all that a unit sends for a month in one `.zip`, with its dictionary and its number."""

import json
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import ExitStatus, SinergiError
from data.exporting.dictionary import Codes, data_package, open_codes, resource
from data.exporting.files import Progress, raw_rows
from data.exporting.flattening import Field, fields_of, file_query
from data.exporting.locking import Lock
from data.exporting.requests import ExportRequest, Format
from data.exporting.shapes import Dataset, Rows
from data.exporting.writing import Sheet, writer
from data.manifest import DESCRIPTOR, KEY, TABLE, Manifest
from data.queries.belonging import goes_along
from data.sheets import sheet_of, sheets
from models.base import NIP, NOMOR_INDUK, NOMOR_REGISTER, utc_now
from models.codes import PurposeKind
from models.columns import Given, declared_columns
from models.door import Door, Viewer

DATASET = "kiriman"
_PERSONAL = ("wbp", "enrolment", "assessment")


@dataclass(frozen=True)
class Bundled:
    """A bundle given out: where it lies, what it says about itself, its record and its rows."""

    path: Path
    manifest: Manifest
    record: int
    rows: int


def write_bundle(
    door: Door, viewer: Viewer, unit: str, folder: Path, *, month: str | None = None,
    snapshot: bool = False, lock: Lock | None = None, progress: Progress | None = None,
) -> Bundled:  # fmt: skip
    """Write the next bundle of `unit` for `month` (None: the whole time) into `folder`.

    Its `ExportRecord` is committed first. A locked bundle is a ZIP within the lock's file, which
    the receiver opens before importing. Raises `SinergiError` for an unknown unit or month.
    """
    with door.writing(viewer) as session:
        record, manifest = _recorded(session, viewer, Manifest(unit, 1, month, snapshot))
    name = f"{DATASET}-{unit}-{month or 'semua'}-{manifest.sequence:03}"
    path = folder / (f"{name}.zip" if lock is None else f"{name}-terkunci{lock.suffix}")
    partial = path.with_name(f"{path.name}.sebagian")
    try:
        with tempfile.TemporaryDirectory(prefix="sinergi-kiriman-") as inside:
            with door.reading(viewer) as session:
                files = _Files(session, manifest, Path(inside), progress)
                package = files.write(record)
            if lock is None:
                _zip(partial, Path(inside), package)
            else:
                _zip(Path(inside) / f"{name}.zip", Path(inside), package)
                lock.seal([Path(inside) / f"{name}.zip"], partial)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    with door.writing(viewer) as session:
        kept = session.get_one(models.ExportRecord, record)
        kept.rows, kept.sha256, kept.updated_at = files.rows, _hash(path), utc_now()
    return Bundled(path, manifest, record, files.rows)


def _recorded(session: Session, viewer: Viewer, asked: Manifest) -> tuple[int, Manifest]:
    """The record, and the manifest with the next number for this unit and month."""
    unit, records = models.metadata.tables["unit"], models.metadata.tables["export_record"]
    if session.scalar(sa.select(unit.c.id).where(unit.c.code == asked.unit)) is None:
        raise SinergiError(
            "unit_tidak_ada", f"Unit [{asked.unit}] tidak ada dalam basis data ini.",
            f"There is no unit [{asked.unit}] in this database.", ExitStatus.USAGE,
        )  # fmt: skip
    _ = asked.filter
    query = sa.select(records.c.filter).where(records.c.dataset == DATASET)
    before = [
        said["sequence"] for said in session.scalars(query)
        if (said["unit"], said["month"]) == (asked.unit, asked.month)
    ]  # fmt: skip
    made = Manifest(asked.unit, max(before, default=0) + 1, asked.month, asked.snapshot)
    record = models.ExportRecord(
        account=viewer.account, dataset=DATASET, filter=made.described(), columns=[],
        purpose=PurposeKind.LAPORAN, level=ExportRequest(DATASET).level,
    )  # fmt: skip
    session.add(record)
    session.flush()
    assert record.id is not None  # noqa: S101  it was flushed
    return record.id, made


class _Files:
    """The tables of one bundle as CSV files in a folder, parents first."""

    def __init__(
        self, session: Session, manifest: Manifest, folder: Path, progress: Progress | None
    ) -> None:
        self.session, self.manifest, self.folder = session, manifest, folder
        self.progress = progress
        self.rows = 0
        self.codes: Codes = open_codes(session)

    def write(self, record: int) -> dict[str, Any]:
        """Write them; the descriptor of what was written."""
        resources = [self._table(sheet.name) for sheet in sheets()]
        unit, month = self.manifest.unit, self.manifest.month or "semua"
        package = data_package(
            [one for one in resources if one is not None],
            name=f"sinergi-kiriman-{record}", title=f"Kiriman {unit} {month}", created=utc_now(),
            identifier=f"sinergi-export-{record}", level=str(ExportRequest(DATASET).level),
            purpose=PurposeKind.LAPORAN.value,
        )  # fmt: skip
        return {**package, KEY: self.manifest.described()}

    def _table(self, name: str) -> dict[str, Any] | None:
        """The resource of one table; none for an empty one, unless its emptiness says something."""
        fields = importable_fields(name)
        dataset = Dataset(name, models.classes[name].called, fields, lambda _: self._query(name))
        path = self.folder / f"{name}.csv"
        rows = self._rows(dataset, fields, path)
        if rows == 0 and not self.manifest.snapshot:
            path.unlink()
            return None
        self.rows += rows
        file = {"path": path.name, "hash": f"sha256:{_hash(path)}", "bytes": path.stat().st_size}
        described = resource(dataset, fields, self.codes, language="id", kind=Format.CSV, file=file)
        return {**described, TABLE: name}

    def _query(self, name: str) -> "sa.Select[Any]":
        return file_query(name, only=lambda base: goes_along(base, self.manifest.filter))

    def _rows(self, dataset: Dataset, fields: tuple[Field, ...], path: Path) -> int:
        headings = [field.heading.id for field in fields]
        naming = [headings.index(one) for one in _naming(dataset.name) if one in headings]
        target, rows = writer(Format.CSV, path, Sheet(fields, headings, (), ())), 0
        try:
            for part in raw_rows(self.session, dataset, ExportRequest(dataset.name), fields):
                _check_named(dataset.name, part, naming)
                target.write(part)
                rows += len(part)
                if self.progress is not None:
                    self.progress(self.rows + rows)
        finally:
            target.close()
        return rows


def _naming(table: str) -> tuple[str, ...]:
    """The headings of which one at least must name whom a row is about; none for most tables."""
    columns = declared_columns(models.metadata.tables[table])
    keys = [one for _, one in columns if one.given is Given.KEY and one.target in _PERSONAL]
    if not keys or table == "wbp":
        return ()
    enrolled = table == "enrolment" or any(one.target == "enrolment" for one in keys)
    numbers = (NOMOR_INDUK.id, NOMOR_REGISTER.id)
    return (*numbers, NIP.id) if enrolled else numbers


def _check_named(table: str, rows: Rows, naming: Sequence[int]) -> None:
    """Raises `SinergiError` for a person without a number at the unit of a row.

    A number that only another unit gave does not name anybody there.
    """
    if naming and not all(any(row[place] for place in naming) for row in rows):
        raise SinergiError(
            "orang_tanpa_nomor",
            f"Tabel [{table}] memuat orang tanpa nomor induk dan tanpa nomor register dari unit "
            "barisnya. Catat nomornya (impor person_identifier), lalu buat kirimannya lagi.",
            f"Table [{table}] holds persons without a nomor induk and without a register number of "
            "the row's unit. Record the number (import person_identifier), then make it again.",
        )


def importable_fields(name: str) -> tuple[Field, ...]:
    """The headings of a table's file that the import takes."""
    known = set(sheet_of(name).headings)
    return tuple(
        field for field in fields_of(name)
        if field.heading in known and field.declaration.given in (Given.VALUE, Given.KEY)
    )  # fmt: skip


def _zip(path: Path, folder: Path, package: dict[str, Any]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DESCRIPTOR, json.dumps(package, ensure_ascii=False, indent=1))
        for one in package["resources"]:
            archive.write(folder / one["path"], one["path"])


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
