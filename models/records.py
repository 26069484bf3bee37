"""What was taken in, refused, changed and given out."""

from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import UTCDateTime

from models.base import Row, datetime, rule, unique, utc_now
from models.codes import DisclosureLevel, PurposeKind, RowAction, Verdict
from models.columns import Privacy, closed, internal


class ImportBatch(Row, table=True):
    """One row is one file taken in, with its counts. Account and unit are text: no cycle."""

    __tablename__ = "import_batch"
    called: ClassVar = ("Kiriman", "Batches")
    __table_args__ = (sa.Index("ix_import_batch_sha256", "sha256"),)
    natural_key: ClassVar = ("id",)

    table_name: str = internal("Tabel", "Table", max_length=80)
    file_name: str = internal("Berkas", "File", Privacy.SENSITIVE, max_length=255)
    sha256: str = internal("Sidik berkas", "File hash", max_length=64)
    profile: str | None = internal("Profil", "Profile", default=None, max_length=80)
    profile_text: str | None = internal("Isi profil", "Text of the profile", default=None)
    encoding: str | None = internal("Pengodean", "Encoding", default=None, max_length=20)
    account: str = internal("Petugas", "Account", Privacy.IDENTIFIER, max_length=80)
    unit_code: str | None = internal("Unit", "Unit", default=None, max_length=12)
    month: str | None = internal("Bulan", "Month", default=None, max_length=7)
    sequence: int | None = internal("Urutan", "Sequence", default=None)
    new: int = internal("Baru", "New", default=0)
    changed: int = internal("Berubah", "Changed", default=0)
    unchanged: int = internal("Tetap", "Unchanged", default=0)
    refused: int = internal("Ditolak", "Refused", default=0)
    set_aside: int = internal("Disisihkan", "Set aside", default=0)
    undone_at: datetime | None = internal("Dibatalkan", "Undone", default=None, sa_type=UTCDateTime)


class RejectedRow(Row, table=True):
    """One row is one cell refused (R) or set aside for a decision (Q), with its row as received.

    Refused ones are purged after 30 days, set-aside ones once decided.
    """

    __tablename__ = "rejected_row"
    called: ClassVar = ("Baris ditolak atau disisihkan", "Refused or set-aside rows")
    __table_args__ = (unique("batch_id", "line", "heading", "rule"),)
    natural_key: ClassVar = ("batch_id", "line", "heading", "rule")

    batch_id: int = internal("Kiriman", "Batch", foreign_key="import_batch.id", index=True)
    line: int = internal("Baris", "Line")
    heading: str = internal("Kolom", "Heading", max_length=80)
    rule: str = internal("Aturan", "Rule", max_length=80)
    verdict: Verdict = internal("Putusan", "Verdict", sa_type=closed(Verdict, "verdict"))
    received: dict[str, Any] = internal(
        "Baris asli", "Row as received", Privacy.IDENTIFIER, sa_type=sa.JSON
    )
    decided_at: datetime | None = internal(
        "Diputuskan", "Decided", default=None, sa_type=UTCDateTime
    )


class Change(Row, table=True):
    """One row is one change of one row: by an import (`batch_id`) or on a screen (`account`).

    `before` is the row as it was, including its old batch; null for a row that is new.
    """

    __tablename__ = "change"
    called: ClassVar = ("Riwayat perubahan", "Changes")
    __table_args__ = (
        rule("batch_or_account", "(batch_id IS NULL) <> (account IS NULL)"),
        sa.Index("ix_change_table_name_row_key", "table_name", "row_key"),
    )
    natural_key: ClassVar = ("id",)

    batch_id: int | None = internal(
        "Kiriman", "Batch", default=None, foreign_key="import_batch.id", index=True
    )
    account: str | None = internal(
        "Petugas", "Account", Privacy.IDENTIFIER, default=None, max_length=80
    )
    table_name: str = internal("Tabel", "Table", max_length=80)
    row_key: str = internal("Baris", "Row", max_length=80)
    at: datetime = internal("Saat", "At", default_factory=utc_now, sa_type=UTCDateTime)
    action: RowAction = internal("Tindakan", "Action", sa_type=closed(RowAction, "action"))
    before: dict[str, Any] | None = internal(
        "Sebelumnya", "Before", Privacy.IDENTIFIER, default=None, sa_type=sa.JSON
    )


class ExportRecord(Row, table=True):
    """One row is one file given out; it is written before the file, or the file is not."""

    __tablename__ = "export_record"
    called: ClassVar = ("Berkas yang diberikan", "Files given out")
    natural_key: ClassVar = ("id",)

    account: str = internal("Petugas", "Account", Privacy.IDENTIFIER, max_length=80)
    dataset: str = internal("Dataset", "Dataset", max_length=80)
    filter: dict[str, Any] = internal("Saringan", "Filter", sa_type=sa.JSON)
    columns: list[str] = internal("Kolom", "Columns", sa_type=sa.JSON)
    level: DisclosureLevel = internal("Tingkat", "Level", sa_type=closed(DisclosureLevel, "level"))
    purpose: PurposeKind | None = internal(
        "Tujuan", "Purpose", default=None, sa_type=closed(PurposeKind, "purpose")
    )
    rows: int | None = internal("Jumlah baris", "Rows", default=None)
    sha256: str | None = internal("Sidik berkas", "File hash", default=None, max_length=64)
