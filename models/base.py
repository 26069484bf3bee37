"""What every table shares: the metadata, the naming of constraints, the common columns."""

from datetime import UTC, date, datetime, time
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel, UTCDateTime

from models.columns import Heading, internal

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata: sa.MetaData = SQLModel.metadata

UNIT = Heading("kode_unit", "unit_code")
NOMOR_INDUK = Heading("nomor_induk", "person_number")
NOMOR_REGISTER = Heading("nomor_register", "register_number")
PERSON = (UNIT, NOMOR_INDUK, NOMOR_REGISTER)
NIP = Heading("nip", "nip")


def utc_now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


class Row(SQLModel):
    """Columns of every table that a person can look at."""

    model_config = {"validate_assignment": True}

    id: int | None = internal("Id", "Id", default=None, primary_key=True)
    created_at: datetime = internal(
        "Dibuat", "Created", default_factory=utc_now, sa_type=UTCDateTime
    )
    updated_at: datetime = internal(
        "Diubah", "Updated", default_factory=utc_now, sa_type=UTCDateTime
    )
    row_version: int = internal("Versi baris", "Row version", default=1)


class Sourced(Row):
    """A row that an import may write: `batch_id` names it; null = entered on a screen."""

    batch_id: int | None = internal(
        "Kiriman", "Batch", default=None, foreign_key="import_batch.id", index=True
    )


def rule(name: str, condition: str) -> sa.CheckConstraint:
    """A CHECK called `name` (prefixed with the table's name by the convention)."""
    return sa.CheckConstraint(condition, name=name)


def in_order(first: str, last: str) -> sa.CheckConstraint:
    """A CHECK that `last` is not before `first`; either may be unknown."""
    return rule(
        f"{last}_not_before_{first}", f"{last} IS NULL OR {first} IS NULL OR {last} >= {first}"
    )


def unique(*names: str, name: str | None = None) -> sa.UniqueConstraint:
    """A natural key, named after its columns unless that would be too long."""
    return sa.UniqueConstraint(*names, name=name)


def composite(
    columns: list[str], table: str, targets: list[str], **settings: Any
) -> sa.ForeignKeyConstraint:
    """A foreign key over several columns; a change of the parent's unit follows it."""
    return sa.ForeignKeyConstraint(
        columns, [f"{table}.{target}" for target in targets], onupdate="CASCADE", **settings
    )


__all__ = [
    "NIP", "NOMOR_INDUK", "NOMOR_REGISTER", "PERSON", "UNIT", "Row", "Sourced", "composite",
    "date", "datetime", "in_order", "metadata", "rule", "time", "unique", "utc_now",
]  # fmt: skip
