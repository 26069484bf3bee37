"""A look at a dataset before it is given out. Nothing leaves the unit, so nothing is recorded."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from data.exporting.datasets import datasets
from data.exporting.requests import ExportRequest


def count_rows(session: Session, request: ExportRequest) -> int:
    """How many rows the file would have. Raises `KeyError` for an unknown dataset."""
    query = datasets()[request.dataset].query(request.filter).order_by(None)
    return int(
        session.execute(sa.select(sa.func.count()).select_from(query.subquery())).scalar_one()
    )


def first_rows(session: Session, request: ExportRequest, most: int) -> Sequence[Sequence[Any]]:
    """The first rows, as values, under the chosen columns (all when none is chosen)."""
    dataset = datasets()[request.dataset]
    query = dataset.query(request.filter).limit(most)
    if request.columns:
        places = {column.name: column for column in query.selected_columns}
        query = query.with_only_columns(*(places[name] for name in request.columns))
    return [tuple(row) for row in session.execute(query)]
