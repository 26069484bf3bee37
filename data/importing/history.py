"""What came in and when: the batches, newest first, without the content of any row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import ExitStatus, SinergiError

_BATCH = models.metadata.tables["import_batch"]
_CHANGE = models.metadata.tables["change"]
_REJECTED = models.metadata.tables["rejected_row"]


@dataclass(frozen=True)
class Entry:
    """One file taken into one table. `waiting` counts lines that still need a decision."""

    id: int
    at: datetime
    account: str
    file_name: str
    table: str
    profile: str | None
    unit: str | None
    month: str | None
    sequence: int | None
    new: int
    changed: int
    unchanged: int
    refused: int
    set_aside: int
    waiting: int
    undone_at: datetime | None
    undone_by: str | None

    @property
    def is_undone(self) -> bool:
        """Whether it was undone."""
        return self.undone_at is not None


def kept_profile(session: Session, batch_id: int) -> str:
    """The TOML of the profile that read a batch. Raises `SinergiError` when none is kept."""
    query = sa.select(_BATCH.c.profile_text).where(_BATCH.c.id == batch_id)
    text: str | None = session.scalar(query)
    if text is None:
        raise SinergiError(
            "tanpa_profil", f"Tidak ada profil yang tersimpan bersama kiriman [{batch_id}].",
            f"No profile is kept with batch [{batch_id}].", ExitStatus.USAGE,
        )  # fmt: skip
    return text


def history(session: Session, *, most: int = 50) -> Sequence[Entry]:
    """The newest `most` batches, newest first."""
    waiting = (
        sa.select(sa.func.count(_REJECTED.c.line.distinct()))
        .where(_REJECTED.c.batch_id == _BATCH.c.id, _REJECTED.c.verdict == "Q",
               _REJECTED.c.decided_at.is_(None))
        .scalar_subquery()
    )  # fmt: skip
    undone_by = (
        sa.select(sa.func.max(_CHANGE.c.account))
        .where(_CHANGE.c.table_name == "import_batch",
               _CHANGE.c.row_key == sa.cast(_BATCH.c.id, sa.String()))
        .scalar_subquery()
    )  # fmt: skip
    columns = (
        _BATCH.c.id, _BATCH.c.created_at, _BATCH.c.account, _BATCH.c.file_name,
        _BATCH.c.table_name, _BATCH.c.profile, _BATCH.c.unit_code, _BATCH.c.month,
        _BATCH.c.sequence, _BATCH.c.new, _BATCH.c.changed, _BATCH.c.unchanged, _BATCH.c.refused,
        _BATCH.c.set_aside, waiting, _BATCH.c.undone_at, undone_by,
    )  # fmt: skip
    query = sa.select(*columns).order_by(_BATCH.c.id.desc()).limit(most)
    return [Entry(*row) for row in session.execute(query)]
