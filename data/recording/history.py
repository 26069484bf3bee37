"""The history of single acts: who changed which row, and what it was before."""

from datetime import date, datetime, time
from typing import Any

from sqlmodel import Session

import models
from models.base import utc_now
from models.codes import RowAction
from models.door import Viewer


def image_of(row: Any) -> dict[str, Any]:
    """A row of a table as JSON can hold it, without what the database computes from it."""
    columns = [column.name for column in row.__table__.columns if column.computed is None]
    return plain({name: getattr(row, name) for name in columns})


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a row as JSON can hold them."""
    return {
        name: value.isoformat() if isinstance(value, date | datetime | time) else value
        for name, value in values.items()
    }


def remember(session: Session, viewer: Viewer, row: Any, *, before: dict[str, Any] | None) -> None:
    """Write one change of `row`, which has its id already; `before` is None for a new row."""
    action = RowAction.TAMBAH if before is None else RowAction.UBAH
    note(session, viewer, (row.__tablename__, str(row.id)), action, before=before)


def note(
    session: Session, viewer: Viewer, row: tuple[str, str], action: RowAction, *,
    before: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    """Write one change of the row with this table and key (its primary key as text)."""
    table, key = row
    session.add(
        models.Change(
            account=viewer.account, table_name=table, row_key=key, action=action, before=before
        )
    )


def touch(row: Any) -> None:
    """A row that a screen has changed: its version grows, and no file stands for it any more."""
    row.batch_id, row.updated_at, row.row_version = None, utc_now(), row.row_version + 1
