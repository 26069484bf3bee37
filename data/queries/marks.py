"""The attendance marks as their table says."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from data.queries.tables import attendance_mark


def mark_rows(session: Session) -> Sequence[Any]:
    """All marks with both labels and how they count, in the order they came in."""
    columns = attendance_mark.c
    statement = sa.select(
        columns.code, columns.label_id, columns.label_en, columns.attended, columns.needs_note
    ).order_by(columns.id)
    return session.execute(statement).all()
