"""The history of single acts: who changed which row, and what it was before."""

from datetime import date, datetime, time
from typing import Any

from sqlmodel import Session

import models
from models.codes import RowAction
from models.door import Viewer


def image_of(row: Any) -> dict[str, Any]:
    """A row of a table as JSON can hold it."""
    values = {column.name: getattr(row, column.name) for column in row.__table__.columns}
    return {
        name: value.isoformat() if isinstance(value, date | datetime | time) else value
        for name, value in values.items()
    }


def remember(session: Session, viewer: Viewer, row: Any, *, before: dict[str, Any] | None) -> None:
    """Write one change of `row`, which has its id already; `before` is None for a new row."""
    session.add(
        models.Change(
            account=viewer.account,
            table_name=row.__tablename__,
            row_key=str(row.id),
            action=RowAction.TAMBAH if before is None else RowAction.UBAH,
            before=before,
        )
    )
