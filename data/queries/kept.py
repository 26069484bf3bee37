"""The files that are kept for a row."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from data.queries.tables import document


def kept_for(session: Session, table_name: str, row_id: int) -> Sequence[Any]:
    """Files of this row (sha256, name, kind, size, created_at), the oldest first."""
    columns = document.c
    statement = (
        sa.select(columns.sha256, columns.name, columns.kind, columns.size, columns.created_at)
        .where(columns.table_name == table_name, columns.row_id == row_id)
        .order_by(columns.id)
    )
    return session.execute(statement).all()
